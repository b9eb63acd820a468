/** Which expressions of a handler hold an argument of the tool: `action`, `arguments["action"]`, `params.action`. */
import { toPointer } from '../../../../schema/json-pointer.ts';
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { readArguments } from '../arguments.ts';
import { evaluate } from '../evaluate.ts';
import type { Project } from '../project.ts';
import { type FunctionEntity, findBindings } from '../resolve.ts';
import { parameterName, type Scope } from '../scope.ts';

/** JSON Pointers into the arguments, by the name of the variable; the empty pointer is the object of all arguments. */
export type ArgumentPlaces = ReadonlyMap<string, string>;

const maxDepth = 8;
/** Methods that give the same word in another spelling. */
const respelling = new Set(['lower', 'upper', 'strip', 'casefold', 'title', 'capitalize']);

/** Each parameter of a tool's own function is an argument of the same name. */
export function ownPlaces(fn: FunctionEntity): ArgumentPlaces {
  const names = parametersOf(fn).filter((name) => name !== 'self' && name !== 'cls' && name !== 'ctx');
  return new Map(names.map((name) => [name, toPointer([name])]));
}

/** The low-level server's one handler takes the name and then all arguments. */
export function handlerPlaces(fn: FunctionEntity): ArgumentPlaces {
  const last = parametersOf(fn).at(-1);
  return new Map(last === undefined ? [] : [[last, '']]);
}

/** What a function is given of the arguments where it is called. */
export function passedPlaces(
  project: Project,
  fn: FunctionEntity,
  call: SyntaxNode,
  scope: Scope,
  places: ArgumentPlaces,
): ArgumentPlaces {
  const passed = new Map<string, string>();
  if (places.size === 0) return passed;
  const give = (name: string | undefined, node: SyntaxNode) => {
    const pointer = name === undefined ? undefined : placeOf(project, node, scope, places);
    if (name !== undefined && pointer !== undefined) passed.set(name, pointer);
  };
  const args = readArguments(call);
  const parameters = positionalParameters(fn, call);
  for (const [index, node] of args.positional.entries()) give(parameters[index], node);
  for (const [name, node] of args.named) give(name, node);
  return passed;
}

/** The names that the arguments without a name fill, in order; `self` of a method is none of them. */
export function positionalParameters(fn: FunctionEntity, call: SyntaxNode): (string | undefined)[] {
  const names = parametersOf(fn);
  const bound = childAt(call, 'function')?.type === 'attribute' && (names[0] === 'self' || names[0] === 'cls');
  return bound ? names.slice(1) : names;
}

function parametersOf(fn: FunctionEntity): string[] {
  return (childAt(fn.node, 'parameters')?.children ?? []).flatMap((node) => parameterName(node) ?? []);
}

/** The pointer of the argument that an expression holds. */
export function placeOf(
  project: Project,
  node: SyntaxNode,
  scope: Scope,
  places: ArgumentPlaces,
  depth = 0,
): string | undefined {
  if (depth > maxDepth || !project.takeStep()) return undefined;
  const inner = (child: SyntaxNode | undefined) => child && placeOf(project, child, scope, places, depth + 1);
  switch (node.type) {
    case 'identifier':
      return places.get(textOf(node)) ?? placeOfVariable(project, node, scope, places, depth);
    case 'parenthesized_expression':
      return inner(node.children[0]);
    case 'boolean_operator':
      return inner(childAt(node, 'left')); // `arguments or {}`
    case 'attribute': {
      const [owner, word] = [inner(childAt(node, 'object')), textOf(childAt(node, 'attribute') ?? node)];
      if (owner === undefined || (word === 'value' && owner !== '')) return owner;
      return owner + toPointer([word]);
    }
    case 'subscript':
      return memberOf(project, inner(childAt(node, 'value')), childAt(node, 'subscript'), scope);
    case 'call':
      return placeOfCall(project, node, scope, inner);
    default:
      return undefined;
  }
}

function placeOfVariable(
  project: Project,
  node: SyntaxNode,
  scope: Scope,
  places: ArgumentPlaces,
  depth: number,
): string | undefined {
  const bounds = findBindings(project, scope, textOf(node));
  const [only] = bounds.length === 1 ? bounds : [];
  if (only?.binding.kind !== 'value' || only.scope.node.type !== 'function_definition') return undefined;
  return placeOf(project, only.binding.value, only.scope, places, depth + 1);
}

function placeOfCall(
  project: Project,
  node: SyntaxNode,
  scope: Scope,
  inner: (child: SyntaxNode | undefined) => string | undefined,
): string | undefined {
  const callee = childAt(node, 'function');
  const { positional } = readArguments(node);
  if (callee && textOf(callee) === 'str') return inner(positional[0]);
  const word = textOf(childAt(callee, 'attribute') ?? node);
  const owner = callee?.type === 'attribute' ? inner(childAt(callee, 'object')) : undefined;
  if (owner === undefined) return undefined;
  if (respelling.has(word)) return owner;
  return word === 'get' || word === 'pop' ? memberOf(project, owner, positional[0], scope) : undefined;
}

function memberOf(
  project: Project,
  owner: string | undefined,
  key: SyntaxNode | undefined,
  scope: Scope,
): string | undefined {
  const read = owner === undefined || key?.type !== 'string' ? undefined : evaluate(project, key, scope);
  return typeof read?.value === 'string' && read.exact ? owner + toPointer([read.value]) : undefined;
}
