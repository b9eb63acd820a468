/** The programs that a provider needs on this machine; which are missing is told by name. */
import { findProgram, findSystemProgram } from './host-programs.ts';
import type { LastPrograms } from './last-steps.ts';

export interface ProviderPrograms extends LastPrograms {
  setpriv: string;
  unshare: string;
}

export type FoundPrograms<Name extends string> =
  | { ok: true; programs: Record<Name, string> }
  | { ok: false; missing: string[] };

/** `inside`: also used within the sandbox, so only the system's own will do. */
export function findPrograms<Outside extends string, Inside extends string>(names: {
  outside: readonly Outside[];
  inside: readonly Inside[];
}): FoundPrograms<Outside | Inside> {
  const outside = names.outside.map((name) => [name, findProgram(name)] as const);
  const inside = names.inside.map((name) => [name, findSystemProgram(name)] as const);
  const all = [...outside, ...inside];
  const missing = all.filter(([, path]) => path === undefined).map(([name]) => name);
  if (missing.length > 0) return { ok: false, missing };
  // Every name is a key and no path is undefined, as has just been looked at; fromEntries forgets the names.
  return { ok: true, programs: Object.fromEntries(all) as Record<Outside | Inside, string> };
}
