/** A program cannot end, blind or find the watch unseen. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  findMarked,
  findTestedProviders,
  makeMarker,
  makeRequest,
  nodeInside,
  runNode,
  runShell,
} from './launch-for-test.ts';
import { listReached, watched, whenAnswered } from './watch-for-test.ts';

const providers = await findTestedProviders();

/** The companion of a program with this marker: what its watcher has started that knows nothing of it. */
function findCompanion(marker: string): number | undefined {
  const marked = findMarked(marker);
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.find((pid) => {
    try {
      const parent = /^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return (
        marked.includes(Number(parent)) &&
        !marked.includes(pid) &&
        /node/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
      );
    } catch {
      return false;
    }
  });
}

describe.each(providers)('$id', ({ box, missing }) => {
  const inside = test.skipIf(missing);

  inside('goes on beside a program that signals everything it can see, and everything it cannot', async () => {
    const script = `
      const own = readdirSync('/proc/self/task');
      for (const signal of ['SIGSTOP', 'SIGKILL', 'SIGTERM'])
        for (const pid of [-1, ...Array.from({ length: 300 }, (_, each) => each + 1)])
          if (!own.includes(String(pid))) try { process.kill(pid, signal); } catch {}
      await reach(4444, '203.0.113.9');`;

    const { exit } = await runNode(box, whenAnswered(script), watched);

    expect(exit).toEqual({
      reason: 'exited',
      code: 0,
      signal: null,
      reached: expect.arrayContaining([{ host: '203.0.113.9', port: 4444 }]),
    });
  });

  inside('says so when it was itself ended before the program', async () => {
    const marker = makeMarker();
    const script = whenAnswered(
      `console.log('up'); await reach(4444, '203.0.113.9'); setInterval(() => {}, 1000); await new Promise(() => {});`,
    );
    const running = box.launch({ ...makeRequest({ command: nodeInside, args: ['-e', script, marker] }), ...watched });
    await new Promise((resolve) => running.stdout.once('data', resolve));

    const companion = findCompanion(marker);
    if (companion !== undefined) process.kill(companion, 'SIGKILL');
    const exit = await running.kill();

    expect(companion).toBeDefined();
    expect(exit.reachedGap).toBe('the watch ended before it did');
  });

  inside('tells all of a program that we end', async () => {
    const script = whenAnswered(
      `await reach(4444, '203.0.113.9'); console.log('up'); await new Promise(() => setInterval(() => {}, 1000));`,
    );
    const running = box.launch({ ...makeRequest({ command: nodeInside, args: ['-e', script] }), ...watched });
    await new Promise((resolve) => running.stdout.once('data', resolve));

    const exit = await running.kill();

    expect([exit.reason, listReached(exit.reached), exit.reachedGap]).toEqual([
      'killed',
      ['203.0.113.9:4444'],
      undefined,
    ]);
  });

  inside('cannot be blinded unseen by a flood', async () => {
    const script = `
      const socket = createSocket('udp4').on('error', () => {});
      const flood = () => new Promise((resolve) => socket.send('x', 9, '203.0.113.1', resolve));
      await Promise.all(Array.from({ length: 5_000 }, flood));
      const going = reach(4444, '203.0.113.9');
      await Promise.all(Array.from({ length: 5_000 }, flood));
      await going;`;

    const { exit } = await runNode(box, whenAnswered(script), watched);

    expect(
      listReached(exit.reached).includes('203.0.113.9:4444') ||
        /more than could be watched/.test(exit.reachedGap ?? ''),
    ).toBe(true);
  });

  inside('is neither seen nor known to the program', async () => {
    const script = `
      const told = readdirSync('/proc').filter(Number).map((pid) => {
        try { return String(readFileSync('/proc/' + pid + '/cmdline')); } catch { return ''; }
      });
      console.log(told.length < 6, told.some((words) => words.includes('/opt/plimsoll' + '/node')));`;

    const { stdout, exit } = await runNode(box, whenAnswered(script), watched);

    expect(stdout).toBe('true false\n');
    expect(listReached(exit.reached)).toEqual([]);
  });

  inside('leaves a program no right that it does not have without one', async () => {
    const commands = [
      'mount -t proc none /proc',
      'mount -t tmpfs none /tmp',
      'mount -o remount,rw /',
      'umount /proc',
      'umount -l /home',
      'unshare --user true',
      'unshare --pid --fork true',
      'setpriv --reuid=0 true',
      'ip route flush table local',
      'ip link set lo down',
      'touch /etc/plimsoll/filter /new',
      'echo 1 > /proc/sys/user/max_user_namespaces',
      'echo 1 > /proc/sys/net/ipv4/ip_unprivileged_port_start',
      'cat /proc/1/root/etc/shadow',
    ];
    const script = `grep -E '^(Cap|NoNewPrivs|Seccomp:)' /proc/self/status; id -un; echo $PPID; ls /proc/*/ns/pid | wc -l\n${commands
      .map((command, index) => `(${command}) </dev/null >/dev/null 2>&1 && echo allowed ${index}`)
      .join('\n')}\ntrue`;

    const { stdout, exit } = await runShell(box, script, watched);

    expect(exit).toMatchObject({ reason: 'exited', code: 0 });
    expect(stdout.match(/^Cap\w+:\t0{16}$/gm)).toHaveLength(5);
    expect(stdout).toMatch(/NoNewPrivs:\t1\nSeccomp:\t2\nplimsoll\n1\n\d\n$/);
  });
});
