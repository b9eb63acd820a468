/** Tools written out whole: `Tool(name=…, inputSchema=…)` of the official SDK, or a dictionary with the same keys. */
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { readArguments } from '../arguments.ts';
import { evaluate, evaluateText } from '../evaluate.ts';
import type { Project } from '../project.ts';
import { resolveEntity } from '../resolve.ts';
import { type Module, type Scope, scopeAt } from '../scope.ts';
import { importsMcp, isMcpPath } from './receiver.ts';
import { readKeywords, type Site } from './registration.ts';

export function findToolObjects(project: Project, module: Module): Site[] {
  const found: Site[] = [];
  for (const call of module.parsed.byType.get('call') ?? []) {
    const scope = scopeAt(module, call);
    if (!isToolCall(project, module, call, scope)) continue;
    const args = readArguments(call);
    const place = { module, at: call, shown: call, receiver: undefined, fn: undefined, wrapped: false };
    const read = (at: Scope) => [{ ...readKeywords(project, args, at), ...place, scope: at }];
    found.push({ module, node: call, scope, expressions: [...args.named.values()], read });
  }
  if (importsMcp(module))
    for (const node of module.parsed.byType.get('dictionary') ?? []) addDictionary(project, module, node, found);
  return found;
}

function isToolCall(project: Project, module: Module, call: SyntaxNode, scope: Scope): boolean {
  const callee = childAt(call, 'function');
  if (callee === undefined || !/(^|\.)Tool$/.test(textOf(callee))) return false;
  const { named } = readArguments(call);
  if (!named.has('name') || !(named.has('inputSchema') || named.has('input_schema'))) return false;
  const entity = resolveEntity(project, callee, scope);
  return entity?.kind === 'external'
    ? isMcpPath(entity.path) || entity.path === 'Tool'
    : entity === undefined && importsMcp(module);
}

/** A dictionary counts with all three keys and a name that is plain text: anything less is somebody's data. */
function addDictionary(project: Project, module: Module, node: SyntaxNode, found: Site[]): void {
  const members = new Map<string, SyntaxNode>();
  for (const pair of node.children) {
    const [key, value] = [childAt(pair, 'key'), childAt(pair, 'value')];
    if (key?.type === 'string' && value) members.set(textOf(key).replace(/^['"]|['"]$/g, ''), value);
  }
  const [name, inputSchema] = [members.get('name'), members.get('inputSchema')];
  if (name === undefined || inputSchema === undefined || !members.has('description')) return;
  const scope = scopeAt(module, node);
  project.restartSteps();
  const text = evaluateText(project, name, scope);
  if (!text?.exact || evaluate(project, inputSchema, scope) === undefined) return;
  const registration = {
    module,
    at: node,
    shown: node,
    scope,
    name: text,
    description: members.get('description'),
    title: members.get('title'),
    annotations: members.get('annotations'),
    enabled: undefined,
    inputSchema,
    fn: undefined,
    wrapped: false,
    receiver: undefined,
  };
  found.push({ module, node, scope, expressions: [], read: () => [registration] });
}
