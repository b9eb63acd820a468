/** Collections that are declared empty and filled by statements: `tools.push(x)`, `byName.set(key, x)`, `table.name = x`. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { contextsAt } from './contexts.ts';
import { extend } from './env.ts';
import { evaluate, type Place } from './evaluate.ts';
import { lazy, spreadItems } from './evaluate-literal.ts';
import { isFunction, lookUp, type Module } from './scope.ts';
import { either, type Item, type Member, maxItems, shownText, type Value } from './value.ts';

const maxFills = 300;

export function fillCollection(
  place: Place,
  value: Value | undefined,
  scope: SyntaxNode,
  name: string,
): Value | undefined {
  if (value?.kind !== 'list' && value?.kind !== 'object') return value;
  const fills = fillsOf(place.module)
    .get(name)
    ?.filter((node) => lookUp(place.module, node, name)?.scope === scope);
  if (fills === undefined || fills.length === 0) return value;
  const items: Item[] = value.kind === 'list' ? [...value.items] : [];
  const members = new Map<string, Member>(value.kind === 'object' ? value.members : []);
  let whole = value.whole;
  for (const node of fills.slice(0, maxFills)) {
    const filled = place.project.once(node, () => {
      // Inside the function that is being followed its own call alone counts.
      const home = functionAround(scope);
      const until = home && place.env ? { fn: home, env: place.env } : undefined;
      for (const { env, conditions } of contextsAt(place.project, place.module, node, until).contexts) {
        const before =
          value.kind === 'list' ? { ...value, items: [...items] } : { ...value, members: new Map(members) };
        // The statement sees what those before it made of the collection, not itself.
        const at = { ...place, env: extend(env, scope, new Map([[name, () => before]])) };
        if (value.kind === 'list') whole = addItems(at, node, conditions, items) && whole;
        else whole = addMember(at, node, conditions, members) && whole;
        if (items.length > maxItems || members.size > maxItems) break;
      }
      return true;
    });
    whole &&= filled === true;
  }
  return value.kind === 'list' ? { kind: 'list', items, whole } : { ...value, members, whole };
}

const known = new WeakMap<Module, Map<string, SyntaxNode[]>>();

/** Every statement that adds to something named, by that name. */
function fillsOf(module: Module): ReadonlyMap<string, readonly SyntaxNode[]> {
  const found = known.get(module);
  if (found) return found;
  const fills = new Map<string, SyntaxNode[]>();
  const add = (target: SyntaxNode | undefined, node: SyntaxNode) => {
    if (target?.type !== 'identifier') return;
    const alike = fills.get(textOf(target));
    if (alike) alike.push(node);
    else fills.set(textOf(target), [node]);
  };
  for (const call of module.parsed.byType.get('call_expression') ?? []) {
    const callee = childAt(call, 'function');
    const property = childAt(callee, 'property');
    if (property && /^(push|unshift|add|set)$/.test(textOf(property))) add(childAt(callee, 'object'), call);
  }
  for (const node of module.parsed.byType.get('assignment_expression') ?? []) {
    const left = childAt(node, 'left');
    if (left?.type === 'member_expression' || left?.type === 'subscript_expression') add(childAt(left, 'object'), node);
  }
  known.set(module, fills);
  return fills;
}

function addItems(place: Place, node: SyntaxNode, conditions: readonly string[], items: Item[]): boolean {
  if (node.type !== 'call_expression') return true;
  let whole = true;
  for (const arg of childAt(node, 'arguments')?.children ?? []) {
    if (arg.type === 'spread_element') {
      const spread = spreadItems(evaluate(place, arg.children[0]));
      whole &&= spread.whole;
      for (const item of spread.items)
        items.push({ value: item.value, conditions: [...conditions, ...item.conditions] });
    } else items.push({ value: evaluate(place, arg), conditions });
  }
  return whole;
}

/** Where it may be left as it was, what it was comes first. */
function addMember(
  place: Place,
  node: SyntaxNode,
  conditions: readonly string[],
  members: Map<string, Member>,
): boolean {
  const [key, value] = node.type === 'call_expression' ? callParts(node) : assignmentParts(node);
  const name = key && (key.type === 'property_identifier' ? textOf(key) : shownText(evaluate(place, key))?.text);
  if (name === undefined || value === undefined) return false;
  const before = conditions.length > 0 ? members.get(name) : undefined;
  const read = () => evaluate(place, value);
  members.set(
    name,
    lazy(
      before === undefined
        ? read
        : () =>
            either([
              { value: before.get(), conditions: [] },
              { value: read(), conditions },
            ]),
    ),
  );
  return true;
}

function callParts(node: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  return childAt(node, 'arguments')?.children ?? [];
}

function assignmentParts(node: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  const left = childAt(node, 'left');
  return [childAt(left, 'property') ?? childAt(left, 'index'), childAt(node, 'right')];
}

function functionAround(scope: SyntaxNode): SyntaxNode | undefined {
  for (let at: SyntaxNode | undefined = scope; at !== undefined; at = at.parent) if (isFunction(at)) return at;
  return undefined;
}
