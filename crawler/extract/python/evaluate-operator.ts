/** Operators between values that are known: text and lists joined, formats filled, plain arithmetic. */
import { hole, type Known, known, maxText, toObject } from '../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { joinTexts } from './evaluate.ts';

const maxItems = 10_000;
const percentPattern = /%(%|(?:\(\w{1,100}\))?[-#0 +]{0,5}\d{0,5}(?:\.\d{1,5})?[a-zA-Z])/g;

export function applyOperator(
  node: SyntaxNode,
  evaluate: (child: SyntaxNode | undefined) => Known | undefined,
): Known | undefined {
  const operator = childAt(node, 'operator');
  const symbol = operator ? textOf(operator) : '-';
  if (node.type === 'unary_operator') {
    const value = evaluate(childAt(node, 'argument'));
    return typeof value?.value === 'number' && symbol === '-' ? known(-value.value, value.exact) : undefined;
  }
  const left = evaluate(childAt(node, 'left'));
  const right = evaluate(childAt(node, 'right'));
  return combine(symbol, left, right);
}

function combine(symbol: string, left: Known | undefined, right: Known | undefined): Known | undefined {
  const exact = left?.exact === true && right?.exact === true;
  if (symbol === '+' && (typeof left?.value === 'string' || typeof right?.value === 'string'))
    return joinTexts([left, right]);
  if (symbol === '%' && typeof left?.value === 'string') return fillPercents(left, right);
  if (left === undefined || right === undefined) return undefined;
  if (symbol === '+' && Array.isArray(left.value) && Array.isArray(right.value)) {
    const items = [...left.value, ...right.value];
    return known(items.slice(0, maxItems), exact && items.length <= maxItems);
  }
  if (symbol === '|' && isObject(left.value) && isObject(right.value)) {
    return known(toObject([...Object.entries(left.value), ...Object.entries(right.value)]), exact);
  }
  if (symbol === '*' && typeof left.value === 'string' && typeof right.value === 'number') {
    const fits = Math.floor(maxText / Math.max(1, left.value.length));
    return known(left.value.repeat(Math.min(Math.max(0, Math.floor(right.value)), fits)), exact && right.value <= fits);
  }
  if (typeof left.value !== 'number' || typeof right.value !== 'number') return undefined;
  const result = calculate(symbol, left.value, right.value);
  return result === undefined || !Number.isFinite(result) ? undefined : known(result, exact);
}

function calculate(symbol: string, left: number, right: number): number | undefined {
  switch (symbol) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '//':
      return Math.floor(left / right);
    case '**':
      return left ** right;
    default:
      return undefined;
  }
}

/** `"%s of %d" % …`: values where they are known, holes elsewhere. */
function fillPercents(format: Known, values: Known | undefined): Known {
  const list = Array.isArray(values?.value) ? values.value : values === undefined ? [] : [values.value];
  let exact = format.exact && values?.exact === true;
  let index = 0;
  let room = maxText;
  const text = String(format.value).replace(percentPattern, (_whole, kind: string) => {
    if (kind === '%') return '%';
    if (room <= 0) return '';
    const value = /^[sd]$/.test(kind) ? list[index++] : undefined;
    const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    exact &&= shown !== undefined;
    room -= shown?.length ?? 0;
    return shown ?? hole;
  });
  return known(text, exact);
}

function isObject(value: Known['value']): value is { [key: string]: Known['value'] } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
