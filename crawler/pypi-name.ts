/** The Python packaging rules for names and versions, as far as they keep a stranger's text from becoming an option, a path or an address. */

/** Core metadata 2.1, `Name`. */
export function isPypiName(text: string): boolean {
  return text.length <= 214 && /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i.test(text);
}

/** The one spelling under which an index knows it (PEP 503). */
export function normalizePypiName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** Anything that may be a version; what it means is read by `parseVersion`. */
export function isPypiVersion(text: string): boolean {
  return /^v?\d[a-z0-9.+!_-]{0,99}$/i.test(text);
}

/** `name@version`, or `name==version` as pip has it, as two parts. */
export function splitPypiSpec(text: string): { name: string; version: string | undefined } {
  const parts = /^([^@=]*)(?:@|==)(.*)$/s.exec(text);
  return { name: parts?.[1] ?? text, version: parts?.[2] };
}
