/** What changed from one definition of a tool to the next: each part by its JSON Pointer, as it was and as it is. */
import { canonicalJson } from './definition-hash.ts';
import { toPointer } from './json-pointer.ts';
import { isJsonObject, type Json, type JsonObject } from './tool-definition.ts';

/** A side that does not have the part is undefined. Texts stand as they are, everything else as canonical JSON; both are cut. */
export interface DefinitionChange {
  pointer: string;
  before: string | undefined;
  after: string | undefined;
}

const mostChanges = 50;
const deepest = 24;
const longest = 1_000;

/** In the order of the pointers, at most fifty. Two definitions that hold the same in another order of keys do not differ. */
export function diffDefinitions(before: Json, after: Json): DefinitionChange[] {
  const changes: DefinitionChange[] = [];
  // The last one is taken next, so that what is pushed first must be what comes last.
  const open: { path: string[]; before: Json | undefined; after: Json | undefined }[] = [{ path: [], before, after }];
  for (let at = open.pop(); at !== undefined && changes.length < mostChanges; at = open.pop()) {
    const { path } = at;
    const [one, other] = [keysOf(at.before), keysOf(at.after)];
    if (one !== undefined && other !== undefined && path.length < deepest) {
      const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted();
      for (const name of names.reverse())
        open.push({ path: [...path, name], before: own(one, name), after: own(other, name) });
    } else if (!isEqual(at.before, at.after)) {
      changes.push({ pointer: toPointer(path), before: write(at.before), after: write(at.after) });
    }
  }
  return changes;
}

/** Lists of plain values are shown whole: which of them is new says more than which place differs. */
function keysOf(value: Json | undefined): JsonObject | undefined {
  if (isJsonObject(value)) return value;
  const isPlain = !Array.isArray(value) || value.every((item) => typeof item !== 'object' || item === null);
  return isPlain ? undefined : Object.fromEntries(value.map((item, at) => [String(at), item]));
}

function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isEqual(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one === other || canonicalJson(one) === canonicalJson(other);
}

function write(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value.toWellFormed() : canonicalJson(value);
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}…`;
}
