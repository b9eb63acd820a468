/** The npm registry's rules for names, as far as they keep a stranger's text from becoming an option, a path or an address. */

const part = /^[a-z0-9~][a-z0-9._~-]*$/i;
const blocked: ReadonlySet<string> = new Set(['node_modules', 'favicon.ico']);

/** `name` or `@scope/name`; up to 214 characters; no leading dot, underscore or hyphen. Capitals are allowed, as in very old packages. */
export function isNpmName(text: string): boolean {
  if (text.length > 214 || blocked.has(text.toLowerCase())) return false;
  if (!text.startsWith('@')) return part.test(text);
  const [scope, name, ...rest] = text.slice(1).split('/');
  return rest.length === 0 && part.test(scope ?? '') && part.test(name ?? '');
}

/** A version, a range in its plain forms, or a tag: `1.2.3`, `^1.2`, `~1`, `next`. */
export function isNpmVersion(text: string): boolean {
  return /^[\^~]?[a-z0-9][a-z0-9.+_-]{0,99}$/i.test(text);
}

/** A full version, fit to be the name of a folder. */
export function isExactVersion(text: string): boolean {
  return /^\d+\.\d+\.\d+(?:[-+][a-z0-9.+-]{1,80})?$/i.test(text) && !text.includes('..');
}

/** `name@version` as two parts; an `@` at the start belongs to a scope. */
export function splitNpmSpec(text: string): { name: string; version: string | undefined } {
  const at = text.indexOf('@', 1);
  return at === -1 ? { name: text, version: undefined } : { name: text.slice(0, at), version: text.slice(at + 1) };
}
