/**
 * Which value of a tool's parameter a condition or a case asks for, read from how it is written: alike in Go, Java, C#, Rust and
 * Kotlin. A parameter is recognised by its name in the tool's schema; a value must be one that the schema allows.
 */

import { toPointer } from '../../schema/json-pointer.ts';
import type { Selector } from '../../schema/verdict.ts';
import { plainWord, type ToolProperties, type ToolProperty } from './tool-properties.ts';

const maxLength = 400;
const literal = /^(?:\w+::from\()?(["'])([^"'\\]{1,100})\1\)?(?:\.(?:to_string|into|to_owned)\(\))?$/;
const method =
  /^(?:strings?|String)\.(?:EqualFold|Equals|equals)\(([^()]+(?:\(\))?),\s*([^(),]+)|^(.+?)!?\??\.(?:equals|equalsIgnoreCase|Equals|eq_ignore_ascii_case|contentEquals)\(([^(),]+)/;

export interface Asking {
  properties: ToolProperties;
  /** The code in which variables may be filled with arguments. */
  around: string;
  /** Whether a parameter counts only with a list of its values: names alone say less in a function that is called. */
  listed: boolean;
}

/** The values with one of which a condition holds; none where it asks for something else. */
export function readConditionValues(asking: Asking, condition: string): Selector[] {
  const text = strip(condition);
  if (text.length > maxLength) return [];
  const either = text.split('||').map((part) => readAll(asking, part));
  const [first] = either;
  const alike = either.every((one) => one.length > 0 && one[0]?.path === first?.[0]?.path);
  return alike ? either.flat() : [];
}

/** Of what must hold together, the first that asks for a value. */
function readAll(asking: Asking, text: string): Selector[] {
  for (const part of text.split('&&')) {
    const found = readComparison(asking, strip(part));
    if (found.length > 0) return found;
  }
  return [];
}

function readComparison(asking: Asking, text: string): Selector[] {
  const sides = text.split('==').map((side) => side.trim());
  const called = method.exec(text);
  const [left, right] = sides.length === 2 ? sides : [called?.[1] ?? called?.[3], called?.[2] ?? called?.[4]];
  if (left === undefined || right === undefined || text.startsWith('!')) return [];
  const straight = readCaseValues(asking, left, [right]);
  return straight.length > 0 ? straight : readCaseValues(asking, right, [left]);
}

/** What the labels of a case stand for, where the subject is a parameter and every label one of its values. */
export function readCaseValues(asking: Asking, subject: string, labels: readonly string[]): Selector[] {
  const property = findProperty(asking, strip(subject));
  if (property === undefined || labels.length > 50 || (asking.listed && property.values === undefined)) return [];
  const values = labels.map((label) => readValue(property, strip(label)));
  const path = toPointer([property.name]);
  return values.flatMap((value) => (value === undefined ? [] : [{ path, value }])).length === labels.length
    ? values.flatMap((value) => (value === undefined ? [] : [{ path, value }]))
    : [];
}

function readValue({ values }: ToolProperty, text: string): string | undefined {
  const bare = /^Some\((.*)\)$/.exec(text)?.[1] ?? text;
  const written = literal.exec(bare)?.[2];
  if (written !== undefined) return values === undefined || values.includes(written) ? written : undefined;
  if (!/^[\w.:]+$/.test(bare)) return undefined;
  const word = plainWord(bare.split(/[.:]+/).at(-1) ?? '');
  const named = (values ?? []).filter((value) => plainWord(value) !== '' && word.endsWith(plainWord(value)));
  return named.find((value) => plainWord(value) === word) ?? (named.length === 1 ? named[0] : undefined);
}

/** `action`, `args.Action`, `request.getString("action")`, or a variable that such a call filled. */
function findProperty(asking: Asking, subject: string): ToolProperty | undefined {
  const { properties } = asking;
  const plain = subject
    .replace(/^(?:strings\.(?:ToLower|TrimSpace|ToUpper)|String\.valueOf)\((.*)\)$/, '$1')
    .replace(
      /(?:\??\.(?:toLowerCase|toUpperCase|lowercase|uppercase|trim|ToLower|ToLowerInvariant|ToUpperInvariant|Trim|as_str|as_ref|as_deref|clone|to_lowercase|asText|toString|orElse|Value|value|content)(?:\([^()]*\))?|!!)+$/g,
      '',
    )
    .replace(/^[&*]+/, '');
  if (plain.length > 200) return undefined;
  const keys = [...plain.matchAll(/["']([\w-]{1,60})["']/g)].map((match) => match[1] ?? '');
  for (const key of keys) {
    const found = properties.get(plainWord(key));
    if (found) return found;
  }
  if (!/^[\w.?!]+$/.test(plain)) return undefined;
  const word = plain.split(/[.?!]+/).at(-1) ?? '';
  return properties.get(plainWord(word)) ?? (/^\w+$/.test(plain) ? filledFrom(asking, plain) : undefined);
}

/** `op, err := request.RequireString("operation")`. */
function filledFrom({ properties, around }: Asking, variable: string): ToolProperty | undefined {
  if (!/^[A-Za-z_]\w{0,60}$/.test(variable)) return undefined;
  const filled = new RegExp(`\\b${variable}\\b(?:, ?\\w+)? ?:?= ?([^\\n;=]{1,200})`).exec(around)?.[1];
  const key = filled === undefined ? undefined : /["']([\w-]{1,60})["']/.exec(filled)?.[1];
  return key === undefined ? undefined : properties.get(plainWord(key));
}

/** Without the brackets around it. */
function strip(text: string): string {
  let bare = text
    .slice(0, maxLength + 100)
    .replace(/\s+/g, ' ')
    .trim();
  for (let inner = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(bare)?.[1]; inner !== undefined; ) {
    bare = inner.trim();
    inner = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(bare)?.[1];
  }
  return bare;
}
