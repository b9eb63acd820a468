/** Under which conditions a place is reached within its function: `if`, `? :`, `&&`, and returns before it, as they are written. */
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { conditionText } from './call-function.ts';
import { evaluate, type Place } from './evaluate.ts';
import { truth } from './evaluate-operator.ts';
import { isFunction } from './scope.ts';

const maxConditions = 6;
const notConditions = /^(true|!0|1|require\.main === module|import\.meta\.(main|url === .*))$/;
/** How a server is reached does not decide what it lists. */
const aboutTransport =
  /^!?\(?[\w$.?]*\b(port|transport|transportType|transportMode|stdio|useStdio|sse|PORT|TRANSPORT|MCP_TRANSPORT)\b( *[!=]==? *(["'][\w-]*["']|void 0|null|undefined))?\)?$/;
/** What only the kind of a value decides holds in every run. */
const aboutKind = /\btypeof\b|\binstanceof\b|\bArray\.isArray\b/;

export interface Condition {
  node: SyntaxNode;
  negated: boolean;
}

/** Outermost first. */
export function conditionsAt(node: SyntaxNode): Condition[] {
  const conditions: Condition[] = [];
  for (const { ancestor, from } of ancestorsOf(node)) {
    if (ancestor.type === 'if_statement' || ancestor.type === 'ternary_expression')
      conditions.unshift(...branchCondition(ancestor, from));
    if (ancestor.type === 'binary_expression' && from.field === 'right')
      conditions.unshift(...operatorCondition(ancestor));
    if (ancestor.type === 'statement_block' || ancestor.type === 'program')
      conditions.unshift(...earlyReturns(ancestor, from));
    if (isFunction(ancestor)) break;
  }
  return conditions.slice(0, maxConditions);
}

/** As they are written, without those that hold in any case; undefined where the place is not reached at all. */
export function writeConditions(place: Place, conditions: readonly Condition[]): string[] | undefined {
  const texts: string[] = [];
  for (const { node, negated } of conditions) {
    const known = truth(evaluate(place, node));
    const holds = known === undefined ? undefined : known !== negated;
    if (holds === true) continue;
    if (holds === false && aboutKind.test(textOf(node).slice(0, 300))) return undefined;
    for (const text of conditionText(node))
      if (!notConditions.test(text) && !aboutTransport.test(text)) texts.push(negated ? negate(text) : text);
  }
  return [...new Set(texts)];
}

/** `a && call()`, `a || call()` */
function operatorCondition(node: SyntaxNode): Condition[] {
  const [operator, left] = [childAt(node, 'operator'), childAt(node, 'left')];
  const word = operator ? textOf(operator) : '';
  return left && (word === '&&' || word === '||') ? [{ node: left, negated: word === '||' }] : [];
}

function branchCondition(statement: SyntaxNode, from: SyntaxNode): Condition[] {
  const condition = childAt(statement, 'condition');
  if (condition === undefined) return [];
  if (from.field === 'consequence') return [{ node: condition, negated: false }];
  return from.field === 'alternative' ? [{ node: condition, negated: true }] : [];
}

/** `if (!enabled) return;` before a statement of the same block. */
function earlyReturns(block: SyntaxNode, from: SyntaxNode): Condition[] {
  const found: Condition[] = [];
  for (const statement of block.children) {
    if (statement === from) break;
    if (statement.type !== 'if_statement' || childAt(statement, 'alternative')) continue;
    const [then, condition] = [childAt(statement, 'consequence'), childAt(statement, 'condition')];
    const last = then?.type === 'statement_block' ? then.children.at(-1) : then;
    const leaves = last?.type === 'return_statement' || last?.type === 'continue_statement';
    if (leaves && condition) found.push({ node: condition, negated: true });
  }
  return found;
}

export function negate(condition: string): string {
  const positive = /^!([\w.$]+|[\w.$]+\([^()]*\))$/.exec(condition)?.[1];
  return positive ?? `!(${condition})`;
}
