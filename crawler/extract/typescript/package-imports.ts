/** What a script imports, by the text alone, and which file of a package an address means. */
import { isJsonObject, type Json, type JsonObject } from '../../../schema/tool-definition.ts';

const maxAddresses = 2000;
const address =
  /(?:\bfrom\s*|\bimport\s*|\bimport\s*\(\s*|\brequire\s*\(\s*)(?:"([^"\\\n]{1,200})"|'([^'\\\n]{1,200})')/g;

/** Every address of an `import`, `export … from` or `require`; generous: one inside a comment counts. */
export function importedAddresses(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(address)) {
    const written = match[1] ?? match[2];
    if (written !== undefined) found.add(written);
    if (found.size >= maxAddresses) break;
  }
  return [...found];
}

export interface PackageAddress {
  name: string;
  /** `.` or `./lib/x`, as `exports` has it. */
  subpath: string;
}

const bare = /^(@[a-z0-9~_-][\w.~-]*\/[a-z0-9~_-][\w.~-]*|[a-z0-9~_-][\w.~-]*)(\/.+)?$/i;

/** Undefined for a file, a module of Node.js and what is no package's name. */
export function packageAddress(written: string): PackageAddress | undefined {
  if (written.startsWith('node:') || written.startsWith('.') || written.includes('..')) return undefined;
  const match = bare.exec(written);
  return match?.[1] === undefined ? undefined : { name: match[1], subpath: `.${match[2] ?? ''}` };
}

const wantedConditions = ['node', 'import', 'module', 'require', 'default'];
const maxNesting = 8;

/** The files that an address may mean, as the package's own manifest has it; the likeliest first. */
export function entryCandidates(manifest: JsonObject, subpath: string): string[] {
  const { exports, main, module } = manifest;
  const written: string[] = [];
  if (exports !== undefined) written.push(...exportTargets(exports, subpath));
  if (subpath !== '.') written.push(subpath);
  else for (const entry of [module, main, 'index.js']) if (typeof entry === 'string') written.push(entry);
  const files = written.map((file) => file.replace(/^\.?\//, '')).filter((file) => file !== '');
  return [...new Set(files.flatMap((file) => [file, `${file}.js`, `${file}.mjs`, `${file}.cjs`, `${file}/index.js`]))];
}

function exportTargets(exports: Json, subpath: string): string[] {
  const isMap = isJsonObject(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
  if (!isMap) return subpath === '.' ? conditionTargets(exports) : [];
  if (!isJsonObject(exports)) return [];
  const exact = Object.hasOwn(exports, subpath) ? exports[subpath] : undefined;
  if (exact !== undefined) return conditionTargets(exact);
  for (const [pattern, target] of Object.entries(exports)) {
    const [before, after, ...more] = pattern.split('*');
    if (before === undefined || after === undefined || more.length > 0) continue;
    if (!subpath.startsWith(before) || !subpath.endsWith(after) || subpath.length < pattern.length) continue;
    const middle = subpath.slice(before.length, subpath.length - after.length);
    return conditionTargets(target).map((file) => file.replace('*', () => middle));
  }
  return [];
}

function conditionTargets(target: Json | undefined, depth = 0): string[] {
  if (typeof target === 'string') return [target];
  if (depth > maxNesting || !isJsonObject(target)) return [];
  return wantedConditions.flatMap((condition) =>
    Object.hasOwn(target, condition) ? conditionTargets(target[condition], depth + 1) : [],
  );
}
