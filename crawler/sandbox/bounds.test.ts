import { afterEach, describe, expect, test } from 'vitest';
import {
  findMarked,
  findTestedProviders,
  makeMarker,
  makeRequest,
  nodeInside,
  runNode,
  runRequest,
  runShell,
} from './launch-for-test.ts';
import { defaultLimits } from './sandbox.ts';

const providers = await findTestedProviders();
const marker = makeMarker();

describe.each(providers)('$id', ({ box, missing }) => {
  const inside = test.skipIf(missing);

  afterEach(() => expect(findMarked(marker)).toEqual([]));

  inside('ends a program that starts processes without end', async () => {
    const script = 'bomb() { bomb | bomb & }; bomb; sleep 30';
    const limits = { ...defaultLimits, processes: 64 };
    const { exit } = await runRequest(box, { command: 'sh', args: ['-c', script, marker], limits });
    expect(exit.reason).toBe('process-limit');
  });

  inside('ends a program that fills memory', async () => {
    const limits = { ...defaultLimits, memoryBytes: 200_000_000 };
    const { exit } = await runNode(box, 'const kept = []; setInterval(() => kept.push(Buffer.alloc(1e7, 1)), 5)', {
      limits,
    });
    expect(exit.reason).toBe('memory-limit');
  });

  inside('ends a program that spreads its memory over many processes', async () => {
    const script = `const kept = Buffer.alloc(3e7, 1); if (process.argv[1] < 6)
      require('child_process').spawn(process.execPath, ['-e', process.env.SCRIPT, Number(process.argv[1]) + 1], { stdio: 'inherit' });
      setInterval(() => kept.length, 1000)`;
    const limits = { ...defaultLimits, memoryBytes: 250_000_000 };
    const { exit } = await runRequest(box, {
      command: nodeInside,
      args: ['-e', script, '0'],
      env: { SCRIPT: script },
      limits,
    });
    expect(exit.reason).toBe('memory-limit');
  });

  inside('ends a program that fills memory no process is charged for', async () => {
    // System V segments that are written and never attached; perl alone can make them without a compiler.
    const script = `while (1) { my $id = shmget(0, 2e7, 0600) // die; shmwrite($id, 'x' x 2e7, 0, 2e7); select(undef, undef, undef, .02) }`;
    const limits = { ...defaultLimits, memoryBytes: 100_000_000, diskBytes: 10_000_000, wallMs: 20_000 };
    const { exit } = await runRequest(box, { command: 'perl', args: ['-e', script], limits });
    expect(exit.reason).toBe(exit.message?.includes('no command') ? 'launch-failed' : 'memory-limit');
  });

  inside('gives HOME, /tmp and /dev/shm so much room together and no more', async () => {
    const script = `for place in ~/a /tmp/b /dev/shm/c ~/d; do head -c 4000000 /dev/zero > $place; done 2>/dev/null
      cat ~/* /tmp/* /dev/shm/* | wc -c`;
    const { stdout } = await runShell(box, script, { limits: { ...defaultLimits, diskBytes: 10_000_000 } });
    expect(Number(stdout)).toBeGreaterThan(9_000_000);
    expect(Number(stdout)).toBeLessThanOrEqual(10_002_432);
  });

  inside('gives HOME, /tmp and /dev/shm so many files together and no more', async () => {
    const script = `let made = 0; const { writeFileSync } = require('node:fs');
      for (const place of ['/home/plimsoll', '/tmp', '/dev/shm'])
        try { for (let each = 0; each < 5_000; each++, made++) writeFileSync(place + '/' + each, ''); } catch (error) { console.log(error.code); }
      console.log(made)`;
    const { stdout } = await runNode(box, script, { limits: { ...defaultLimits, diskBytes: 10_000_000 } });
    const [one, two, three, made] = stdout.split('\n');
    expect([one, two, three]).toEqual(['ENOSPC', 'ENOSPC', 'ENOSPC']);
    expect(Number(made)).toBeGreaterThan(2_000);
    expect(Number(made)).toBeLessThanOrEqual(10_000_000 / 4096);
  });

  inside.each(['stdout', 'stderr'] as const)('ends a program that floods %s', async (name) => {
    const limits = { ...defaultLimits, outputBytes: 1_000_000 };
    const run = await runNode(box, `const flood = () => process.${name}.write('x'.repeat(65536), flood); flood()`, {
      limits,
    });
    expect(run.exit.reason).toBe('output-limit');
    expect(run[name].length).toBe(1_000_000);
  });

  inside('ends a program that uses up its processor time', async () => {
    const { exit } = await runShell(box, 'while :; do :; done', { limits: { ...defaultLimits, cpuSeconds: 1 } });
    expect(exit).toMatchObject({ reason: 'signalled', signal: 'SIGXCPU' });
  });

  inside('ends a program that does not end when its time is up', async () => {
    const script = `for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => {}); setInterval(() => {}, 1000)`;
    const limits = { ...defaultLimits, wallMs: 500 };
    const { exit } = await runRequest(box, { command: nodeInside, args: ['-e', script, marker], limits });
    expect(exit.reason).toBe('timeout');
  });

  inside('kills a program that ignores the end of its input', async () => {
    const running = box.launch(
      makeRequest({ command: nodeInside, args: ['-e', 'console.log(1); setInterval(() => {}, 1000)', marker] }),
    );
    running.stdin.end();
    await new Promise((resolve) => running.stdout.once('data', resolve));
    expect(findMarked(marker).length).toBeGreaterThan(0);
    expect((await running.kill()).reason).toBe('killed');
    expect(findMarked(marker)).toEqual([]);
  });

  inside('can be killed before anything has begun, and twice', async () => {
    const running = box.launch(makeRequest({ command: 'sleep', args: ['1000'] }));
    const exits = await Promise.all([running.kill(), running.kill()]);
    expect(exits.map((exit) => exit.reason)).toEqual(['killed', 'killed']);
    expect((await running.kill()).reason).toBe('killed');
  });

  inside('leaves no daemon behind', async () => {
    const daemon = `setsid sh -c 'setsid ${nodeInside} -e "setInterval(() => {}, 1000)" ${marker} </dev/null >/dev/null 2>&1 &' &`;
    const { exit } = await runShell(box, `${daemon} sleep 0.3; exit 7`);
    expect(exit).toEqual({ reason: 'exited', code: 7, signal: null });
    expect(findMarked(marker)).toEqual([]);
  });

  inside('survives a program that closes its input while we write', async () => {
    const running = box.launch(makeRequest({ command: 'sh', args: ['-c', 'exec <&-; sleep 0.3'] }));
    const writing = setInterval(() => running.stdin.write('x'.repeat(1e6)), 10);
    expect((await running.exit).reason).toBe('exited');
    clearInterval(writing);
  });

  inside('runs several at once without mixing them up', async () => {
    const runs = await Promise.all(
      [1, 2, 3, 4, 5].map((each) => runShell(box, `sleep 0.1; echo ${each}; exit ${each}`)),
    );
    expect(runs.map(({ stdout, exit }) => [stdout, exit.code])).toEqual(
      [1, 2, 3, 4, 5].map((each) => [`${each}\n`, each]),
    );
  });
});
