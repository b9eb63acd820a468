/** Loops over what is written out: `for _, t := range tools`, read once for each of its items. */
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { onlyReturn, resolveCallee } from './evaluate-call.ts';
import type { Project } from './project.ts';
import { isFunction, type Placed, resolveName, resolveSelector, type Scope, type Turn } from './scope.ts';

const maxItems = 1000;
const maxLoops = 3;
const maxDepth = 8;

/** The scope in every turn of the loops around a node, outermost first; the scope itself where there is none to follow. */
export function turnsAt(project: Project, node: SyntaxNode, scope: Scope): Scope[] {
  let scopes = [scope];
  for (const clause of clausesAround(node).toReversed().slice(0, maxLoops)) {
    const right = childAt(clause, 'right');
    scopes = scopes.flatMap((outer) => {
      const items = right ? itemsOf(project, { node: right, scope: outer }) : [];
      if (items.length === 0) return [outer];
      return items.map((item) => ({ ...outer, turns: new Map([...(outer.turns ?? []), [clause, item]]) }));
    });
  }
  return scopes.slice(0, maxItems);
}

/** Whether an expression is, or belongs to, a name of a loop around it. */
export function isOfLoop(node: SyntaxNode): boolean {
  const base = node.type === 'selector_expression' ? childAt(node, 'operand') : node;
  if (base?.type !== 'identifier') return false;
  return clausesAround(node).some((clause) =>
    (childAt(clause, 'left')?.children ?? []).some((name) => textOf(name) === textOf(base)),
  );
}

function clausesAround(node: SyntaxNode): SyntaxNode[] {
  const clauses: SyntaxNode[] = [];
  for (const { ancestor } of ancestorsOf(node)) {
    if (isFunction(ancestor)) break;
    const clause = ancestor.children.find((child) => child.type === 'range_clause');
    if (ancestor.type === 'for_statement' && clause) clauses.push(clause);
  }
  return clauses;
}

function itemsOf(project: Project, { node, scope }: Placed, depth = 0): Turn[] {
  if (depth > maxDepth || !project.step()) return [];
  if (node.type === 'composite_literal') return elementsOf(node, scope);
  if (node.type === 'call_expression') {
    const fn = resolveCallee(project, node, scope);
    const returned = fn && onlyReturn(fn.node);
    return fn && returned ? itemsOf(project, { node: returned, scope: fn.scope }, depth + 1) : [];
  }
  const meaning =
    node.type === 'identifier'
      ? resolveName(project, node, scope)
      : node.type === 'selector_expression'
        ? resolveSelector(project, node, scope)
        : undefined;
  return meaning?.kind === 'value' ? itemsOf(project, meaning.at, depth + 1) : [];
}

function elementsOf(literal: SyntaxNode, scope: Scope): Turn[] {
  const elements = childAt(literal, 'body')?.children ?? [];
  return elements.slice(0, maxItems).flatMap((element): Turn[] => {
    const [key, value] = [childAt(element, 'key')?.children[0], (childAt(element, 'value') ?? element).children[0]];
    return value ? [{ key: key && { node: key, scope }, value: { node: value, scope } }] : [];
  });
}

/** `t.name` of a struct that is written out, by the name of its field or by its place. */
export function fieldOf(project: Project, owner: Placed, name: string, findType: FindType): Placed | undefined {
  const node = owner.node.type === 'unary_expression' ? childAt(owner.node, 'operand') : owner.node;
  const body = node?.type === 'composite_literal' ? childAt(node, 'body') : node;
  if (node === undefined || body?.type !== 'literal_value' || !project.step()) return undefined;
  const keyed = body.children.find((child) => {
    const key = childAt(child, 'key');
    return key !== undefined && textOf(key) === name;
  });
  const value = childAt(keyed, 'value')?.children[0];
  if (value) return { node: value, scope: owner.scope };
  if (body.children[0]?.type !== 'literal_element') return undefined;
  const place = fieldNames(findType(node, owner.scope)).indexOf(name);
  const element = place < 0 ? undefined : body.children[place]?.children[0];
  return element && { node: element, scope: owner.scope };
}

/** The struct type of a literal, which for an item is that of its list. */
export type FindType = (literal: SyntaxNode, scope: Scope) => SyntaxNode | undefined;

function fieldNames(struct: SyntaxNode | undefined): string[] {
  const list = struct?.type === 'struct_type' ? struct.children[0] : undefined;
  return (list?.children ?? []).flatMap((field) =>
    field.children.filter((child) => child.field === 'name').map((child) => textOf(child)),
  );
}
