import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unconfined, useRealPaths } from './direct.ts';
import { findMarked, makeMarker, makeRequest, runNode, runRequest, runShell } from './launch-for-test.ts';
import { defaultLimits } from './sandbox.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-direct-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('paths inside become the real ones, wherever an argument holds one', () => {
  const request = makeRequest({
    command: '/pkg/bin/run',
    args: ['--root=/pkg', '/pkg/a,/pkg/deep/b', '/pkgs/no', 'a/pkg/no', '/home/plimsoll/x'],
    env: { PATH: '/usr/bin:/pkg/bin', HOME: '/home/plimsoll' },
    cwd: '/pkg',
    mounts: [
      { from: '/real/package', to: '/pkg' },
      { from: '/real/deep', to: '/pkg/deep' },
    ],
  });
  const real = useRealPaths(request, '/tmp/home');
  expect(real).toMatchObject({
    command: '/real/package/bin/run',
    args: ['--root=/real/package', '/real/package/a,/real/deep/b', '/pkgs/no', 'a/pkg/no', '/tmp/home/x'],
    env: { PATH: '/usr/bin:/real/package/bin', HOME: '/tmp/home' },
    cwd: '/real/package',
  });
});

test('it runs what it is asked to, in a HOME that is gone afterwards', async () => {
  writeFileSync(join(folder, 'main.sh'), 'echo $HOME; pwd; env | wc -l; exit 3');
  const running = unconfined.launch(
    makeRequest({ command: 'sh', args: ['/pkg/main.sh'], cwd: '/pkg', mounts: [{ from: folder, to: '/pkg' }] }),
  );
  const [home = '', cwd, variables] = (await text(running.stdout)).split('\n');
  expect(await running.exit).toEqual({ reason: 'exited', code: 3, signal: null });
  expect({ cwd, variables: Number(variables) }).toEqual({ cwd: folder, variables: 3 });
  expect(home).toContain('plimsoll-home-');
  expect(existsSync(home)).toBe(false);
});

test('a daemon that was seen once does not stay', async () => {
  const marker = makeMarker();
  const script = `setsid sh -c 'sleep 1000; : ${marker}' </dev/null >/dev/null 2>&1 & sleep 0.5`;
  const { exit } = await runShell(unconfined, script);
  expect(exit.reason).toBe('exited');
  expect(findMarked(marker)).toEqual([]);
});

test('time and memory are bounded', async () => {
  const slow = await runRequest(unconfined, {
    command: 'sleep',
    args: ['1000'],
    limits: { ...defaultLimits, wallMs: 200 },
  });
  const fat = await runNode(unconfined, 'const kept = []; setInterval(() => kept.push(Buffer.alloc(1e7, 1)), 5)', {
    limits: { ...defaultLimits, memoryBytes: 200_000_000 },
  });
  expect([slow.exit.reason, fat.exit.reason]).toEqual(['timeout', 'memory-limit']);
});

test('a command that is not there is no exit code', async () => {
  const { exit } = await runRequest(unconfined, { command: 'no-such-command' });
  expect(exit).toMatchObject({ reason: 'launch-failed', message: 'there is no command no-such-command inside' });
});
