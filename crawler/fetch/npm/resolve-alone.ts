/** Where the registry has one package, without what it needs to run. */
import pacote from 'pacote';
import { readNpmError } from './failure.ts';
import { dayOldLists, notListed, type PlacedPackage, type Resolution } from './resolve-tree.ts';

export async function resolveAlone(
  name: string,
  version: string,
  options: Record<string, unknown>,
): Promise<Resolution> {
  const found = await ask(name, version, { ...options, headers: dayOldLists });
  return !found.ok && notListed.has(found.error.code) ? ask(name, version, options) : found;
}

async function ask(name: string, version: string, options: Record<string, unknown>): Promise<Resolution> {
  try {
    const { dist, _resolved, _integrity } = await pacote.manifest(`${name}@${version}`, options);
    if (!_resolved) return { ok: false, error: { code: 'NO-TARBALL', subject: `${name}@${version}` } };
    const declared = dist?.unpackedSize;
    const found: PlacedPackage = {
      name,
      version,
      resolved: _resolved,
      integrity: _integrity,
      location: '',
      declaredBytes: typeof declared === 'number' && declared > 0 ? declared : 0,
      isOptional: false,
    };
    return { ok: true, packages: [found] };
  } catch (error) {
    return { ok: false, error: readNpmError(error) };
  }
}
