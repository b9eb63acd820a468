/**
 * Makes a program of a few hundred bytes that carries out a list of system calls, then becomes the command that its arguments are.
 * What a sandbox needs of the kernel and no installed tool can be relied on for is done this way: no compiler, no script language,
 * the same on every distribution. A static ELF file (elf(5)) for a fixed address, readable and executable, never writable.
 */
import { type Architecture, type CallName, numberOf } from './system-calls.ts';

export interface Call {
  name: CallName;
  /** A buffer becomes its address; a filter that of a `struct sock_fprog` (seccomp(2)). */
  args: readonly (number | Buffer | { filter: Buffer })[];
  /** A refusal is passed over; otherwise nothing goes on, and it exits with 126. */
  optional?: boolean;
}

const base = 0x400000;
const headerBytes = 120;
/** The code finds both lists at these places. */
const failureList = 0x100;
const callList = 0x180;
const entryBytes = 64;
const endOfList = -1n;
const elfMachines: Record<Architecture, number> = { x64: 62, arm64: 183 };

/**
 * Reads an entry: a number (negative at the end), six arguments, and whether it must succeed. Where one that must does not, or the
 * command cannot be run, the other list is carried out.
 */
const code: Record<Architecture, readonly string[]> = {
  x64: [
    'bb80014000', //       mov ebx, call list
    '488b03', //     each: mov rax, [rbx]
    '4885c0', //           test rax, rax
    '782b', //             js done
    '488b7b08', //         mov rdi, [rbx+8]
    '488b7310', //         mov rsi, [rbx+16]
    '488b5318', //         mov rdx, [rbx+24]
    '4c8b5320', //         mov r10, [rbx+32]
    '4c8b4328', //         mov r8, [rbx+40]
    '4c8b4b30', //         mov r9, [rbx+48]
    '0f05', //             syscall
    '4885c0', //           test rax, rax
    '7906', //             jns next
    '837b3800', //         cmp dword [rbx+56], 0
    '7520', //             jne fail
    '4883c340', //   next: add rbx, 64
    'ebcd', //             jmp each
    '488b7c2410', // done: mov rdi, [rsp+16]        the second argument
    '488d742410', //       lea rsi, [rsp+16]        all from it on
    '488b0424', //         mov rax, [rsp]           how many there are
    '488d54c410', //       lea rdx, [rsp+rax*8+16]  the environment behind them
    'b83b000000', //       mov eax, execve
    '0f05', //             syscall
    'bb00014000', // fail: mov ebx, failure list
    'ebac', //             jmp each
  ],
  arm64: [
    '1308a0d2', //       mov x19, base
    '133080f2', //       movk x19, call list
    '680240f9', // each: ldr x8, [x19]
    '4801f8b7', //       tbnz x8, #63, done
    '608640a9', //       ldp x0, x1, [x19, #8]
    '628e41a9', //       ldp x2, x3, [x19, #24]
    '649642a9', //       ldp x4, x5, [x19, #40]
    '010000d4', //       svc #0
    '6000f8b6', //       tbz x0, #63, next
    '691e40f9', //       ldr x9, [x19, #56]
    '290100b5', //       cbnz x9, fail
    '73020191', // next: add x19, x19, #64
    'f6ffff17', //       b each
    'e00b40f9', // done: ldr x0, [sp, #16]
    'e1430091', //       add x1, sp, #16
    'e90340f9', //       ldr x9, [sp]
    '220c098b', //       add x2, x1, x9, lsl #3
    'a81b80d2', //       mov x8, execve
    '010000d4', //       svc #0
    '1308a0d2', // fail: mov x19, base
    '132080f2', //       movk x19, failure list
    'edffff17', //       b each
  ],
};

const complaint = Buffer.from('the kernel refuses what the sandbox needs before a program begins\n');
const failure: readonly Call[] = [
  { name: 'write', args: [2, complaint, complaint.length], optional: true },
  { name: 'exit_group', args: [126], optional: true },
];

export function buildPrelude(architecture: Architecture, calls: readonly Call[]): Buffer {
  const data = layOutData(callList + (calls.length + 1) * entryBytes);
  const lists = [
    ...failure.map((call) => writeEntry(architecture, call, data.place)),
    ...calls.map((call) => writeEntry(architecture, call, data.place)),
  ];
  const end = Buffer.alloc(entryBytes);
  end.writeBigInt64LE(endOfList, 0);
  const body = Buffer.concat([...lists, end, ...data.pieces]);
  const text = Buffer.from(code[architecture].join(''), 'hex');
  const padding = Buffer.alloc(failureList - headerBytes - text.length);
  return Buffer.concat([writeHeader(architecture, failureList + body.length), text, padding, body]);
}

/** Pieces of data behind the lists, each at a multiple of eight. */
function layOutData(start: number) {
  const pieces: Buffer[] = [];
  let end = start;
  const put = (piece: Buffer) => {
    const padded = Buffer.concat([piece, Buffer.alloc(-piece.length & 7)]);
    const address = base + end;
    pieces.push(padded);
    end += padded.length;
    return address;
  };
  const place = (value: Call['args'][number]) => {
    if (typeof value === 'number') return value;
    if (Buffer.isBuffer(value)) return put(value);
    const program = Buffer.alloc(16);
    program.writeUInt16LE(value.filter.length / 8, 0);
    program.writeBigUInt64LE(BigInt(put(value.filter)), 8);
    return put(program);
  };
  return { pieces, place };
}

function writeEntry(architecture: Architecture, call: Call, place: (value: Call['args'][number]) => number): Buffer {
  const number = numberOf(call.name, architecture);
  if (number === undefined || call.args.length > 6) throw new Error(`${call.name} cannot be called here`);
  const entry = Buffer.alloc(entryBytes);
  entry.writeBigInt64LE(BigInt(number), 0);
  for (const [index, value] of call.args.entries()) entry.writeBigInt64LE(BigInt(place(value)), 8 + 8 * index);
  entry.writeUInt32LE(call.optional === true ? 0 : 1, 56);
  return entry;
}

function writeHeader(architecture: Architecture, fileBytes: number): Buffer {
  const header = Buffer.alloc(headerBytes);
  // 64 bits, low byte first, version 1; an executable.
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  header.writeUInt16LE(2, 16);
  header.writeUInt16LE(elfMachines[architecture], 18);
  header.writeUInt32LE(1, 20);
  header.writeBigUInt64LE(BigInt(base + headerBytes), 24);
  header.writeBigUInt64LE(64n, 32);
  // The sizes of this header and of the one segment's, and that there is one.
  header.writeUInt16LE(64, 52);
  header.writeUInt16LE(56, 54);
  header.writeUInt16LE(1, 56);
  // The segment: to be loaded, readable and executable, the whole file.
  header.writeUInt32LE(1, 64);
  header.writeUInt32LE(5, 68);
  header.writeBigUInt64LE(BigInt(base), 80);
  header.writeBigUInt64LE(BigInt(base), 88);
  header.writeBigUInt64LE(BigInt(fileBytes), 96);
  header.writeBigUInt64LE(BigInt(fileBytes), 104);
  header.writeBigUInt64LE(0x1000n, 112);
  return header;
}
