/** Calls that register a function: `mcp.tool(…)(f)`, `mcp.tool(f, name=…)`, `mcp.add_tool(f)`, `Tool.from_function(f)`. */
import { hole } from '../../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { argument, readArguments } from '../arguments.ts';
import { assignedAttribute, assignedText } from '../assigned-attributes.ts';
import { evaluateText } from '../evaluate.ts';
import type { Project } from '../project.ts';
import { type FunctionEntity, findBindingsAt, resolveEntity } from '../resolve.ts';
import { resolveFunctions } from '../resolve-functions.ts';
import { type Module, type Scope, scopeAt } from '../scope.ts';
import { isMcpPath, isMcpReceiver } from './receiver.ts';
import { type Registration, readKeywords, type Site } from './registration.ts';

interface Form {
  /** The call that carries the keywords. */
  call: SyntaxNode;
  /** The argument that is registered. */
  target: SyntaxNode | undefined;
  receiver: SyntaxNode;
}

export function findCallForms(project: Project, module: Module): Site[] {
  const found: Site[] = [];
  for (const call of module.parsed.byType.get('call') ?? []) {
    const scope = scopeAt(module, call);
    const form = readForm(project, module, call, scope);
    if (form === undefined) continue;
    const list = childAt(form.call, 'arguments');
    const expressions = [form.target, list].flatMap((one) => one ?? []);
    const read = (at: Scope) => readRegistrations(project, module, form, at);
    found.push({ module, node: call, scope, expressions, read });
  }
  return found;
}

function readForm(project: Project, module: Module, call: SyntaxNode, scope: Scope): Form | undefined {
  const callee = childAt(call, 'function');
  const [receiver, attribute] = [childAt(callee, 'object'), childAt(callee, 'attribute')];
  if (callee?.type !== 'attribute' || receiver === undefined || attribute === undefined) return undefined;
  if (call.parent?.type === 'decorator') return undefined;
  const args = readArguments(call);
  switch (textOf(attribute)) {
    case 'tool': {
      const outer = call.field === 'function' && call.parent?.type === 'call' ? call.parent : undefined;
      const target = outer ? readArguments(outer).positional[0] : argument(args, 0, 'fn', 'name_or_fn');
      if (target === undefined || target.type === 'string') return undefined;
      return isMcpReceiver(project, module, receiver, scope) ? { call, target, receiver } : undefined;
    }
    case 'add_tool': {
      const target = argument(args, 0, 'fn', 'tool');
      const ready = target === undefined || isMadeTool(project, target, scope);
      return !ready && isMcpReceiver(project, module, receiver, scope) ? { call, target, receiver } : undefined;
    }
    case 'from_function': {
      const entity = resolveEntity(project, receiver, scope);
      const isTool =
        /(^|\.)(Function)?Tool$/.test(textOf(receiver)) && entity?.kind === 'external' && isMcpPath(entity.path);
      return isTool ? { call, target: argument(args, 0, 'fn'), receiver } : undefined;
    }
    default:
      return undefined;
  }
}

/** `add_tool(Tool(…))` and `add_tool(Tool.from_function(…))` are found by the call inside. */
function isMadeTool(project: Project, target: SyntaxNode, scope: Scope): boolean {
  const entity = resolveEntity(project, target, scope);
  const made = entity?.kind === 'instance' && entity.of.kind === 'external' ? entity.of.path : '';
  return /(^|\.)\w*Tool(\.\w+)?$/.test(made);
}

function readRegistrations(project: Project, module: Module, form: Form, scope: Scope): Registration[] {
  const args = readArguments(form.call);
  const keywords = readKeywords(project, args, scope);
  const placed = args.positional[form.target === args.positional[0] ? 1 : 0];
  const made = form.target && findMadeObject(project, form.target, scope);
  const functions = form.target ? resolveFunctions(project, form.target, scope) : [];
  const place = { module, at: form.call, scope, receiver: form.receiver };
  const given = keywords.name ?? (placed && placed.type !== 'none' ? readGiven(project, placed, scope) : undefined);
  // An object that has its own name for the tool: that of a function within it is not the tool's.
  if (made && given === undefined)
    return readMadeObject(project, made, { ...place, shown: form.call }, functions[0]?.fn);
  if (functions.length === 0) {
    return given ? [{ ...keywords, ...place, name: given, shown: form.call, fn: undefined, wrapped: true }] : [];
  }
  return functions.map(({ fn, wrapped }) => {
    const name = given ?? functionName(project, fn, place);
    return { ...keywords, ...place, name, shown: form.call, fn, wrapped };
  });
}

/** A name that is given and cannot be known is still not that of the function. */
function readGiven(project: Project, node: SyntaxNode, scope: Scope) {
  return evaluateText(project, node, scope) ?? { text: hole, exact: false };
}

/** What `__name__` is set to, else the name of the definition. */
function functionName(project: Project, fn: FunctionEntity, place: Pick<Registration, 'at' | 'module' | 'scope'>) {
  const assigned = assignedAttribute(project, fn, '__name__', place);
  const set = assigned && assignedText(project, assigned);
  if (set && set !== 'none') return set;
  const own = childAt(fn.node, 'name');
  return own && { text: textOf(own), exact: true };
}

interface MadeObject {
  call: SyntaxNode;
  scope: Scope;
}

/** `ToolSpec(name=…, handler=…)`, `FunctionTool.from_function(f, name=…)`, in place or by the name of a variable. */
function findMadeObject(project: Project, target: SyntaxNode, scope: Scope, depth = 0): MadeObject | undefined {
  if (target.type === 'call') {
    const callee = childAt(target, 'function');
    return callee && /(^|\.)[A-Z]\w*(\.\w+)?$/.test(textOf(callee).slice(0, 200)) ? { call: target, scope } : undefined;
  }
  if (target.type !== 'identifier' || depth > 5 || !project.takeStep()) return undefined;
  const bound = findBindingsAt(project, scope, target).at(-1);
  if (bound?.binding.kind === 'given')
    return findMadeObject(project, bound.binding.value, bound.binding.scope, depth + 1);
  return bound?.binding.kind === 'value'
    ? findMadeObject(project, bound.binding.value, bound.scope, depth + 1)
    : undefined;
}

/** Nothing where its name cannot be read: the place is noted then. */
function readMadeObject(
  project: Project,
  { call, scope }: MadeObject,
  place: Pick<Registration, 'module' | 'at' | 'receiver' | 'shown'>,
  fn: Registration['fn'],
): Registration[] {
  const own = readKeywords(project, readArguments(call), scope);
  return own.name === undefined ? [] : [{ ...own, ...place, scope, fn, wrapped: fn !== undefined }];
}
