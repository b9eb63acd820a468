/** What a function of the source returns for given arguments, read off its `return`s. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { type Env, extend } from './env.ts';
import { evaluate, type Place } from './evaluate.ts';
import { truth } from './evaluate-operator.ts';
import { followPath } from './follow-path.ts';
import { bindPattern } from './pattern.ts';
import type { Project } from './project.ts';
import { isClass, isFunction, parametersOf } from './scope.ts';
import { either, type FunctionValue, type Item, makeList, type Value } from './value.ts';

/** Calls within calls that are followed. */
const maxFrames = 24;
/** Statements of one body that are looked at. */
const maxStatements = 400;

export type Given = () => Value | undefined;

export function callFunction(project: Project, fn: FunctionValue, args: readonly Given[]): Value | undefined {
  if ((fn.env?.depth ?? 0) > maxFrames) return undefined;
  const env = enterFunction(project, fn, args);
  const place: Place = { project, module: fn.module, env };
  const body = childAt(fn.node, 'body');
  if (body === undefined) return undefined;
  if (body.type !== 'statement_block') return evaluate(place, body);
  const found: Item[] = [];
  const budget = { left: maxStatements };
  readReturns(place, body, [], found, budget);
  return either(found);
}

/** The names inside a call. Without an argument a parameter has its default. */
export function enterFunction(project: Project, fn: FunctionValue, args: readonly Given[]): Env {
  const values = new Map<string, Given>();
  for (const [index, parameter] of parametersOf(fn.node).entries()) {
    const whole = isRest(parameter) ? () => makeList(args.slice(index).map((arg) => arg())) : args[index];
    for (const { name, path, fallback } of bindPattern(parameter)) {
      values.set(name, () => {
        const given = whole && followPath(whole(), path);
        const missing = given === undefined || given.kind === 'absent';
        if (!missing || fallback === undefined) return given;
        return evaluate({ project, module: fn.module, env: fn.env }, fallback);
      });
    }
  }
  return extend(fn.env, fn.node, values);
}

function isRest(parameter: SyntaxNode): boolean {
  return parameter.type === 'rest_pattern' || childAt(parameter, 'pattern')?.type === 'rest_pattern';
}

/** True where nothing after the statement is reached. */
function readReturns(
  place: Place,
  node: SyntaxNode,
  conditions: readonly string[],
  found: Item[],
  budget: { left: number },
): boolean {
  if (budget.left-- <= 0) return true;
  if (node.type === 'return_statement') {
    found.push({ value: evaluate(place, node.children[0]), conditions });
    return true;
  }
  if (node.type === 'throw_statement') return true;
  if (node.type === 'if_statement') return readBranches(place, node, conditions, found, budget);
  if (isFunction(node) || isClass(node)) return false;
  const isBlock = node.type === 'statement_block' || node.type === 'try_statement' || node.type === 'else_clause';
  for (const child of node.children) {
    const ends = holdsStatements(child) && readReturns(place, child, conditions, found, budget);
    if (ends && isBlock && node.type !== 'try_statement') return true;
  }
  return false;
}

function holdsStatements(node: SyntaxNode): boolean {
  return (
    /statement|clause|switch_body|switch_case|switch_default/.test(node.type) && node.type !== 'expression_statement'
  );
}

function readBranches(
  place: Place,
  node: SyntaxNode,
  conditions: readonly string[],
  found: Item[],
  budget: { left: number },
): boolean {
  const condition = childAt(node, 'condition');
  const [then, otherwise] = [childAt(node, 'consequence'), childAt(node, 'alternative')];
  const holds = truth(evaluate(place, condition));
  const text = condition ? conditionText(condition) : [];
  const own = holds === undefined ? [...conditions, ...text] : conditions;
  const thenEnds = holds !== false && then !== undefined && readReturns(place, then, own, found, budget);
  const elseEnds =
    holds !== true && otherwise !== undefined && readReturns(place, otherwise, conditions, found, budget);
  if (holds === undefined) return thenEnds && elseEnds;
  return holds ? thenEnds : elseEnds;
}

const maxCondition = 160;

const conditionTexts = new WeakMap<SyntaxNode, string[]>();

export function conditionText(node: SyntaxNode): string[] {
  const known = conditionTexts.get(node);
  if (known) return known;
  const written = writeCondition(node);
  conditionTexts.set(node, written);
  return written;
}

function writeCondition(node: SyntaxNode): string[] {
  const text = textOf(node)
    .slice(0, 2000)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\((.*)\)$/, (whole, inner: string) => (/^[^()]*(\([^()]*\)[^()]*)*$/.test(inner) ? inner : whole));
  if (text === '') return [];
  return [text.length > maxCondition ? `${text.slice(0, maxCondition)}…` : text];
}
