import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPrelude, type Call } from './prelude.ts';
import { findArchitecture } from './system-calls.ts';

const architecture = findArchitecture();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-prelude-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const say = (words: string): Call => ({ name: 'write', args: [1, Buffer.from(words), words.length] });
const refused: Call = { name: 'close', args: [999] };

describe.skipIf(process.platform !== 'linux' || architecture === undefined)('on this machine', () => {
  function run(calls: readonly Call[], args: readonly string[], env: Record<string, string> = {}) {
    const file = join(folder, `prelude-${calls.length}-${args.length}`);
    writeFileSync(file, buildPrelude(architecture ?? 'x64', calls), { mode: 0o755 });
    const { status, signal, stdout, stderr } = spawnSync(file, args, { env, encoding: 'utf8' });
    return { status, signal, stdout, stderr: stderr.slice(0, 18) };
  }

  test('it carries out its calls in their order, and becomes the command', () => {
    const env = { ODD: 'a b' };
    const result = run([say('one '), say('two ')], ['/bin/sh', '-c', 'echo "$ODD $0 $*"; exit 7', 'x', 'y z', ''], env);

    expect(result).toEqual({ status: 7, signal: null, stdout: 'one two a b x y z \n', stderr: '' });
  });

  test('it passes over what may fail', () => {
    expect(run([{ ...refused, optional: true }, say('on')], ['/bin/true'])).toMatchObject({ status: 0, stdout: 'on' });
  });

  test.each([
    ['a call that must succeed does not', [refused, say('on')], ['/bin/true']],
    ['there is no such command', [], ['/no/such/command']],
    ['there is no command', [], []],
  ])('it goes no further where %s', (_what, calls, args) => {
    const stdout = '';

    expect(run(calls, args)).toEqual({ status: 126, signal: null, stdout, stderr: 'the kernel refuses' });
  });
});

test.each(['x64', 'arm64'] as const)(
  'for %s it is a file of one segment whose code ends before its lists',
  (machine) => {
    const file = buildPrelude(machine, [say('word')]);

    expect(file.subarray(0, 4).toString('latin1')).toBe('\x7fELF');
    // The first list: write, and leave. The second: what was asked for, and its end.
    expect([0x100, 0x140, 0x180, 0x1c0].map((at) => file.readBigInt64LE(at))).toEqual(
      machine === 'x64' ? [1n, 231n, 1n, -1n] : [64n, 94n, 64n, -1n],
    );
    const address = Number(file.readBigInt64LE(0x180 + 16)) - 0x400000;
    expect(file.toString('latin1', address, address + 4)).toBe('word');
    expect(file.readBigUInt64LE(96)).toBe(BigInt(file.length));
    expect(file.subarray(0xf0, 0x100).every((byte) => byte === 0)).toBe(true);
  },
);

test('what an architecture does not have cannot be called there', () => {
  expect(() => buildPrelude('arm64', [{ name: 'iopl', args: [3] }])).toThrow('iopl');
});
