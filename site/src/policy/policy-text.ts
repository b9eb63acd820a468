/** `policy.json` as a page shows it and as it is downloaded: the same characters, short parts on one line. */
import { isHidden } from '../../../schema/hidden-characters.ts';
import type { Policy } from '../../../schema/policy.ts';

const width = 92;

/** JSON with a newline at the end. Characters nobody would see are written as escapes, which parse to the same names. */
export function policyText(policy: Policy): string {
  return `${escapeHidden(formatJson(policy, ''))}\n`;
}

function formatJson(value: unknown, indent: string): string {
  const line = oneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + line.length <= width) {
    // The document itself is always opened up, so that its members can be told apart at a glance.
    if (indent !== '' || typeof value !== 'object' || value === null) return line;
  }
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => `${inner}${formatJson(item, inner)}`)
    : definedEntries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${formatJson(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(oneLine).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const parts = definedEntries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
    return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
  }
  return JSON.stringify(value) ?? 'null';
}

function definedEntries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function escapeHidden(json: string): string {
  let escaped = '';
  for (const character of json) {
    const isText = character === '\n' || !isHidden(character.codePointAt(0) ?? 0);
    escaped += isText ? character : escapeUnits(character);
  }
  return escaped;
}

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
