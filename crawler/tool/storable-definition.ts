/**
 * A stranger's definition in a form that every later step can hash, store and read without falling over. Nothing is lost: what
 * cannot be kept as it is, is kept as text, and a finding says so.
 */

import { canonicalJson } from '../../schema/definition-hash.ts';
import { toPointer } from '../../schema/json-pointer.ts';
import type { ConformanceFinding } from '../../schema/snapshot.ts';
import type { Json } from '../../schema/tool-definition.ts';

/** Levels of nesting kept as JSON. Deeper parts become their own JSON text; published schemas stay below 20. */
const maxDepth = 100;

type Container = Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];
type Note = (id: string, path: Path, message: string) => void;

/** One container half copied. Kept on a list, because recursion over a stranger's nesting would overflow the stack. */
interface Frame {
  from: Container;
  to: Container;
  path: Path;
  keys: string[] | undefined;
  next: number;
}

/** The very definition that was given where nothing is wrong with it. Never throws. */
export function makeStorable(definition: Json): { definition: Json; findings: ConformanceFinding[] } {
  const findings: ConformanceFinding[] = [];
  const copy = copyTree(definition, maxDepth, (id, path, message) => {
    if (findings.some((finding) => finding.id === id)) return;
    findings.push({ id, pointer: toPointer(path).toWellFormed().slice(0, 500), message });
  });
  return { definition: findings.length === 0 ? definition : copy, findings };
}

function copyTree(root: Json, levels: number, note: Note): Json {
  if (!isContainer(root)) return mendLeaf(root, [], note);
  const top = openFrame(root, []);
  const stack: Frame[] = [top];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const member = takeMember(frame);
    if (member === undefined) {
      stack.pop();
      continue;
    }
    // Below the bound no finding is made, and a path per level would take memory quadratic in the depth.
    const path = levels === Number.POSITIVE_INFINITY ? [] : [...frame.path, member.key];
    const key = typeof member.key === 'string' ? mendText(member.key, path, note) : member.key;
    if (!isContainer(member.value)) setMember(frame.to, key, mendLeaf(member.value, path, note));
    else if (stack.length >= levels) setMember(frame.to, key, writeOut(member.value, path, note));
    else stack.push(openChild(frame, key, member.value, path));
  }
  return top.to;
}

function openFrame(from: Container, path: Path): Frame {
  const isList = Array.isArray(from);
  return { from, to: isList ? [] : {}, path, keys: isList ? undefined : Object.keys(from), next: 0 };
}

function openChild(parent: Frame, key: string | number, value: Container, path: Path): Frame {
  const child = openFrame(value, path);
  setMember(parent.to, key, child.to);
  return child;
}

function takeMember(frame: Frame): { key: string | number; value: Json } | undefined {
  const index = frame.next++;
  if (Array.isArray(frame.from)) {
    return index < frame.from.length ? { key: index, value: frame.from[index] ?? null } : undefined;
  }
  const key = frame.keys?.[index];
  return key === undefined ? undefined : { key, value: frame.from[key] ?? null };
}

// An assignment to `__proto__` would set a prototype and lose the member.
function setMember(to: Container, key: string | number, value: Json): void {
  Object.defineProperty(to, key, { value, enumerable: true, configurable: true, writable: true });
}

function mendLeaf(value: Json, path: Path, note: Note): Json {
  if (typeof value === 'string') return mendText(value, path, note);
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  note('number-out-of-range', path, 'A number is too large to be kept; it is written as text.');
  return String(value);
}

function mendText(text: string, path: Path, note: Note): string {
  if (text.isWellFormed()) return text;
  note('ill-formed-text', path, 'The text holds half of a character; it is written out as \\uXXXX.');
  let mended = '';
  for (const character of text) {
    mended += character.isWellFormed() ? character : `\\u${character.charCodeAt(0).toString(16)}`;
  }
  return mended;
}

function writeOut(value: Json, path: Path, note: Note): string {
  note('too-deep', path, `The definition nests deeper than ${maxDepth} levels; the rest is kept as JSON text.`);
  return canonicalJson(copyTree(value, Number.POSITIVE_INFINITY, () => {}));
}

function isContainer(value: Json): value is Container {
  return typeof value === 'object' && value !== null;
}
