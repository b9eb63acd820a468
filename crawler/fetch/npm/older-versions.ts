/** Which versions came before one, newest first. */
import pacote from 'pacote';
import { isExactVersion } from '../../npm-name.ts';
import { type FetchContext, requestOptions } from './look-up.ts';
import { readNpmSettings } from './settings.ts';

const lookUpMs = 20_000;

/** At most `count` finished versions below `version`; none where the registry does not tell. Rejects only when the signal aborts. */
export async function listOlderVersions(
  name: string,
  version: string,
  count: number,
  context: FetchContext,
): Promise<string[]> {
  try {
    const { versions } = await pacote.packument(name, {
      ...(await readNpmSettings()),
      ...requestOptions(context.cacheFolder, context.offline),
      signal: AbortSignal.any([context.signal, AbortSignal.timeout(lookUpMs)]),
    });
    return chooseOlderVersions(Object.keys(versions), version, count);
  } catch {
    context.signal.throwIfAborted();
    return [];
  }
}

/** Order by semver's numbers; a version with a label (`1.2.0-beta.1`) is not finished. */
export function chooseOlderVersions(versions: readonly string[], than: string, count: number): string[] {
  const bound = readNumbers(than);
  return versions
    .filter((version) => isExactVersion(version) && !version.includes('-') && compare(readNumbers(version), bound) < 0)
    .sort((one, other) => compare(readNumbers(other), readNumbers(one)))
    .slice(0, count);
}

function readNumbers(version: string): readonly bigint[] {
  // Numbers may be longer than a double holds.
  return (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '0.0.0').split('.').map(BigInt);
}

function compare(one: readonly bigint[], other: readonly bigint[]): number {
  for (const [index, number] of one.entries()) {
    const against = other[index] ?? 0n;
    if (number !== against) return number < against ? -1 : 1;
  }
  return 0;
}
