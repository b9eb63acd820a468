/** Writes archives as tests need them: well made ones in a line, and ones that no honest program writes. */
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

export interface PackedFile {
  name: string;
  content?: string | Buffer;
  /** What the headers say of the size, over what is true. */
  claimedSize?: number;
  /** Zip: makes it a link to its content. Tar: the type of the entry. */
  type?: 'link' | 'hard-link' | 'folder' | 'device' | 'pax' | 'gnu-name';
  /** Tar: where a link leads. */
  target?: string;
  /** Tar: who may do what, as in `chmod`. */
  mode?: number;
  /** Zip: the name in front of the content, where it is another than in the table. */
  localName?: string;
  /** Zip: the flag that says it is encrypted. */
  encrypted?: boolean;
}

export function toFiles(files: Readonly<Record<string, string>>): PackedFile[] {
  return Object.entries(files).map(([name, content]) => ({ name, content }));
}

export function packZip(files: readonly PackedFile[], comment = ''): Buffer {
  const bodies: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const content = Buffer.from(file.content ?? '');
    const packed = deflateRawSync(content);
    const size = file.claimedSize ?? content.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    const localName = Buffer.from(file.localName ?? file.name);
    local.writeUInt16LE(localName.length, 26);
    bodies.push(local, localName, packed);
    table.push(packTableEntry(file, crc32(content), size, packed.length, offset));
    offset += local.length + localName.length + packed.length;
  }
  const tableBytes = table.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(tableBytes, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, ...table, end, Buffer.from(comment)]);
}

function packTableEntry(file: PackedFile, checksum: number, size: number, packedSize: number, offset: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(file.encrypted ? 1 : 0, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(checksum, 16);
  entry.writeUInt32LE(packedSize, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(Buffer.byteLength(file.name), 28);
  entry.writeUInt32LE(((file.type === 'link' ? 0o120777 : 0o100644) << 16) >>> 0, 38);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, Buffer.from(file.name)]);
}

const block = 512;
const tarTypes = { link: '2', 'hard-link': '1', folder: '5', device: '3', pax: 'x', 'gnu-name': 'L' } as const;

export function packTar(files: readonly PackedFile[]): Buffer {
  return Buffer.concat([...files.flatMap(packTarEntry), Buffer.alloc(2 * block)]);
}

export function packTarGz(files: readonly PackedFile[]): Buffer {
  return gzipSync(packTar(files));
}

/** One record of a pax header. */
export function paxRecord(key: string, value: string): string {
  const body = ` ${key}=${value}\n`;
  let length = body.length + 1;
  while (String(length).length + body.length !== length) length = String(length).length + body.length;
  return `${length}${body}`;
}

function packTarEntry(file: PackedFile): Buffer[] {
  const content = Buffer.from(file.content ?? '');
  const header = Buffer.alloc(block);
  header.write(file.name, 0, 100);
  header.write(`${(file.mode ?? 0o644).toString(8).padStart(7, '0')}\0`, 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${(file.claimedSize ?? content.length).toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(file.type === undefined ? '0' : tarTypes[file.type], 156);
  header.write(file.target ?? '', 157, 100);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, content, Buffer.alloc((block - (content.length % block)) % block)];
}
