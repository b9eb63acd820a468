/** What `JSON.parse` lets pass in silence: a key that is given twice (the last one wins), and nesting without end. */
import { toPointer } from '../schema/json-pointer.ts';

export interface Fault {
  /** JSON Pointer (RFC 6901). */
  pointer: string;
  message: string;
}

interface Level {
  keys: Set<string> | undefined;
  /** The key or index that is being read. */
  at: string | number;
}

/** The duplicate keys of a text that is known to be JSON, and its first place that is nested too deeply. */
export function findDuplicateKeys(json: string, deepest: number): Fault[] {
  const faults: Fault[] = [];
  const levels: Level[] = [];
  const here = () => toPointer(levels.map(({ at }) => at));

  for (let offset = 0; offset < json.length; offset++) {
    const level = levels.at(-1);
    switch (json[offset]) {
      case '{':
      case '[':
        if (levels.length === deepest)
          return [...faults, { pointer: here(), message: `nested more than ${deepest} deep` }];
        levels.push(json[offset] === '{' ? { keys: new Set(), at: '' } : { keys: undefined, at: 0 });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level && typeof level.at === 'number') level.at++;
        break;
      case '"': {
        const end = endOfString(json, offset);
        if (level?.keys && isKey(json, end)) {
          level.at = JSON.parse(json.slice(offset, end));
          if (level.keys.has(String(level.at))) faults.push({ pointer: here(), message: 'this key is given twice' });
          level.keys.add(String(level.at));
        }
        offset = end - 1;
        break;
      }
    }
  }
  return faults;
}

/** The offset behind the closing quote. */
function endOfString(json: string, start: number): number {
  let offset = start + 1;
  while (json[offset] !== '"') offset += json[offset] === '\\' ? 2 : 1;
  return offset + 1;
}

function isKey(json: string, end: number): boolean {
  let offset = end;
  while (json[offset] === ' ' || json[offset] === '\n' || json[offset] === '\r' || json[offset] === '\t') offset++;
  return json[offset] === ':';
}
