/** The definition's hash, for any JSON: also for text that no canonical form exists of. */
import { createHash } from 'node:crypto';
import { definitionHash } from '../schema/definition-hash.ts';
import type { Json } from '../schema/tool-definition.ts';

/** RFC 8785 has no form for half a surrogate pair; such text is hashed with U+FFFD in its place, under a mark of its own. */
function hashIllFormed(definition: unknown): string {
  const hash = createHash('sha256').update('ill-formed\n');
  const stack: unknown[] = [definition];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null) {
      hash.update(`${typeof value} ${String(value).toWellFormed()}\n`);
    } else {
      const keys = Object.keys(value).sort();
      hash.update(`${Array.isArray(value) ? 'array' : 'object'} ${keys.length}\n`);
      const entries: Record<string, unknown> = { ...value };
      for (const key of keys) stack.push(entries[key], key);
    }
  }
  return `sha256:${hash.digest('hex')}`;
}

export function identifyDefinition(definition: unknown): string {
  try {
    return definitionHash(definition as Json); // JSON by contract; anything else throws or hashes as null
  } catch {
    return hashIllFormed(definition);
  }
}
