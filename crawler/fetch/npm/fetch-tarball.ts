/** One tarball of the registry, brought to this disk and held against its checksum. Nothing of it is read. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pacote from 'pacote';

export interface Tarball {
  name: string;
  version: string;
  /** Where the registry says it is. */
  resolved: string;
  integrity: string | undefined;
}

/** Rejects with an error of npm's or of the disk's, or with the code `TOO-LARGE`; the file then means nothing. */
export async function fetchTarball(
  { name, version, resolved, integrity }: Tarball,
  file: string,
  maxBytes: number,
  options: Record<string, unknown>,
): Promise<void> {
  // The download cache is left out: what was unpacked is what is kept.
  const fetching = { ...options, cache: undefined, preferOnline: true, resolved };
  await pacote.tarball.stream(
    `${name}@${version}`,
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
