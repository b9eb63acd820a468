/**
 * Reads a tar stream: POSIX.1-2001 (pax), ustar and GNU names. Every entry is told with its name as written; what to make of a link or
 * a name is the caller's choice, since nothing is unpacked here.
 */
import { ArchiveFault } from './archive-fault.ts';
import { ByteReader } from './byte-reader.ts';

export interface TarEntry {
  /** As written: it may be absolute, or lead upwards. */
  name: string;
  kind: 'file' | 'folder' | 'link' | 'hard-link' | 'other';
  size: number;
  /** What a link leads to, as written. */
  target: string | undefined;
  /** Of a file that `wants` asked for. */
  content: Buffer | undefined;
}

export interface TarFile {
  name: string;
  size: number;
  isExecutable: boolean;
}

export interface TarOptions {
  /** Whether a file's content is to be kept in memory. */
  wants: (name: string, size: number) => boolean;
  /** Asked of the files that are not: what takes the content, piece by piece, before the entry is told. What it throws ends the reading. */
  open?: (file: TarFile) => ((part: Buffer) => void) | undefined;
  maxEntries: number;
}

const block = 512;
const maxNameBytes = 64_000;

const kinds: Readonly<Record<string, TarEntry['kind']>> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  '1': 'hard-link',
  '2': 'link',
  '5': 'folder',
};

interface Extension {
  path?: string;
  linkpath?: string;
  size?: number;
}

/** @throws ArchiveFault */
export async function* readTar(source: AsyncIterable<Uint8Array>, options: TarOptions): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(source);
  let ahead: Extension = {};
  for (let entries = 0; ; ) {
    const header = await reader.take(block);
    // Two empty blocks end it; some writers leave them out.
    if (header === undefined || header.every((byte) => byte === 0)) return;
    checkSum(header);
    const type = String.fromCharCode(header[156] ?? 0);
    const declared = readNumber(header, 124, 12);
    if (type === 'x' || type === 'g' || type === 'L' || type === 'K') {
      const text = await readExtension(reader, declared);
      if (type !== 'g') ahead = { ...ahead, ...(type === 'x' ? readPax(text) : readGnu(type, text)) };
      continue;
    }
    if (++entries > options.maxEntries) throw new ArchiveFault('too-large', 'It holds more files than are read.');
    yield await readEntry(reader, header, kinds[type] ?? 'other', { size: declared, ...ahead }, options);
    ahead = {};
  }
}

async function readEntry(
  reader: ByteReader,
  header: Buffer,
  kind: TarEntry['kind'],
  extension: Extension & { size: number },
  { wants, open }: TarOptions,
): Promise<TarEntry> {
  const name = extension.path ?? readName(header);
  // Only what is a file has content behind it; a size on anything else is a trap for whoever skips it.
  const size = kind === 'file' || kind === 'other' ? extension.size : 0;
  const isWanted = kind === 'file' && wants(name, size);
  const content = isWanted ? await reader.take(size) : undefined;
  if (isWanted && content === undefined) throw broken();
  const take = kind === 'file' && !isWanted ? open?.({ name, size, isExecutable: isExecutable(header) }) : undefined;
  if (!isWanted) await reader.pass(size, take ?? (() => {}));
  await reader.skip(padding(size));
  const target =
    kind === 'link' || kind === 'hard-link' ? (extension.linkpath ?? readText(header, 157, 100)) : undefined;
  return { name, kind, size, target, content };
}

async function readExtension(reader: ByteReader, size: number): Promise<Buffer> {
  if (size > maxNameBytes)
    throw new ArchiveFault('too-large', 'It holds a name that is longer than any file system allows.');
  const text = await reader.take(size);
  if (text === undefined) throw broken();
  await reader.skip(padding(size));
  return text;
}

/** Records of `<length> <key>=<value>\n`, the length counting the whole record. */
function readPax(text: Buffer): Extension {
  const found: Extension = {};
  let at = 0;
  while (at < text.length) {
    const blank = text.indexOf(0x20, at);
    const length = blank === -1 ? Number.NaN : Number(text.toString('latin1', at, blank));
    if (!Number.isInteger(length) || length <= blank - at + 1 || at + length > text.length) throw broken();
    const record = text.toString('utf8', blank + 1, at + length - 1);
    const [key, value = ''] = splitOnce(record);
    if (key === 'path') found.path = value;
    if (key === 'linkpath') found.linkpath = value;
    if (key === 'size') found.size = readDecimal(value);
    at += length;
  }
  return found;
}

function readGnu(type: 'L' | 'K', text: Buffer): Extension {
  const name = text.toString('utf8').replace(/\0.*$/s, '');
  return type === 'L' ? { path: name } : { linkpath: name };
}

function readName(header: Buffer): string {
  const name = readText(header, 0, 100);
  const prefix = header.toString('latin1', 257, 262) === 'ustar' ? readText(header, 345, 155) : '';
  // GNU's own format has times in the place of the prefix.
  const isPosix = header[263] === 0x30;
  return prefix === '' || !isPosix ? name : `${prefix}/${name}`;
}

/** By anyone. Modes are written in many ways, and none of them makes an archive unreadable. */
function isExecutable(header: Buffer): boolean {
  return (Number.parseInt(readText(header, 100, 8).trim(), 8) & 0o111) !== 0;
}

function readText(header: Buffer, at: number, length: number): string {
  const field = header.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}

/** Octal digits, or a binary number where the first bit is set (GNU). */
function readNumber(header: Buffer, at: number, length: number): number {
  if (((header[at] ?? 0) & 0x80) !== 0) {
    const high = header.subarray(at + 1, at + length - 6);
    if (header[at] !== 0x80 || high.some((byte) => byte !== 0)) throw broken();
    return header.readUIntBE(at + length - 6, 6);
  }
  const text = readText(header, at, length).trim();
  if (text === '') return 0;
  if (!/^[0-7]+$/.test(text)) throw broken();
  return Number.parseInt(text, 8);
}

function readDecimal(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw broken();
  return Number(text);
}

function checkSum(header: Buffer): void {
  let sum = 0;
  for (const [index, byte] of header.entries()) sum += index >= 148 && index < 156 ? 0x20 : byte;
  if (readNumber(header, 148, 8) !== sum) throw broken();
}

function splitOnce(record: string): [string, string] {
  const at = record.indexOf('=');
  return at === -1 ? [record, ''] : [record.slice(0, at), record.slice(at + 1)];
}

function padding(size: number): number {
  return (block - (size % block)) % block;
}

function broken(): ArchiveFault {
  return new ArchiveFault('broken', 'The archive is damaged, or is no tar file.');
}
