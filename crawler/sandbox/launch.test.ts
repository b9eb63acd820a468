import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findMarked,
  findTestedProviders,
  makeMarker,
  makeRequest,
  nodeInside,
  runRequest,
  runShell,
} from './launch-for-test.ts';
import type { SandboxRequest } from './sandbox.ts';

const providers = await findTestedProviders();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-launch-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that launches what its arguments say, as we do; `inherited` is left open in it. */
function startLauncher(id: string, args: readonly string[], inherited: number): ChildProcess {
  const script = join(folder, 'launcher.ts');
  writeFileSync(
    script,
    `import { findSandbox } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'find.ts')).href)};
     import { makeRequest } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'launch-for-test.ts')).href)};
     const found = await findSandbox();
     const [command, ...args] = process.argv.slice(2);
     const running = found.sandbox.launch(makeRequest({ command, args }));
     running.stdout.pipe(process.stdout);
     await running.exit;`,
  );
  const env = { PATH: process.env.PATH, PLIMSOLL_SANDBOX: id };
  const stdio = ['ignore', 'pipe', 'inherit', ...Array<'ignore'>(17).fill('ignore'), inherited] as const;
  return spawn(process.execPath, [script, ...args], { env, stdio: [...stdio] });
}

describe.each(providers)('$id', ({ id, box, missing }) => {
  const inside = test.skipIf(missing);

  inside.each<[string, Partial<SandboxRequest>, RegExp]>([
    ['a command that is not there', { command: 'no-such-command' }, /no command no-such-command/],
    ['a path that is not there', { command: '/no/such/file' }, /no command \/no\/such\/file/],
    ['a folder to work in that is not there', { cwd: '/nowhere' }, /nowhere/],
    ['a mount that is not there', { mounts: [{ from: '/no/such/folder', to: '/pkg' }] }, /\/no\/such\/folder/],
    ['a mount over the system', { mounts: [{ from: '/usr', to: '/etc' }] }, /nothing can be shown at \/etc/],
    ['a mount that climbs', { mounts: [{ from: '/usr', to: '/pkg/../etc' }] }, /nothing can be shown/],
    [
      'a mount within a mount that has no place for it',
      {
        mounts: [
          { from: '/usr/bin', to: '/pkg' },
          { from: '/usr/lib', to: '/pkg/no-such-place' },
        ],
      },
      /no-such-place/,
    ],
    ['a null character', { args: ['a\0b'] }, /null character/],
    ['a command that reads as a variable', { command: 'A=b' }, /equals sign/],
    ['a command that reads as an option', { command: '-S' }, /no command/],
    ['a variable without a name', { env: { '': 'x' } }, /no name/],
    ['a variable that reads as an option', { env: { '-u': 'x' } }, /no name/],
    ['more arguments than the system takes', { args: ['x'.repeat(3_000_000)] }, /E2BIG/],
  ])('says why it cannot launch %s', async (_, request, message) => {
    const { exit } = await runRequest(box, request);
    expect(exit).toMatchObject({ reason: 'launch-failed', message: expect.stringMatching(message) });
  });

  inside('tells an exit code and a signal apart', async () => {
    const codes = await Promise.all(['exit 0', 'exit 7', 'kill -SEGV $$'].map((script) => runShell(box, script)));
    expect(codes.map(({ exit }) => exit)).toEqual([
      { reason: 'exited', code: 0, signal: null },
      { reason: 'exited', code: 7, signal: null },
      { reason: 'signalled', code: null, signal: 'SIGSEGV' },
    ]);
  });

  inside('passes input and output through byte by byte', async () => {
    const running = box.launch(makeRequest({ command: 'cat' }));
    const sent = Array.from({ length: 20_000 }, (_, each) => `{"line": ${each}}\n`).join('');
    running.stdin.end(sent);
    expect(await text(running.stdout)).toBe(sent);
    expect((await running.exit).code).toBe(0);
  });

  inside('dies with the process that launched it', async () => {
    const marker = makeMarker();
    const script = 'console.log("up"); setInterval(() => {}, 1000)';
    const launcher = startLauncher(id, [nodeInside, '-e', script, marker], openSync('/dev/null', 'r'));
    await new Promise((resolve) => launcher.stdout?.once('data', resolve));
    const inner = findMarked(marker).filter((pid) => pid !== launcher.pid);
    launcher.kill('SIGKILL');
    while (findMarked(marker).length > 0) await delay(20);
    expect(inner.length).toBeGreaterThan(0);
  });

  inside('does not hand on a folder that its launcher was given open', async () => {
    writeFileSync(join(folder, 'secret'), 'kept from strangers');
    const open = openSync(folder, 'r');
    const launcher = startLauncher(id, ['sh', '-c', 'ls -l /proc/self/fd/; cat /proc/self/fd/20/secret 2>&1'], open);
    closeSync(open);
    const output = launcher.stdout === null ? '' : await text(launcher.stdout);
    expect(output).toMatch(/20 -> \/dev\/null/);
    expect(output).not.toContain('kept from strangers');
  });
});
