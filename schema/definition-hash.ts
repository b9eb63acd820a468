/** The identity of a definition: SHA-256 over its canonical JSON (RFC 8785, JSON Canonicalization Scheme). */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Json } from './tool-definition.ts';

export function canonicalJson(value: Json): string {
  return canonicalize(value) ?? 'null';
}

/** `sha256:` and 64 hexadecimal digits; the same whatever the order of keys. */
export function definitionHash(definition: Json): string {
  return `sha256:${createHash('sha256').update(canonicalJson(definition)).digest('hex')}`;
}
