/** JSON as people write it into a README: with comments and with commas too many. */
import type { Json } from '../../schema/tool-definition.ts';

/** Undefined where it is no JSON even so. A fragment such as `"mcpServers": {…}` without its braces is read too. */
export function parseLooseJson(text: string): Json | undefined {
  const strict = dropExtras(text.trim());
  return parse(strict) ?? parse(`{${strict}}`);
}

function parse(text: string): Json | undefined {
  try {
    // JSON.parse gives nothing else.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

// One expression for texts, comments and commas keeps what stands inside a text untouched.
const parts = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=\s*[}\]])/g;

function dropExtras(text: string): string {
  const uncommented = text.replace(parts, (part) => (part.startsWith('/') ? '' : part));
  return uncommented.replace(parts, (part) => (part === ',' ? '' : part));
}
