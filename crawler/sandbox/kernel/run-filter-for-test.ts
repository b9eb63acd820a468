/** Classic BPF, run as the kernel would, for as much of it as the assembler writes. */

const loads = new Map<number, { size: number; indexed: boolean }>([
  [0x20, { size: 4, indexed: false }],
  [0x28, { size: 2, indexed: false }],
  [0x30, { size: 1, indexed: false }],
  [0x40, { size: 4, indexed: true }],
  [0x48, { size: 2, indexed: true }],
  [0x50, { size: 1, indexed: true }],
]);

/** `load` reads from what is looked at; undefined where that ends before, on which the kernel returns zero. */
export function runFilter(filter: Buffer, load: (at: number, size: number) => number | undefined): number {
  let accumulator = 0;
  let index = 0;
  for (let at = 0; at < filter.length; ) {
    const code = filter.readUInt16LE(at);
    const value = filter.readUInt32LE(at + 4);
    const jump = (holds: boolean) => 8 * filter.readUInt8(holds ? at + 2 : at + 3);
    const loading = loads.get(code);
    let further = 0;
    if (loading !== undefined || code === 0xb1) {
      const word = load(value + (loading?.indexed === true ? index : 0), loading?.size ?? 1);
      if (word === undefined) return 0;
      if (loading === undefined) index = 4 * (word & 0xf);
      else accumulator = word;
    } else if (code === 0x54) accumulator = (accumulator & value) >>> 0;
    else if (code === 0x15) further = jump(accumulator === value);
    else if (code === 0x25) further = jump(accumulator > value);
    else if (code === 0x45) further = jump((accumulator & value) !== 0);
    else if (code === 0x06) return value;
    else throw new Error(`no instruction ${code}`);
    at += 8 + further;
  }
  throw new Error('the filter ends without an answer');
}
