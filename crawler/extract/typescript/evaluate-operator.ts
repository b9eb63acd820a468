import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { conditionText } from './call-function.ts';
import { evaluate, type Place } from './evaluate.ts';
import { absent, either, hole, type Plain, plain, shownText, textValue, type Value } from './value.ts';

/** Whether a value counts as true; undefined where that is not known. */
export function truth(value: Value | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  switch (value.kind) {
    case 'plain':
      return value.exact ? Boolean(value.value) : undefined;
    case 'absent':
      return false;
    case 'external':
    case 'either':
      return undefined;
    default:
      return true;
  }
}

export function evaluateBinary(place: Place, node: SyntaxNode): Value | undefined {
  const operator = childAt(node, 'operator');
  const [left, right] = [childAt(node, 'left'), childAt(node, 'right')];
  const word = operator ? textOf(operator) : '';
  if (word === '+') return addValues(place, node);
  const first = evaluate(place, left);
  switch (word) {
    case '||':
    case '??': {
      const holds = word === '||' ? truth(first) : isPresent(first);
      if (holds === true) return first;
      if (holds === false) return evaluate(place, right);
      return either([
        { value: first, conditions: [] },
        { value: evaluate(place, right), conditions: [] },
      ]);
    }
    case '&&': {
      const holds = truth(first);
      if (holds === false) return first;
      if (holds === true) return evaluate(place, right);
      return either([
        { value: evaluate(place, right), conditions: left ? conditionText(left) : [] },
        { value: absent, conditions: [] },
      ]);
    }
    case '===':
    case '==':
    case '!==':
    case '!=':
      return compare(first, evaluate(place, right), word.startsWith('!'));
    default:
      return undefined;
  }
}

function isPresent(value: Value | undefined): boolean | undefined {
  if (value?.kind === 'plain') return value.value !== null;
  return value?.kind === 'absent' ? false : truth(value);
}

function compare(left: Value | undefined, right: Value | undefined, negated: boolean): Value | undefined {
  const [a, b] = [plainOf(left), plainOf(right)];
  return a === undefined || b === undefined ? undefined : plain((a.value === b.value) !== negated);
}

function plainOf(value: Value | undefined): { value: Plain | undefined } | undefined {
  if (value?.kind === 'plain' && value.exact) return { value: value.value };
  return value?.kind === 'absent' ? { value: undefined } : undefined;
}

/** `a + b + …`: a long sum is a chain to the left, so it is taken apart without recursion. */
function addValues(place: Place, node: SyntaxNode): Value | undefined {
  const parts: SyntaxNode[] = [];
  let at: SyntaxNode | undefined = node;
  while (at?.type === 'binary_expression' && textOf(childAt(at, 'operator') ?? at) === '+') {
    const right = childAt(at, 'right');
    if (right) parts.unshift(right);
    at = childAt(at, 'left');
  }
  if (at) parts.unshift(at);
  const values = parts.map((part) => evaluate(place, part));
  const numbers = values.map((value) => (value?.kind === 'plain' && value.exact ? value.value : undefined));
  if (numbers.every((value) => typeof value === 'number')) return plain(numbers.reduce((sum, value) => sum + value, 0));
  if (!values.some((value) => textValue(value))) return undefined;
  return joinTexts(values, '');
}

/** Texts one after the other, with a hole for each that is not known. */
export function joinTexts(values: readonly (Value | undefined)[], separator: string): Value {
  let exact = true;
  let length = 0;
  const texts: string[] = [];
  for (const value of values) {
    const part = shownText(value);
    exact &&= part?.exact === true;
    texts.push(part?.text ?? hole);
    length += (part?.text.length ?? 0) + separator.length;
    if (length > 200_000) break;
  }
  return plain(texts.join(separator), exact && texts.length === values.length);
}

/** `!0` and `void 0` are what a minifier makes of `true` and `undefined`. */
export function evaluateUnary(place: Place, node: SyntaxNode): Value | undefined {
  const operator = textOf(childAt(node, 'operator') ?? node);
  const argument = childAt(node, 'argument');
  if (operator === 'void') return absent;
  const value = evaluate(place, argument);
  if (operator === 'typeof') return typeName(value);
  if (operator === '!') {
    const holds = truth(value);
    return holds === undefined ? undefined : plain(!holds);
  }
  if (value?.kind !== 'plain' || typeof value.value !== 'number') return undefined;
  return operator === '-' ? plain(-value.value, value.exact) : operator === '+' ? value : undefined;
}

function typeName(value: Value | undefined): Value | undefined {
  switch (value?.kind) {
    case 'plain':
      return plain(value.value === null ? 'object' : typeof value.value);
    case 'absent':
      return plain('undefined');
    case 'function':
    case 'class':
      return plain('function');
    case 'object':
    case 'list':
    case 'schema':
    case 'module':
      return plain('object');
    default:
      return undefined;
  }
}

export function evaluateTernary(place: Place, node: SyntaxNode): Value | undefined {
  const condition = childAt(node, 'condition');
  const holds = truth(evaluate(place, condition));
  const [then, otherwise] = [childAt(node, 'consequence'), childAt(node, 'alternative')];
  if (holds !== undefined) return evaluate(place, holds ? then : otherwise);
  const text = condition ? conditionText(condition) : [];
  return either([
    { value: evaluate(place, then), conditions: text },
    { value: evaluate(place, otherwise), conditions: text.map((one) => `not (${one})`) },
  ]);
}
