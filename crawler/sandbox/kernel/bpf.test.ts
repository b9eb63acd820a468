import { describe, expect, test } from 'vitest';
import { assembleFilter, type Instruction } from './bpf.ts';
import { runFilter } from './run-filter-for-test.ts';

test('an instruction is eight bytes as the kernel’s header has them', () => {
  const filter = assembleFilter([
    { do: 'load', size: 'half', at: 2 },
    { do: 'jump', when: 'greater', value: 0x01020304, to: 'end', otherwise: 'other' },
    { do: 'label', name: 'other' },
    { do: 'return', value: 0 },
    { do: 'label', name: 'end' },
    { do: 'return', value: 0x7fff0000 },
  ]);

  expect(filter.toString('hex')).toBe(
    '2800000002000000' + '2500010004030201' + '0600000000000000' + '060000000000ff7f',
  );
});

test('what it writes runs as it reads', () => {
  const filter = assembleFilter([
    { do: 'index-header', at: 0 },
    { do: 'load-indexed', size: 'byte', at: 1 },
    { do: 'and', value: 0x0f },
    { do: 'jump', when: 'any-set', value: 0x04, otherwise: 'no' },
    { do: 'return', value: 1 },
    { do: 'label', name: 'no' },
    { do: 'return', value: 2 },
  ]);
  const run = (...bytes: number[]) => runFilter(filter, (at) => bytes[at]);

  expect([run(0x41, 0, 0, 0, 0, 0x14), run(0x41, 0, 0, 0, 0, 0x13), run(0x41)]).toEqual([1, 2, 0]);
});

describe('no filter is made', () => {
  const end: Instruction = { do: 'return', value: 0 };
  const jump: Instruction = { do: 'jump', when: 'equal', value: 0, to: 'there' };
  const there: Instruction = { do: 'label', name: 'there' };

  test.each<[string, Instruction[], RegExp]>([
    ['of nothing', [], /0 instructions/],
    ['with a jump to nowhere', [jump, end], /there/],
    ['with a jump back', [there, end, jump, end], /there/],
    ['with a jump that is too far', [jump, ...Array<Instruction>(256).fill(end), there, end], /256/],
    ['with a label twice', [there, there, end], /two labels/],
    ['that is longer than the kernel takes', Array<Instruction>(4097).fill(end), /4097/],
  ])('%s', (_what, instructions, message) => {
    expect(() => assembleFilter(instructions)).toThrow(message);
  });
});
