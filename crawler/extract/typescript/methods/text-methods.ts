import type { Call } from '../evaluate-call.ts';
import { joinTexts } from '../evaluate-operator.ts';
import { makeList, plain, textValue, type Value } from '../value.ts';

const maxPieces = 2000;

/** The methods of strings that names and descriptions go through. */
export function callTextMethod(call: Call, value: Extract<Value, { kind: 'plain' }>, name: string): Value | undefined {
  if (name === 'toString') return plain(String(value.value), value.exact);
  if (typeof value.value !== 'string') return undefined;
  const text = value.value;
  const first = textValue(call.args[0]?.());
  switch (name) {
    case 'trim':
      return plain(text.trim(), value.exact);
    case 'trimStart':
      return plain(text.trimStart(), value.exact);
    case 'trimEnd':
      return plain(text.trimEnd(), value.exact);
    case 'toLowerCase':
      return plain(text.toLowerCase(), value.exact);
    case 'toUpperCase':
      return plain(text.toUpperCase(), value.exact);
    case 'concat':
      return joinTexts([value, ...call.args.map((arg) => arg())], '');
    case 'split':
      return first?.exact
        ? makeList(text.split(first.text, maxPieces).map((piece) => plain(piece, value.exact)))
        : undefined;
    case 'startsWith':
      return first?.exact && value.exact ? plain(text.startsWith(first.text)) : undefined;
    case 'endsWith':
      return first?.exact && value.exact ? plain(text.endsWith(first.text)) : undefined;
    case 'includes':
      return first?.exact && value.exact ? plain(text.includes(first.text)) : undefined;
    case 'replace':
    case 'replaceAll':
      return replaceText(call, value, text, name === 'replaceAll');
    default:
      return undefined;
  }
}

/** Plain texts alone: a pattern of the source is not run. */
function replaceText(call: Call, value: Extract<Value, { kind: 'plain' }>, text: string, all: boolean): Value {
  const [from, to] = call.args.map((arg) => textValue(arg()));
  if (!from?.exact || !to?.exact || to.text.length > 1000 || from.text === '') return plain(text, false);
  const replaced = all ? text.split(from.text, maxPieces).join(to.text) : text.replace(from.text, () => to.text);
  return plain(replaced, value.exact);
}
