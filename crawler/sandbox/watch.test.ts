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
import type { Reached, SandboxRequest } from './sandbox.ts';

const providers = await findTestedProviders();
const watched: Partial<SandboxRequest> = { watch: { backends: [] } };

/** Goes on once names are answered for: on a busy machine a program may be up before its companion. */
const whenAnswered = (script: string) => `
  const { lookup } = require('node:dns/promises');
  const net = require('node:net');
  const { createSocket } = require('node:dgram');
  const { readdirSync, readFileSync } = require('node:fs');
  const reach = (port, host, say) => new Promise((resolve) => {
    const socket = net.connect({ port, host }, () => say && socket.write(say));
    socket.on('error', (error) => resolve(error.code)).on('data', (data) => resolve(data.toString('latin1'))).on('close', () => resolve('closed'));
  });
  const send = (port, host, data = 'x') => new Promise((resolve) => createSocket(host.includes(':') ? 'udp6' : 'udp4').on('error', () => {}).send(data, port, host, resolve));
  (async () => {
    while (await lookup('first.example').then(() => false, () => true));
    ${script}
    process.exit(0);
  })();`;

function list(reached: readonly Reached[] | undefined): string[] {
  const places = (reached ?? []).map(({ host, port }) => `${host}:${port ?? 'name'}`);
  return places.filter((each) => !/^first/.test(each)).sort();
}

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

  inside('notes names, addresses, and the metadata service, whatever the program calls them', async () => {
    const { exit } = await runNode(
      box,
      whenAnswered(`
        await reach(443, 'api.example.com');
        await reach(80, '169.254.169.254', 'GET / HTTP/1.1\\r\\nHost: harmless.example\\r\\n\\r\\n');
        await reach(4444, 'odd-port.example');
        await reach(3306, 'localhost');`),
      watched,
    );

    expect(list(exit.reached)).toEqual([
      '169.254.169.254:80',
      'api.example.com:443',
      'api.example.com:name',
      'harmless.example:80',
      'localhost:3306',
      'odd-port.example:4444',
      'odd-port.example:name',
    ]);
    expect(exit.reachedGap).toBeUndefined();
  });

  inside('takes a program nowhere: every connection ends', async () => {
    const { stdout } = await runNode(
      box,
      whenAnswered(
        `console.log(await reach(443, '1.1.1.1', 'hello'), await reach(22, '10.0.0.1'), await reach(7, '10.0.0.1'))`,
      ),
      watched,
    );

    expect(stdout).toMatch(/^(ECONNRESET|closed) (ECONNRESET|closed) ECONNREFUSED\n$/);
  });

  inside('imitates a backend that is asked for, and no other', async () => {
    const script = `console.log(JSON.stringify(await reach(6379, 'localhost', 'PING\\r\\n')), await reach(5432, 'localhost'))`;

    const { stdout } = await runNode(box, whenAnswered(script), { watch: { backends: ['redis'] } });

    expect(stdout).toMatch(/^"\+PONG\\r\\n" (ECONNRESET|closed)\n$/);
  });

  inside('notes every port, IPv6 and datagrams, from the first moment on', async () => {
    const question = `Buffer.from('000101000001000000000000' + '0774756e6e656c73' + '076578616d706c65' + '00' + '00100001', 'hex')`;
    const script = `${whenAnswered('').split('(async')[0]} (async () => {
      const all = [reach(31337, '203.0.113.9'), reach(8443, '2001:db8::5'), reach(443, '2606:4700::1111'), send(514, '203.0.113.10'),
        send(443, '2001:db8::7'), send(5353, '224.0.0.251'), send(53, '8.8.8.8', ${question})];
      await Promise.all(all);
      process.exit(0);
    })()`;
    const { exit, stderr } = await runNode(box, script, watched);

    expect(stderr).toBe('');
    expect(list(exit.reached)).toEqual([
      '2001:db8::5:8443',
      '2001:db8::7:443',
      '203.0.113.10:514',
      '203.0.113.9:31337',
      '224.0.0.251:5353',
      '2606:4700::1111:443',
      '8.8.8.8:53',
      'tunnels.example:name',
    ]);
    expect(exit.reachedGap).toBeUndefined();
  });

  inside('notes a service of its own machine that is not there, and none that the program is itself', async () => {
    const { exit } = await runNode(
      box,
      whenAnswered(`
        const server = net.createServer((socket) => socket.end()).listen(8123, '127.0.0.1');
        await new Promise((resolve) => server.on('listening', resolve));
        await reach(8123, '127.0.0.1');
        await reach(8124, '127.0.0.1');
        await reach(8125, '::1');
        await send(8126, '127.0.0.1');`),
      watched,
    );

    expect(list(exit.reached)).toEqual(['localhost:8124', 'localhost:8125', 'localhost:8126']);
  });

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

    expect([exit.reason, list(exit.reached), exit.reachedGap]).toEqual(['killed', ['203.0.113.9:4444'], undefined]);
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
      list(exit.reached).includes('203.0.113.9:4444') || /more than could be watched/.test(exit.reachedGap ?? ''),
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
    expect(list(exit.reached)).toEqual([]);
  });

  inside('bounds what one program can have noted', async () => {
    const script = `await Promise.all(Array.from({ length: 600 }, (_, each) => lookup('n' + each + '.example').catch(() => {})))`;

    const { exit } = await runNode(box, whenAnswered(script), watched);

    expect(exit.reached?.length).toBeLessThanOrEqual(400);
    expect(exit.reachedGap).toMatch(/more places/);
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

  inside('reports nothing of a program that is not watched, and shows it no companion', async () => {
    const plain = await runShell(box, 'ls /opt; cat /etc/resolv.conf');
    const open = await runShell(box, 'ls -l /proc/self/fd', watched);

    expect(plain.exit.reached).toBeUndefined();
    expect(plain.stdout).not.toContain('plimsoll\n');
    expect(open.stdout).not.toMatch(/ [45] ->/);
  });
});
