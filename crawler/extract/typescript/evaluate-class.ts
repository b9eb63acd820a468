/** Classes and what is made of them: fields, getters, what the constructor sets, and the same of the class that they extend. */
import { childAt, descend, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { enterFunction, type Given } from './call-function.ts';
import { extend } from './env.ts';
import { evaluate, type Place } from './evaluate.ts';
import { evaluateArguments } from './evaluate-call.ts';
import { keyName, lazy, methodValue } from './evaluate-literal.ts';
import type { Project } from './project.ts';
import { isFunction } from './scope.ts';
import type { ClassValue, Member, ObjectValue, Value } from './value.ts';

const maxAncestors = 8;

export function classValue(place: Place, node: SyntaxNode): ClassValue {
  return { kind: 'class', node, module: place.module, env: place.env };
}

/** `new C(args)` */
export function makeInstance(project: Project, made: ClassValue, args: readonly Given[], level = 0): ObjectValue {
  const members = new Map<string, Member>();
  const object: ObjectValue = { kind: 'object', members, whole: false, node: made.node, of: made.node };
  addClassMembers(project, made, args, object, members, level);
  return object;
}

function addClassMembers(
  project: Project,
  made: ClassValue,
  args: readonly Given[],
  object: ObjectValue,
  members: Map<string, Member>,
  level: number,
): void {
  const env = extend(made.env, made.node, new Map([['this', () => object]]));
  const place: Place = { project, module: made.module, env };
  const maker = bodyOf(made.node).find((child) => memberKey(child, 'constructor'));
  const own = maker && enterFunction(project, { kind: 'function', node: maker, module: made.module, env }, args);
  const inside: Place = { ...place, env: own ?? env };
  const base = level < maxAncestors ? baseOf(place, made.node) : undefined;
  if (base) {
    const call = maker && findSuperCall(maker);
    const passed = call ? evaluateArguments(inside, call) : maker ? [] : args;
    addClassMembers(project, base, passed, object, members, level + 1);
  }
  addFields(place, made.node, false, members);
  if (maker) addConstructed(inside, maker, members);
}

/** `this.x = …` in the constructor, and its parameters that are fields: `constructor(private x)`. */
function addConstructed(place: Place, maker: SyntaxNode, members: Map<string, Member>): void {
  for (const parameter of childAt(maker, 'parameters')?.children ?? []) {
    const pattern = childAt(parameter, 'pattern');
    const isField = /^(public|private|protected|readonly|override)\b/.test(textOf(parameter).slice(0, 40));
    if (isField && pattern?.type === 'identifier')
      members.set(
        textOf(pattern),
        lazy(() => evaluate(place, pattern)),
      );
  }
  const body = childAt(maker, 'body');
  for (const node of body ? descend(body, (below) => !isFunction(below)) : []) {
    if (node.type !== 'assignment_expression') continue;
    const [left, right] = [childAt(node, 'left'), childAt(node, 'right')];
    const property = childAt(left, 'property');
    if (left?.type === 'member_expression' && childAt(left, 'object')?.type === 'this' && property && right)
      members.set(
        textOf(property),
        lazy(() => evaluate(place, right)),
      );
  }
}

function addFields(place: Place, node: SyntaxNode, isStatic: boolean, members: Map<string, Member>): void {
  for (const child of bodyOf(node)) {
    const key = childAt(child, 'name') ?? childAt(child, 'property');
    if (key === undefined) continue;
    const before = child.source.text.slice(child.start, key.start);
    if (/\bstatic\b/.test(before) !== isStatic) continue;
    const name = keyName(place, key);
    const value = childAt(child, 'value');
    if (name === undefined || name === 'constructor') continue;
    if (child.type === 'method_definition')
      members.set(
        name,
        lazy(() => methodValue(place, child, key)),
      );
    else if (value)
      members.set(
        name,
        lazy(() => evaluate(place, value)),
      );
  }
}

/** `C.x` */
export function staticMember(project: Project, made: ClassValue, name: string, level = 0): Value | undefined {
  const members = new Map<string, Member>();
  const env = extend(made.env, made.node, new Map([['this', () => made]]));
  const place: Place = { project, module: made.module, env };
  addFields(place, made.node, true, members);
  const found = members.get(name);
  if (found) return found.get();
  const base = level < maxAncestors ? baseOf(place, made.node) : undefined;
  return base && project.deeper(() => staticMember(project, base, name, level + 1));
}

function bodyOf(node: SyntaxNode): readonly SyntaxNode[] {
  return childAt(node, 'body')?.children ?? [];
}

function memberKey(child: SyntaxNode, name: string): boolean {
  const key = childAt(child, 'name');
  return child.type === 'method_definition' && key !== undefined && textOf(key) === name;
}

/** The class it extends, where that is in the source. */
export function baseOf(place: Place, node: SyntaxNode): ClassValue | undefined {
  const value = evaluateBase(place, node);
  return value?.kind === 'class' ? value : undefined;
}

/** The path of the class of a package that a class extends, through those of the source between them. */
export function packageBase(project: Project, node: SyntaxNode): string | undefined {
  let at: SyntaxNode | undefined = node;
  for (let level = 0; at !== undefined && level < maxAncestors; level++) {
    const module = project.module(at.source.path);
    const base: Value | undefined = module && evaluateBase({ project, module, env: undefined }, at);
    if (base?.kind === 'external') return base.path;
    at = base?.kind === 'class' ? base.node : undefined;
  }
  return undefined;
}

function evaluateBase(place: Place, node: SyntaxNode): Value | undefined {
  const heritage = node.children.find((child) => child.type === 'class_heritage');
  const clause = heritage?.children.find((child) => child.type === 'extends_clause');
  const written = clause ? childAt(clause, 'value') : heritage?.children[0];
  return evaluate(place, written);
}

function findSuperCall(maker: SyntaxNode): SyntaxNode | undefined {
  for (const node of descend(maker)) {
    if (node.type === 'call_expression' && childAt(node, 'function')?.type === 'super') return node;
  }
  return undefined;
}
