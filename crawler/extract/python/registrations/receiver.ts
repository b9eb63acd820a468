/** Whether an object that has `.tool` is an MCP server: many other libraries use the same word. */
import type { SyntaxNode } from '../../syntax-tree.ts';
import { textOf } from '../../syntax-tree.ts';
import { instanceOfType } from '../instance-of-type.ts';
import type { Project } from '../project.ts';
import { baseClasses, type ClassEntity, resolveEntity, selfClass } from '../resolve.ts';
import { type Module, type Scope, scopeOf } from '../scope.ts';

const mcpWord = /mcp/i;

/** Whether a dotted name belongs to the MCP libraries, or to somebody's layer above them. */
export function isMcpPath(path: string): boolean {
  return mcpWord.test(path);
}

export function importsMcp(module: Module): boolean {
  const root = scopeOf(module, module.parsed.root);
  for (const bindings of root.names.values()) {
    for (const binding of bindings) if (binding.kind === 'import' && isMcpPath(binding.module)) return true;
  }
  return root.stars.some(isMcpPath);
}

/** Where the object's class is known it decides; else its name, and what its file imports. */
export function isMcpReceiver(project: Project, module: Module, node: SyntaxNode, scope: Scope): boolean {
  const guess = mcpWord.test(textOf(node)) || importsMcp(module);
  const self = selfClass(node, scope);
  if (self) return guess || isMcpClass(project, self);
  const entity = resolveEntity(project, node, scope);
  switch (entity?.kind) {
    case 'instance':
      return isMcpClass(project, entity.of);
    case 'parameter': {
      const type = entity.type && instanceOfType(project, entity.type, entity.scope);
      return type?.kind === 'instance' ? isMcpClass(project, type.of) : guess || /server|app/i.test(textOf(node));
    }
    case 'external':
      return isMcpPath(entity.path);
    case 'function':
    case 'class':
      return false;
    default:
      return guess;
  }
}

function isMcpClass(project: Project, entity: ClassEntity, depth = 0): boolean {
  if (entity.kind === 'external') return isMcpPath(entity.path) || entity.path === 'Any';
  if (/^class\s+\w*mcp/i.test(textOf(entity.node).slice(0, 200))) return true;
  return depth < 10 && baseClasses(project, entity).some((base) => isMcpClass(project, base, depth + 1));
}
