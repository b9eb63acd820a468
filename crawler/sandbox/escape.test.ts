import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findTestedProviders, nodeInside, pathInside, runNode, runRequest, runShell } from './launch-for-test.ts';
import { type Sandbox, sandboxHome } from './sandbox.ts';

const providers = await findTestedProviders();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-escape-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs code inside that fills `found`, and returns what it found. */
async function look(sandbox: Sandbox, code: string, request: Parameters<typeof runNode>[2] = {}): Promise<unknown> {
  const attempt = `const attempt = (f) => { try { return f(); } catch (error) { return error.code; } };`;
  const script = `(async () => { const fs = require('fs'), net = require('net'); const found = {}; ${attempt} ${code};
    process.stdout.write(JSON.stringify(found)); process.exit(0); })()`;
  const { stdout, stderr, exit } = await runNode(sandbox, script, request);
  expect(exit, stderr).toMatchObject({ reason: 'exited', code: 0 });
  return JSON.parse(stdout);
}

describe.each(providers)('a program inside $id', ({ box, missing }) => {
  const inside = test.skipIf(missing);

  inside('cannot read the files of whoever started it', async () => {
    const ownHome = mkdtempSync(join(homedir(), '.plimsoll-escape-'));
    const secrets = [join(folder, 'secret'), join(ownHome, 'secret')];
    for (const path of secrets) writeFileSync(path, 'kept from strangers');
    try {
      const paths = [...secrets, '/etc/shadow', '/root', homedir(), '/var', '/run', '/sys', '/boot', process.cwd()];
      const found = await look(
        box,
        `for (const path of ${JSON.stringify(paths)}) found[path] = attempt(() => fs.statSync(path).size)`,
      );
      expect(found).toEqual(Object.fromEntries(paths.map((path) => [path, 'ENOENT'])));
    } finally {
      rmSync(ownHome, { recursive: true });
    }
  });

  inside('sees exactly the environment it was given', async () => {
    process.env.PLIMSOLL_TEST_SECRET = 'kept from strangers';
    const env = { PATH: pathInside, HOME: sandboxHome, ODD: 'a=b\n$(id) `id` "\'', LD_PRELOAD: '/nothing.so' };
    const found = await look(
      box,
      `found.own = { ...process.env };
       found.others = fs.readdirSync('/proc').filter(Number).map((pid) => attempt(() => String(fs.readFileSync('/proc/' + pid + '/environ')))).join()`,
      { env },
    );
    delete process.env.PLIMSOLL_TEST_SECRET;
    expect(found).toMatchObject({ own: env, others: expect.not.stringContaining('kept from strangers') });
    expect(Object.keys((found as { own: object }).own)).toHaveLength(4);
  });

  inside('reaches neither this machine nor the metadata service nor a name server', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A server that listens on TCP has an address of this kind.
    const { port } = server.address() as AddressInfo;
    const found = await look(
      box,
      `const connect = (host, port) => new Promise((resolve) => net.connect({ host, port, timeout: 2000 })
         .on('connect', () => resolve('connected')).on('timeout', () => resolve('timeout')).on('error', (error) => resolve(error.code)));
       found.host = await connect('127.0.0.1', ${port});
       found.metadata = await connect('169.254.169.254', 80);
       found.name = await connect('example.com', 443);
       const own = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1');
       await new Promise((resolve) => own.on('listening', resolve));
       found.self = await connect('127.0.0.1', own.address().port);
       found.interfaces = Object.keys(require('os').networkInterfaces())`,
    );
    server.close();
    expect(found).toMatchObject({
      host: 'ECONNREFUSED',
      metadata: 'ENETUNREACH',
      self: 'connected',
      interfaces: ['lo'],
    });
    expect((found as { name: string }).name).toMatch(/^(EAI_AGAIN|ENOTFOUND)$/);
    expect(connections).toBe(0);
  });

  inside('finds no process of this machine, and can signal none', async () => {
    const found = await look(
      box,
      `found.pids = fs.readdirSync('/proc').filter(Number).length;
       found.kill = attempt(() => process.kill(${process.pid}, 9));
       found.parent = process.ppid`,
    );
    expect(found).toMatchObject({ kill: 'ESRCH', parent: 1 });
    expect((found as { pids: number }).pids).toBeLessThan(5);
  });

  inside('signals nothing of ours with a signal to everything', async () => {
    const { exit } = await runShell(box, 'kill -9 -1; exit 5');
    expect(exit).toEqual({ reason: 'exited', code: 5, signal: null });
  });

  inside('holds no capability and can gain none', async () => {
    const { stdout } = await runShell(box, 'grep -E "^(Cap|NoNewPrivs)" /proc/self/status; id -u; id -un');
    expect(stdout.match(/^Cap\w+:\t0{16}$/gm)).toHaveLength(5);
    expect(stdout).toMatch(/NoNewPrivs:\t1/);
    expect(stdout).toMatch(/1000\nplimsoll\n$/);
  });

  inside.each([
    'mount -t tmpfs none /tmp',
    'mount -o remount,rw /usr',
    'mount -o bind /usr /home',
    'umount /home',
    'umount -l /proc',
    'unshare --user --map-root-user true',
    'unshare --mount true',
    'unshare --net true',
    'chroot / true',
    'hostname other',
    'mknod /tmp/disk b 254 0',
    'setpriv --reuid=0 true',
    'ip link add type dummy',
    'touch /new /etc/new /dev/new /usr/new /opt/new /home/new',
    'echo 1 > /proc/sys/kernel/panic',
    'echo 1 > /proc/sys/user/max_user_namespaces',
    'cat /proc/kcore',
  ])('is refused: %s', async (command) => {
    const { exit } = await runShell(box, `${command} </dev/null >/dev/null 2>&1 || exit 42`);
    expect(exit).toMatchObject({ reason: 'exited', code: 42 });
  });

  inside('cannot change what it is shown', async () => {
    writeFileSync(join(folder, 'package.json'), 'ours');
    mkdirSync(join(folder, 'deep'));
    const found = await look(
      box,
      `found.read = String(fs.readFileSync('/pkg/package.json'));
       found.write = attempt(() => fs.writeFileSync('/pkg/package.json', 'theirs'));
       found.add = attempt(() => fs.writeFileSync('/pkg/deep/new', 'theirs'));
       found.chmod = attempt(() => fs.chmodSync('/pkg/package.json', 0o777));
       found.remove = attempt(() => fs.unlinkSync('/pkg/package.json'))`,
      { mounts: [{ from: folder, to: '/pkg' }] },
    );
    expect(found).toEqual({ read: 'ours', write: 'EROFS', add: 'EROFS', chmod: 'EROFS', remove: 'EROFS' });
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('ours');
  });

  inside('follows a link in a mount to what is inside, never to what is outside', async () => {
    const shown = join(folder, 'shown');
    mkdirSync(shown);
    writeFileSync(join(folder, 'secret'), 'kept from strangers');
    symlinkSync(join(folder, 'secret'), join(shown, 'absolute'));
    symlinkSync('../secret', join(shown, 'relative'));
    symlinkSync(folder, join(shown, 'up'));
    const found = await look(
      box,
      `for (const name of ['absolute', 'relative', 'up/secret']) found[name] = attempt(() => String(fs.readFileSync('/pkg/' + name)))`,
      { mounts: [{ from: shown, to: '/pkg' }] },
    );
    expect(found).toEqual({ absolute: 'ENOENT', relative: 'ENOENT', 'up/secret': 'ENOENT' });
  });

  inside.each([
    'a b',
    'quote\'"',
    '$(touch oops)',
    'new\nline',
    '-rf',
    'begin',
    'ünïcode',
    '\\040',
    'semi;colon',
    'a=b',
  ])('is shown a folder and given an argument named %j as it is', async (name) => {
    const odd = join(folder, name);
    mkdirSync(odd);
    writeFileSync(join(odd, name), 'odd');
    const { stdout } = await runRequest(box, {
      command: 'cat',
      args: ['--', `/${name}/${name}`, `/pkg/${name}/${name}`],
      mounts: [
        { from: odd, to: `/${name}` },
        { from: folder, to: '/pkg' },
      ],
      cwd: `/${name}`,
    });
    expect(stdout).toBe('oddodd');
  });

  test.skipIf(missing || process.getuid?.() !== 0)('started by root cannot read what is root’s alone', async () => {
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'key'), 'kept from strangers', { mode: 0o600 });
    const { stdout, exit } = await runShell(box, 'cat /pkg/key', { mounts: [{ from: folder, to: '/pkg' }] });
    expect({ stdout, code: exit.code }).toEqual({ stdout: '', code: 1 });
  });

  inside('is shown one mount within another, and one in its HOME', async () => {
    for (const path of ['outer/deep', 'inner', 'seed']) mkdirSync(join(folder, path), { recursive: true });
    for (const path of ['outer/a', 'inner/b', 'seed/c']) writeFileSync(join(folder, path), path);
    const mounts = [
      { from: join(folder, 'outer'), to: '/pkg' },
      { from: join(folder, 'inner'), to: '/pkg/deep' },
      { from: join(folder, 'seed/c'), to: `${sandboxHome}/.config/tool/c` },
    ];
    const script =
      'cat /pkg/a /pkg/deep/b ~/.config/tool/c; touch ~/.config/tool/new ~/.config/new ~/new && echo " open"';
    const { stdout } = await runShell(box, script, { mounts });
    expect(stdout).toBe('outer/ainner/bseed/c open\n');
  });

  inside('runs a program that is shown as one file, in a folder that is closed to others', async () => {
    chmodSync(folder, 0o700);
    writeFileSync(join(folder, 'main.js'), 'process.stdout.write("ran " + __filename)');
    const mounts = [{ from: folder, to: '/pkg' }];
    const { stdout } = await runRequest(box, { command: nodeInside, args: ['main.js'], cwd: '/pkg', mounts });
    expect(stdout).toBe('ran /pkg/main.js');
  });
});
