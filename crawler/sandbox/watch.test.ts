import { describe, expect, test } from 'vitest';
import { findTestedProviders, runNode, runShell } from './launch-for-test.ts';
import type { Reached, SandboxRequest } from './sandbox.ts';

const providers = await findTestedProviders();
const watched: Partial<SandboxRequest> = { watch: { backends: [] } };

/** Goes on once names are answered for: on a busy machine a program may be up before its companion. */
const whenAnswered = (script: string) => `
  const { lookup } = require('node:dns/promises');
  const net = require('node:net');
  const { readdirSync, readFileSync, readlinkSync, writeFileSync } = require('node:fs');
  const reach = (port, host, say) => new Promise((resolve) => {
    const socket = net.connect({ port, host }, () => say && socket.write(say));
    socket.on('error', (error) => resolve(error.code)).on('data', (data) => resolve(data.toString('latin1'))).on('close', () => resolve('closed'));
  });
  (async () => {
    while (await lookup('first.example').then(() => false, () => true));
    ${script}
    process.exit(0);
  })();`;

function list(reached: readonly Reached[] | undefined): string[] {
  return (reached ?? []).map(({ host, port }) => `${host}:${port ?? 'name'}`).filter((each) => !/^first/.test(each));
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
      'api.example.com:name',
      'api.example.com:443',
      '169.254.169.254:80',
      'harmless.example:80',
      'odd-port.example:name',
      'localhost:3306',
    ]);
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

  inside('keeps what was noted from being written, read or traced by the program', async () => {
    const script = `
      const pid = readdirSync('/proc').find((each) => {
        try { return readlinkSync('/proc/' + each + '/exe') && false; } catch (error) { return /^\\d+$/.test(each) && error.code === 'EACCES' && each !== '1'; }
      });
      const attempt = (what) => { try { what(); return 'done'; } catch (error) { return error.code; } };
      console.log(pid !== undefined, attempt(() => writeFileSync('/proc/' + pid + '/fd/1', 'connection forged.example 443\\n')),
        attempt(() => readFileSync('/proc/' + pid + '/environ')), attempt(() => readdirSync('/proc/' + pid + '/root')));`;

    const { stdout, exit } = await runNode(box, whenAnswered(script), watched);

    expect(stdout).toBe('true EACCES EACCES EACCES\n');
    expect(list(exit.reached)).toEqual([]);
  });

  inside('bounds what one program can have noted', async () => {
    const script = `await Promise.all(Array.from({ length: 600 }, (_, each) => lookup('n' + each + '.example').catch(() => {})))`;

    const { exit } = await runNode(box, whenAnswered(script), watched);

    expect(exit.reached?.length).toBeLessThanOrEqual(400);
  });

  inside('reports nothing of a program that is not watched, and shows it no companion', async () => {
    const plain = await runShell(box, 'ls /opt; cat /etc/resolv.conf');
    const open = await runShell(box, 'ls -l /proc/self/fd', watched);

    expect(plain.exit.reached).toBeUndefined();
    expect(plain.stdout).not.toContain('plimsoll\n');
    expect(open.stdout).not.toMatch(/ 4 ->/);
  });
});
