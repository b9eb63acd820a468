/** Asks the registry which version a name stands for: one request, answered from the cache where the registry says it has not changed. */
import path from 'node:path';
import pacote from 'pacote';
import { isExactVersion } from '../../npm-name.ts';
import { describeLookUpFailure, type FetchFailure, readNpmError } from './failure.ts';
import { readNpmSettings } from './settings.ts';

export interface FetchContext {
  cacheFolder: string;
  offline: boolean;
  signal: AbortSignal;
}

const lookUpMs = 20_000;

/** `version` may be a range or a tag; undefined is the newest. Rejects only when `signal` aborts. */
export async function lookUpNpmVersion(
  name: string,
  version: string | undefined,
  context: FetchContext,
): Promise<{ ok: true; version: string } | FetchFailure> {
  const asked = version === undefined ? name : `${name}@${version}`;
  try {
    const manifest = await pacote.manifest(asked, {
      ...(await readNpmSettings()),
      ...requestOptions(context.cacheFolder, context.offline),
      signal: AbortSignal.any([context.signal, AbortSignal.timeout(lookUpMs)]),
    });
    if (isExactVersion(manifest.version)) return { ok: true, version: manifest.version };
    return { ok: false, failure: 'not-found', reason: `The npm registry gives no usable version for ${asked}.` };
  } catch (error) {
    context.signal.throwIfAborted();
    return describeLookUpFailure(readNpmError(error), asked);
  }
}

/** Nothing but the registry itself is ever asked, and not for long. */
export function requestOptions(cacheFolder: string, offline: boolean): Record<string, unknown> {
  return {
    cache: path.join(cacheFolder, 'npm-cache'),
    offline,
    preferOffline: false,
    timeout: 15_000,
    retry: { retries: 1, factor: 1, minTimeout: 500, maxTimeout: 1_000 },
    allowGit: 'none',
    allowRemote: 'none',
    allowFile: 'none',
    allowDirectory: 'none',
  };
}
