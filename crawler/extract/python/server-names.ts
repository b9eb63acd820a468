/** What the server calls itself: `FastMCP("Name", instructions="…")`. */
import { childAt, textOf } from '../syntax-tree.ts';
import { argument, readArguments } from './arguments.ts';
import { cleanDocstring } from './docstring.ts';
import { evaluateText } from './evaluate.ts';
import type { Project } from './project.ts';
import { isMcpPath } from './registrations/receiver.ts';
import { resolveEntity } from './resolve.ts';
import { type Module, scopeAt } from './scope.ts';

export interface DeclaredServer {
  name?: string;
  instructions?: string;
}

/** Of the one server that is made with a plain name; nothing where there are several with different names. */
export function findServerName(project: Project, modules: readonly Module[]): DeclaredServer {
  const found = new Map<string, DeclaredServer>();
  for (const module of modules) {
    for (const call of module.parsed.byType.get('call') ?? []) {
      const callee = childAt(call, 'function');
      if (callee === undefined || !/(^|\.)(FastMCP|MCPServer|Server)$/.test(textOf(callee))) continue;
      project.restartSteps();
      const scope = scopeAt(module, call);
      const entity = resolveEntity(project, callee, scope);
      if (entity?.kind !== 'external' || !isMcpPath(entity.path)) continue;
      const args = readArguments(call);
      const name = evaluateText(project, argument(args, 0, 'name'), scope);
      const instructions = evaluateText(project, argument(args, -1, 'instructions'), scope);
      if (!name?.exact) continue;
      found.set(name.text, {
        name: name.text,
        ...(instructions?.exact ? { instructions: cleanDocstring(instructions.text) } : {}),
      });
    }
  }
  const [only] = found.size === 1 ? found.values() : [];
  return only ?? {};
}
