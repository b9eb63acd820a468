/** One tarball of the registry, brought to this disk and held against its checksum. Nothing of it is read. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pacote from 'pacote';

export interface Tarball {
  name: string;
  version: string;
  /** The address the registry gives for it. */
  resolved: string;
  integrity: string | undefined;
}

/** Rejects with an error of npm's or of the disk's, or with the code `TOO-LARGE`; the file then means nothing. */
export async function fetchTarball(
  { name, resolved, integrity }: Tarball,
  file: string,
  maxBytes: number,
  options: Record<string, unknown>,
): Promise<void> {
  // By its address, since by its version the list of all versions would be asked for once more; and without the download cache, since
  // what was unpacked is what is kept.
  const fetching = { ...options, allowRemote: 'all', cache: undefined, preferOnline: true };
  await pacote.tarball.stream(
    `${name}@${resolved}`,
    (tarball) => pipeline(limit(tarball, maxBytes), createWriteStream(file)),
    integrity === undefined ? fetching : { ...fetching, integrity },
  );
}

async function* limit(parts: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const part of parts) {
    bytes += part.length;
    if (bytes > maxBytes) throw Object.assign(new Error('too large'), { code: 'TOO-LARGE' });
    yield part;
  }
}
