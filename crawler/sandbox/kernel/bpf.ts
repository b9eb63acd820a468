/**
 * An assembler for classic BPF (`linux/filter.h`, Documentation/networking/filter.rst), which the kernel runs on system calls and on
 * packets. Jumps go forward, to a label or, without one, to the next instruction.
 */

export type Instruction =
  /** Into the accumulator: a word, half-word or byte at a fixed place. */
  | { do: 'load'; size: 'word' | 'half' | 'byte'; at: number }
  /** The same at a place counted from the index register. */
  | { do: 'load-indexed'; size: 'word' | 'half' | 'byte'; at: number }
  /** Into the index register: four times the low four bits of a byte, which is the length of an IPv4 header. */
  | { do: 'index-header'; at: number }
  | { do: 'and'; value: number }
  | { do: 'jump'; when: 'equal' | 'greater' | 'any-set'; value: number; to?: string; otherwise?: string }
  | { do: 'label'; name: string }
  | { do: 'return'; value: number };

const loads = { word: 0x20, half: 0x28, byte: 0x30 };
const indexedLoads = { word: 0x40, half: 0x48, byte: 0x50 };
const jumps = { equal: 0x15, greater: 0x25, 'any-set': 0x45 };
const instructionBytes = 8;
/** BPF_MAXINSNS. */
const maxInstructions = 4096;

/** `struct sock_filter[]`, for a machine with the low byte first. Throws where a jump leads nowhere, back, or too far. */
export function assembleFilter(instructions: readonly Instruction[]): Buffer {
  const labels = new Map<string, number>();
  let count = 0;
  for (const each of instructions) {
    if (each.do !== 'label') count += 1;
    else if (labels.has(each.name)) throw new Error(`there are two labels ${each.name}`);
    else labels.set(each.name, count);
  }
  if (count === 0 || count > maxInstructions) throw new Error(`a filter of ${count} instructions`);
  const filter = Buffer.alloc(count * instructionBytes);
  let at = 0;
  for (const each of instructions) {
    if (each.do === 'label') continue;
    const next = at + 1;
    writeInstruction(filter, at * instructionBytes, each, (label) => measureJump(labels, next, label));
    at = next;
  }
  return filter;
}

function measureJump(labels: ReadonlyMap<string, number>, next: number, label: string | undefined): number {
  if (label === undefined) return 0;
  const distance = (labels.get(label) ?? Number.NaN) - next;
  if (!(distance >= 0 && distance <= 255)) throw new Error(`a jump to ${label} over ${distance} instructions`);
  return distance;
}

function writeInstruction(
  filter: Buffer,
  at: number,
  instruction: Exclude<Instruction, { do: 'label' }>,
  measure: (label: string | undefined) => number,
): void {
  const isJump = instruction.do === 'jump';
  filter.writeUInt16LE(findCode(instruction), at);
  filter.writeUInt8(isJump ? measure(instruction.to) : 0, at + 2);
  filter.writeUInt8(isJump ? measure(instruction.otherwise) : 0, at + 3);
  filter.writeUInt32LE('at' in instruction ? instruction.at : instruction.value, at + 4);
}

function findCode(instruction: Exclude<Instruction, { do: 'label' }>): number {
  switch (instruction.do) {
    case 'load':
      return loads[instruction.size];
    case 'load-indexed':
      return indexedLoads[instruction.size];
    case 'index-header':
      return 0xb1;
    case 'and':
      return 0x54;
    case 'jump':
      return jumps[instruction.when];
    case 'return':
      return 0x06;
  }
}
