/** `@mcp.tool`, `@mcp.tool()`, `@mcp.tool("name", description=…)` over a function, wherever the function stands. */
import { hole } from '../../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { readArguments } from '../arguments.ts';
import { docstringNode } from '../docstring.ts';
import { evaluateText } from '../evaluate.ts';
import type { Project } from '../project.ts';
import { type FunctionEntity, resolveEntity } from '../resolve.ts';
import { resolveFunctions, wrappedBy } from '../resolve-functions.ts';
import { type Module, type Scope, scopeAt } from '../scope.ts';
import { isMcpPath, isMcpReceiver } from './receiver.ts';
import { type Registration, readKeywords, type Site } from './registration.ts';

export function findDecorated(project: Project, module: Module): Site[] {
  const found: Site[] = [];
  for (const at of module.parsed.byType.get('decorated_definition') ?? []) {
    const node = childAt(at, 'definition');
    if (node?.type !== 'function_definition') continue;
    const scope = scopeAt(module, at);
    const decorator = at.children.find(
      (child) => child.type === 'decorator' && isToolDecorator(project, module, child, scope),
    );
    const expression = decorator?.children[0];
    if (expression === undefined) continue;
    // What stands above the registration is put around the function afterwards.
    const below = at.children.slice(at.children.indexOf(decorator ?? at) + 1);
    const original = wrappedBy(node, below);
    const read = (at: Scope) => readDecorated(project, module, { expression, node, original }, at);
    const expressions = [childAt(expression, 'arguments') ?? expression, ...(original ? [original] : [])];
    found.push({ module, node: expression, scope, expressions, read });
  }
  return found;
}

// Something is given in place of the function's own name.
const unknownText = { text: hole, exact: false };
const maxFunctions = 500;

interface Decorated {
  expression: SyntaxNode;
  node: SyntaxNode;
  /** The function that it stands for, by `@wraps(…)`. */
  original: SyntaxNode | undefined;
}

/** Nothing where it has the name of a function that cannot be known. */
function readDecorated(
  project: Project,
  module: Module,
  { expression, node, original }: Decorated,
  scope: Scope,
): Registration[] {
  const isCall = expression.type === 'call';
  const keywords = readKeywords(project, readArguments(expression), scope);
  const [first, second, third] = isCall ? readArguments(expression).positional : [];
  const placed = first && first.type !== 'none' ? (evaluateText(project, first, scope) ?? unknownText) : undefined;
  const given = keywords.name ?? placed;
  const callee = isCall ? childAt(expression, 'function') : expression;
  const own: FunctionEntity = { kind: 'function', node, module };
  const functions = original ? resolveFunctions(project, original, scope).map(({ fn }) => fn) : [own];
  if (functions.length === 0 && given === undefined) return [];
  return (functions.length === 0 ? [undefined] : functions.slice(0, maxFunctions)).map((fn) => ({
    ...keywords,
    ...{ module, scope, fn, shown: node, at: node.parent ?? node, wrapped: fn === undefined },
    name: given ?? nameOf(fn),
    // Of two texts the second is a title or, in older versions, what describes a function without words of its own.
    description: keywords.description ?? third ?? (fn && docstringNode(fn.node) ? undefined : second),
    title: keywords.title ?? (third || (fn && docstringNode(fn.node)) ? second : undefined),
    receiver: callee && childAt(callee, 'object'),
  }));
}

function nameOf(fn: FunctionEntity | undefined): Registration['name'] {
  const name = childAt(fn?.node, 'name');
  return name && { text: textOf(name), exact: true };
}

function isToolDecorator(project: Project, module: Module, decorator: SyntaxNode, scope: Scope): boolean {
  const expression = decorator.children[0];
  const callee = expression?.type === 'call' ? childAt(expression, 'function') : expression;
  if (callee?.type === 'identifier') {
    const entity = textOf(callee) === 'tool' ? resolveEntity(project, callee, scope) : undefined;
    return entity?.kind === 'external' && isMcpPath(entity.path);
  }
  const [object, attribute] = [childAt(callee, 'object'), childAt(callee, 'attribute')];
  if (object === undefined || attribute === undefined || textOf(attribute) !== 'tool') return false;
  return isMcpReceiver(project, module, object, scope);
}
