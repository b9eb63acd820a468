/** Writes npm tarballs: gzipped tar (POSIX ustar) with everything below `package/`. */
import { gzipSync } from 'node:zlib';

const block = 512;

/** One entry, which may be as odd as tar allows. */
export interface TarEntry {
  /** Whole, with the folder that npm takes off; up to 100 bytes. */
  name: string;
  content?: string | Buffer;
  /** tar's letter: `0` a file, `1` a link, `2` a symbolic link, `3` a device, `5` a folder, `6` a pipe. */
  type?: string;
  mode?: number;
  /** Where a link leads. */
  linkTo?: string;
  /** What the header says, where that is not true. */
  claimedBytes?: number;
}

/** `files` maps a path inside the package to its content. */
export function packTarball(files: Readonly<Record<string, string>>): Buffer {
  return packEntries(Object.entries(files).map(([name, content]) => ({ name: `package/${name}`, content })));
}

export function packEntries(entries: readonly TarEntry[]): Buffer {
  return gzipSync(Buffer.concat([...entries.flatMap(packEntry), Buffer.alloc(2 * block)]));
}

function packEntry({ name, content = '', type = '0', mode = 0o755, linkTo = '', claimedBytes }: TarEntry): Buffer[] {
  const body = Buffer.from(content);
  const header = Buffer.alloc(block);
  header.write(name, 0, 100);
  header.write(`${mode.toString(8).padStart(7, '0')}\0`, 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${(claimedBytes ?? body.length).toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(linkTo, 157, 100);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, body, Buffer.alloc((block - (body.length % block)) % block)];
}
