/**
 * Reads a zip file where it lies: its table of contents, and single files on demand. Nothing is unpacked to disk, so no name in it can
 * lead anywhere. PKWARE APPNOTE 6.3.10 without ZIP64, encryption and several disks, none of which a wheel has.
 */
import type { FileHandle } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { ArchiveFault } from './archive-fault.ts';

export interface ZipEntry {
  name: string;
  /** Bytes, as declared; checked when it is read. */
  size: number;
  kind: 'file' | 'folder' | 'link';
  /** Undefined where it is encrypted or compressed in a way that is not read. */
  place: { offset: number; packedSize: number; method: 0 | 8 } | undefined;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const entryBytes = 46;
const localBytes = 30;
/** The end record, with the longest comment behind it. */
const tailBytes = endBytes + 0xffff;
const maxTableBytes = 32_000_000;
const linkType = 0o12;

/** @throws ArchiveFault */
export async function listZip(file: FileHandle): Promise<ZipEntry[]> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - tailBytes), Math.min(size, tailBytes));
  const end = findEnd(tail);
  const count = tail.readUInt16LE(end + 10);
  const tableBytes = tail.readUInt32LE(end + 12);
  const tableAt = tail.readUInt32LE(end + 16);
  if (count === 0xffff || tableAt === 0xffffffff || tableBytes > maxTableBytes) {
    throw new ArchiveFault('too-large', 'The archive holds more files than are read.');
  }
  if (tableAt + tableBytes > size) throw broken();
  return readTable(await readAt(file, tableAt, tableBytes), count);
}

/** @throws ArchiveFault where the file is not what the table of contents says. */
export async function readZipEntry(file: FileHandle, entry: ZipEntry): Promise<Buffer | undefined> {
  if (entry.place === undefined) return undefined;
  const { offset, packedSize, method } = entry.place;
  if (packedSize > entry.size + entry.size / 100 + 1_000) throw broken();
  const local = await readAt(file, offset, localBytes);
  if (local.readUInt32LE(0) !== localSignature) throw broken();
  const nameBytes = local.readUInt16LE(26);
  const name = await readAt(file, offset + localBytes, nameBytes);
  // A reader that believes this header would see another file than one that believes the table.
  if (name.toString('utf8') !== entry.name) throw broken();
  const packed = await readAt(file, offset + localBytes + nameBytes + local.readUInt16LE(28), packedSize);
  const content = method === 0 ? packed : inflate(packed, entry.size);
  if (content.length !== entry.size) throw broken();
  return content;
}

function inflate(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw broken();
  }
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - endBytes; at >= 0; at--) {
    // The comment's length must lead exactly to the end, or a record inside a comment could pass for the real one.
    if (tail.readUInt32LE(at) === endSignature && at + endBytes + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  throw broken();
}

function readTable(table: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + entryBytes > table.length || table.readUInt32LE(at) !== entrySignature) throw broken();
    const nameBytes = table.readUInt16LE(at + 28);
    const next = at + entryBytes + nameBytes + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
    if (next > table.length) throw broken();
    const entry = readEntry(table, at, table.toString('utf8', at + entryBytes, at + entryBytes + nameBytes));
    // Which of the two counts depends on who unpacks it.
    if (names.has(entry.name)) throw new ArchiveFault('broken', 'The archive holds a file name twice.');
    names.add(entry.name);
    entries.push(entry);
    at = next;
  }
  return entries;
}

function readEntry(table: Buffer, at: number, name: string): ZipEntry {
  const flags = table.readUInt16LE(at + 8);
  const method = table.readUInt16LE(at + 10);
  const isReadable = (flags & 1) === 0 && (method === 0 || method === 8);
  const place = { offset: table.readUInt32LE(at + 42), packedSize: table.readUInt32LE(at + 20), method };
  // Made on Unix, the upper half is the mode; elsewhere these bits are zero.
  const isLink = table.readUInt32LE(at + 38) >>> 28 === linkType;
  return {
    name,
    size: table.readUInt32LE(at + 24),
    kind: isLink ? 'link' : name.endsWith('/') ? 'folder' : 'file',
    place: isReadable ? { ...place, method: method === 0 ? 0 : 8 } : undefined,
  };
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { size } = await file.stat();
  if (length > size || position > size - length) throw broken();
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw broken();
  return buffer;
}

function broken(): ArchiveFault {
  return new ArchiveFault('broken', 'The archive is damaged, or is no zip file.');
}
