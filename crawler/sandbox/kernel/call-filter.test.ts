import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCallFilter, refusedCalls, verdicts } from './call-filter.ts';
import { runFilter } from './run-filter-for-test.ts';
import { type CallName, findArchitecture, newestCall, numberOf } from './system-calls.ts';

const machines = [
  { machine: 'x64', audit: 0xc000003e, other: 0x40000003 },
  { machine: 'arm64', audit: 0xc00000b7, other: 0x40000028 },
] as const;

describe.each(machines)('on $machine', ({ machine, audit, other }) => {
  const filter = buildCallFilter(machine);

  /** Arguments are 64 bits wide; the upper half is filled, since a program may fill it with what it likes. */
  function ask(number: number, args: readonly number[] = [], architecture: number = audit): number {
    const call = Buffer.alloc(64, 0xff);
    call.writeUInt32LE(number, 0);
    call.writeUInt32LE(architecture, 4);
    for (const [index, value] of args.entries()) call.writeUInt32LE(value >>> 0, 16 + 8 * index);
    return runFilter(filter, (at) => call.readUInt32LE(at));
  }
  const askFor = (name: CallName, ...args: number[]) => ask(numberOf(name, machine) ?? Number.NaN, args);

  test('every call of the list is refused, whatever its arguments', () => {
    const known = refusedCalls.filter((name) => numberOf(name, machine) !== undefined);
    expect(known.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.array(fc.nat(0xffffffff), { maxLength: 6 }), (name, args) => {
        expect(askFor(name, ...args)).toBe(verdicts.refuse);
      }),
      { numRuns: 500 },
    );
  });

  test('any other call up to the newest is let through, and none beyond it', () => {
    const looked: CallName[] = ['clone', 'clone3', 'ioctl', 'personality', 'socket', 'socketpair', ...refusedCalls];
    const numbers = new Set(looked.map((name) => numberOf(name, machine)));
    for (let number = 0; number <= newestCall; number++) {
      if (!numbers.has(number)) expect([number, ask(number)]).toEqual([number, verdicts.allow]);
    }
    for (const number of [newestCall + 1, 0x40000000, 0x40000000 + 165, 0xffffffff]) {
      expect(ask(number)).toBe(verdicts.absent);
    }
  });

  test('a call of another architecture ends the program', () => {
    for (let number = 0; number <= newestCall + 1; number++) expect(ask(number, [], other)).toBe(verdicts.kill);
  });

  test.each<[string, CallName, number[], keyof typeof verdicts]>([
    ['a process', 'clone', [0x1200011], 'allow'],
    ['a thread', 'clone', [0x3d0f00], 'allow'],
    ['a user namespace', 'clone', [0x10000000], 'refuse'],
    ['a mount namespace among other flags', 'clone', [0x3d0f00 | 0x20000], 'refuse'],
    ['a network namespace', 'clone', [0x40000000], 'refuse'],
    ['flags in memory', 'clone3', [], 'absent'],
    ['a terminal’s size', 'ioctl', [0, 0x5413], 'allow'],
    ['words into a terminal', 'ioctl', [0, 0x5412], 'refuse'],
    ['a paste into a console', 'ioctl', [0, 0x541c], 'refuse'],
    ['which personality', 'personality', [0xffffffff], 'allow'],
    ['fixed addresses', 'personality', [0x0040000], 'refuse'],
    ['a local socket', 'socket', [1, 1, 0], 'allow'],
    ['TCP', 'socket', [2, 0x80801, 6], 'allow'],
    ['UDP over IPv6', 'socket', [10, 2, 17], 'allow'],
    ['MPTCP', 'socket', [10, 0x80801, 262], 'allow'],
    ['SCTP by its protocol', 'socket', [2, 1, 132], 'noFamily'],
    ['SCTP by its kind', 'socket', [10, 5, 0], 'noFamily'],
    ['routes', 'socket', [16, 0x80003, 0], 'allow'],
    ['netfilter', 'socket', [16, 3, 12], 'noFamily'],
    ['packets', 'socket', [17, 3, 0], 'noFamily'],
    ['the kernel’s cryptography', 'socket', [38, 5, 0], 'noFamily'],
    ['the host of a virtual machine', 'socket', [40, 1, 0], 'noFamily'],
    ['a pair of local sockets', 'socketpair', [1, 1, 0], 'allow'],
    ['a pair of others', 'socketpair', [30, 1, 0], 'noFamily'],
  ])('asked for %s, %s%j: %s', (_what, name, args, verdict) => {
    expect(askFor(name, ...args)).toBe(verdicts[verdict]);
  });
});

test('there is a filter for these machines and no others', () => {
  expect(['x64', 'arm64', 'ia32', 'riscv64', 's390x', ''].map((name) => findArchitecture(name))).toEqual([
    'x64',
    'arm64',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
