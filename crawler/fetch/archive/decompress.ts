/** Decompresses a file as a stream, within a bound on what comes out, whatever it claims to be. */
import { createReadStream } from 'node:fs';
import { PassThrough, pipeline, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { ArchiveFault } from './archive-fault.ts';

export type Compression = 'none' | 'gzip' | 'zstd';

/** The bytes inside. @throws ArchiveFault */
export async function* decompressFile(
  file: string,
  compression: Compression,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    // An error comes out of the loop, so the callback has nothing to add.
    const source: AsyncIterable<Uint8Array> = pipeline(createReadStream(file), makeStream(compression), () => {});
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge();
      yield chunk;
    }
  } catch (error) {
    if (hasCode(error, /^ENOENT$/)) throw new ArchiveFault('broken', 'It was taken away while it was read.');
    throw hasCode(error, /^(Z_|ERR_ZLIB|ZSTD_)/) ? broken(compression) : error;
  }
}

function makeStream(compression: Compression): Transform {
  if (compression === 'none') return new PassThrough();
  if (compression === 'gzip') return zlib.createGunzip();
  // Node.js has it since 22.15.
  if (!('createZstdDecompress' in zlib))
    throw new ArchiveFault('broken', 'It is compressed with zstd, which this Node.js does not read.');
  return zlib.createZstdDecompress();
}

function hasCode(error: unknown, code: RegExp): boolean {
  return error instanceof Error && 'code' in error && code.test(String(error.code));
}

function tooLarge(): ArchiveFault {
  return new ArchiveFault('too-large', 'Unpacked it is larger than what is read of one server.');
}

function broken(compression: Compression): ArchiveFault {
  return new ArchiveFault('broken', `The archive is damaged, or is not compressed with ${compression}.`);
}
