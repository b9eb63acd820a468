/** Hashes of short texts, mixed further for features of several parts. FNV-1a, finished as in MurmurHash3. */

/** 32 bits, unsigned. */
export function hashText(text: string, seed: number): number {
  let hash = seed | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return finish(hash);
}

/** The hash of a feature made of two; the order counts. */
export function mixHashes(first: number, second: number): number {
  return finish(Math.imul(first, 0x9e3779b1) ^ second);
}

function finish(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
