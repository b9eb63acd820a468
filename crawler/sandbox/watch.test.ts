import { describe, expect, test } from 'vitest';
import { findTestedProviders, runNode, runShell } from './launch-for-test.ts';
import { listReached, reaching, watched, whenAnswered } from './watch-for-test.ts';

const providers = await findTestedProviders();

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

    expect(listReached(exit.reached)).toEqual([
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
    const script = `${reaching} (async () => {
      const all = [reach(31337, '203.0.113.9'), reach(8443, '2001:db8::5'), reach(443, '2606:4700::1111'), send(514, '203.0.113.10'),
        send(443, '2001:db8::7'), send(5353, '224.0.0.251'), send(53, '8.8.8.8', ${question})];
      await Promise.all(all);
      process.exit(0);
    })()`;
    const { exit, stderr } = await runNode(box, script, watched);

    expect(stderr).toBe('');
    expect(listReached(exit.reached)).toEqual([
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

    expect(listReached(exit.reached)).toEqual(['localhost:8124', 'localhost:8125', 'localhost:8126']);
  });

  inside('bounds what one program can have noted', async () => {
    const script = `await Promise.all(Array.from({ length: 600 }, (_, each) => lookup('n' + each + '.example').catch(() => {})))`;

    const { exit } = await runNode(box, whenAnswered(script), watched);

    expect(exit.reached?.length).toBeLessThanOrEqual(400);
    expect(exit.reachedGap).toMatch(/more places/);
  });

  inside('reports nothing of a program that is not watched, and shows it no companion', async () => {
    const plain = await runShell(box, 'ls /opt; cat /etc/resolv.conf');
    const open = await runShell(box, 'ls -l /proc/self/fd', watched);

    expect(plain.exit.reached).toBeUndefined();
    expect(plain.stdout).not.toContain('plimsoll\n');
    expect(open.stdout).not.toMatch(/ [45] ->/);
  });
});
