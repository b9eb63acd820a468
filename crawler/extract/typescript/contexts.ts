/**
 * The ways that lead to a place: every call of the functions around it and every round of the loops, each with the values that
 * names have there. A tool that is registered by `for (const tool of tools) server.tool(tool.name, …)` is found this way.
 */
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { enterFunction, type Given } from './call-function.ts';
import { type Condition, conditionsAt, writeConditions } from './conditions.ts';
import { isStartedOutside } from './entry.ts';
import { type Env, extend } from './env.ts';
import { evaluate, type Place } from './evaluate.ts';
import { evaluateArguments } from './evaluate-call.ts';
import { followPath } from './follow-path.ts';
import { keyItems, listItems } from './loop-items.ts';
import { classAround, isForeign, withThis } from './owner.ts';
import { bindPattern } from './pattern.ts';
import type { Project } from './project.ts';
import { isFunction, type Module, parametersOf } from './scope.ts';
import { handlesToolCalls, toolCallRequest } from './tool-call-request.ts';
import { findUses, type Use } from './uses.ts';
import { optionsOf, type Value } from './value.ts';

export interface Context {
  env: Env;
  conditions: readonly string[];
}

export interface Ways {
  contexts: readonly Context[];
  /** The function that nothing calls, where there is no way. */
  uncalled: SyntaxNode | undefined;
}

const maxContexts = 400;
const maxLevels = 6;
const stepsPerWay = 200;
/** Ways that are kept by how many calls away they are: further out they say little about a tool. */
const kept = [maxContexts, maxContexts, 150, 12, 4];
/** Conditions of calls further away are those of a request or a session, not of a tool. */
const conditionLevels = 3;
const eachItem = /^(forEach|map|flatMap|filter|some|every|reduce)$/;

/** `until`: a function that is being followed already, with its names. */
export function contextsAt(
  project: Project,
  module: Module,
  node: SyntaxNode,
  until?: { fn: SyntaxNode; env: Env },
  level = 0,
): Ways {
  const conditions = level < conditionLevels ? conditionsAt(node) : [];
  const within = (context: Context) => addConditions({ project, module, env: context.env }, context, conditions);
  for (const { ancestor, from } of ancestorsOf(node)) {
    if (ancestor.type === 'for_in_statement' && from.field === 'body') {
      const outer = contextsAt(project, module, ancestor, until, level);
      return spread(outer, (context) => loopContexts(project, module, ancestor, context).flatMap(within));
    }
    if (!isFunction(ancestor)) continue;
    if (until?.fn === ancestor) return { contexts: within({ env: until.env, conditions: [] }), uncalled: undefined };
    return spread(waysTo(project, module, ancestor, until, level + 1) ?? unknownWays, within);
  }
  return { contexts: within(top), uncalled: undefined };
}

const top: Context = { env: undefined, conditions: [] };
const unknownWays: Ways = { contexts: [top], uncalled: undefined };

function waysTo(
  project: Project,
  module: Module,
  fn: SyntaxNode,
  until: { fn: SyntaxNode; env: Env } | undefined,
  level: number,
): Ways | undefined {
  if (level > maxLevels || !project.spend(stepsPerWay)) return undefined;
  const memory = project.waysAt(level);
  const known = until ? undefined : memory.get(fn);
  if (known) return known;
  const before = project.cuts;
  const ways = project.once(fn, () => keepFew(waysInto(project, module, fn, until, level), fn, level));
  if (!until && !project.exhausted && project.cuts === before) memory.set(fn, ways);
  return ways;
}

/** Of too many ways those with the fewest conditions; a function that is given nothing is the same by every way. */
function keepFew(ways: Ways, fn: SyntaxNode, level: number): Ways {
  const isAlike = parametersOf(fn).length === 0 && classAround(fn) === undefined;
  const most = Math.min(kept[level] ?? 4, isAlike ? 3 : maxContexts);
  if (ways.contexts.length <= most) return ways;
  const fewest = ways.contexts.toSorted((a, b) => a.conditions.length - b.conditions.length);
  return { contexts: fewest.slice(0, most), uncalled: ways.uncalled };
}

function addConditions(place: Place, context: Context, conditions: readonly Condition[]): Context[] {
  if (conditions.length === 0) return [context];
  const texts = writeConditions(place, conditions);
  return texts === undefined ? [] : [{ env: context.env, conditions: [...context.conditions, ...texts] }];
}

function spread(ways: Ways, into: (context: Context) => readonly Context[]): Ways {
  const contexts: Context[] = [];
  for (const context of ways.contexts) {
    contexts.push(...into(context));
    if (contexts.length >= maxContexts) break;
  }
  return { contexts: contexts.slice(0, maxContexts), uncalled: ways.uncalled };
}

function loopContexts(project: Project, module: Module, loop: SyntaxNode, context: Context): Context[] {
  const [left, right, operator] = [childAt(loop, 'left'), childAt(loop, 'right'), childAt(loop, 'operator')];
  const over = evaluate({ project, module, env: context.env }, right);
  const items = operator && textOf(operator) === 'in' ? keyItems(over) : listItems(over);
  if (left === undefined || items === undefined) return [context];
  return items.map((item) => {
    const values = new Map<string, Given>();
    for (const { name, path } of bindPattern(left)) values.set(name, () => followPath(item.value, path));
    return { env: extend(context.env, loop, values), conditions: [...context.conditions, ...item.conditions] };
  });
}

/** Every call of a function. */
function waysInto(
  project: Project,
  module: Module,
  fn: SyntaxNode,
  until: { fn: SyntaxNode; env: Env } | undefined,
  level: number,
): Ways {
  const direct = directCall(fn);
  if (direct)
    return spread(contextsAt(project, module, direct, until, level), (context) =>
      callbackContexts(project, module, fn, direct, context),
    );
  const uses = findUses(project, module, fn);
  if (uses.length === 0) {
    return isStartedOutside(project, module, fn)
      ? { contexts: outerContexts(project, module, fn, level), uncalled: undefined }
      : { contexts: [], uncalled: fn };
  }
  const contexts: Context[] = [];
  let uncalled: SyntaxNode | undefined;
  for (const use of uses) {
    const ways = contextsAt(project, use.module, use.node, until, level);
    uncalled ??= ways.uncalled;
    for (const context of ways.contexts) {
      contexts.push(...useContexts(project, { module, fn }, use, context));
      if (contexts.length >= maxContexts) return { contexts, uncalled: undefined };
    }
  }
  if (contexts.length === 0 && isStartedOutside(project, module, fn))
    return { contexts: outerContexts(project, module, fn, level), uncalled: undefined };
  return { contexts, uncalled: contexts.length === 0 ? (uncalled ?? fn) : undefined };
}

/** A function that something outside starts sees what is around it. */
function outerContexts(project: Project, module: Module, fn: SyntaxNode, level: number): readonly Context[] {
  const { contexts } = contextsAt(project, module, fn, undefined, level);
  return contexts.length > 0 ? contexts : [{ env: undefined, conditions: [] }];
}

/** The call that a function is written in: as its callee or as an argument. */
function directCall(fn: SyntaxNode): SyntaxNode | undefined {
  let at = fn;
  while (at.parent?.type === 'parenthesized_expression' || at.parent?.type === 'unary_expression') at = at.parent;
  const parent = at.parent;
  if (parent?.type === 'call_expression' && at.field === 'function') return parent;
  if (parent?.type === 'arguments' && parent.parent) return parent.parent;
  return undefined;
}

function callbackContexts(
  project: Project,
  module: Module,
  fn: SyntaxNode,
  call: SyntaxNode,
  context: Context,
): Context[] {
  const callee = childAt(call, 'function');
  const place = { project, module, env: context.env };
  const value = { kind: 'function', node: fn, module, env: context.env } as const;
  const property = childAt(callee, 'property');
  if (property && eachItem.test(textOf(property))) {
    const items = listItems(evaluate(place, childAt(callee, 'object')));
    if (items)
      return items.map((item) => ({
        env: enterFunction(project, value, [() => item.value]),
        conditions: [...context.conditions, ...item.conditions],
      }));
  }
  const isCallee = callee !== undefined && callee.start <= fn.start && callee.end >= fn.end;
  const request = handlesToolCalls(call) ? [() => toolCallRequest] : undefined;
  const args = isCallee ? evaluateArguments(place, call) : request;
  return [{ env: args ? enterFunction(project, value, args) : context.env, conditions: context.conditions }];
}

/** A use that is a call gives the parameters their values; any other mention only shows that the function is reached. */
function useContexts(
  project: Project,
  { module, fn }: { module: Module; fn: SyntaxNode },
  use: Use,
  context: Context,
): Context[] {
  const place = { project, module: use.module, env: context.env };
  const target =
    use.node.field === 'property' && use.node.parent?.type === 'member_expression' ? use.node.parent : use.node;
  const call = target.parent;
  const isCalled =
    (call?.type === 'call_expression' && target.field === 'function') ||
    (call?.type === 'new_expression' && target.field === 'constructor');
  const receiver = target === use.node ? undefined : childAt(target, 'object');
  if (call === undefined || !isCalled) {
    const each = target.parent?.type === 'arguments' ? target.parent.parent : undefined;
    const value = { kind: 'function', node: fn, module, env: context.env } as const;
    return each?.type === 'call_expression' && target.field === undefined
      ? handedOn(project, use.module, value, each, context)
      : [context];
  }
  const args = evaluateArguments(place, call);
  const owners = receiver ? optionsOf(evaluate(place, receiver)) : [{ value: undefined, conditions: [] }];
  if (receiver && owners.every(({ value }) => isForeign(project, value, fn))) return [];
  return owners
    .filter(({ value }) => receiver === undefined || !isForeign(project, value, fn))
    .map((owner) => {
      const env = withThis(context.env, fn, call.type === 'new_expression' ? evaluate(place, call) : owner.value);
      return {
        env: enterFunction(project, { kind: 'function', node: fn, module, env }, args),
        conditions: [...context.conditions, ...owner.conditions],
      };
    });
}

/** `tools.forEach(register)` */
function handedOn(
  project: Project,
  module: Module,
  fn: Extract<Value, { kind: 'function' }>,
  call: SyntaxNode,
  context: Context,
): Context[] {
  const callee = childAt(call, 'function');
  const property = childAt(callee, 'property');
  const items =
    property && eachItem.test(textOf(property))
      ? listItems(evaluate({ project, module, env: context.env }, childAt(callee, 'object')))
      : undefined;
  if (items === undefined) return [context];
  return items.map((item) => ({
    env: enterFunction(project, fn, [() => item.value]),
    conditions: [...context.conditions, ...item.conditions],
  }));
}
