/** Servers mounted in one another: `main.mount(sub, namespace="x")` puts `x_` before the names of `sub`'s tools. */
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { argument, readArguments } from '../arguments.ts';
import { conditionsAt } from '../conditions.ts';
import { evaluateText } from '../evaluate.ts';
import type { Project } from '../project.ts';
import { resolveEntity } from '../resolve.ts';
import { type Module, type Scope, scopeAt } from '../scope.ts';

export interface Mount {
  /** The call that makes the server into which it is mounted. */
  into: SyntaxNode | undefined;
  /** Undefined where there is one that cannot be read; empty where there is none. */
  prefix: string | undefined;
  conditions: string[];
}

/** By the call that makes the mounted server. */
export type Mounts = ReadonlyMap<SyntaxNode, readonly Mount[]>;

const mountWords = new Set(['mount', 'import_server']);

export function findMounts(project: Project, modules: readonly Module[]): Mounts {
  const mounts = new Map<SyntaxNode, Mount[]>();
  for (const module of modules) {
    for (const call of module.parsed.byType.get('call') ?? []) {
      const callee = childAt(call, 'function');
      const attribute = callee?.type === 'attribute' ? childAt(callee, 'attribute') : undefined;
      if (callee === undefined || attribute === undefined || !mountWords.has(textOf(attribute))) continue;
      project.restartSteps();
      const scope = scopeAt(module, call);
      const { server, prefix } = readMount(project, call, scope);
      const made = server && serverMaker(project, server, scope);
      if (made === undefined) continue;
      const receiver = childAt(callee, 'object');
      const mount = { into: receiver && serverMaker(project, receiver, scope), prefix, conditions: conditionsAt(call) };
      mounts.set(made, [...(mounts.get(made) ?? []), mount]);
    }
  }
  return mounts;
}

/** The call that made the server a name stands for: the same for every name of one server. */
export function serverMaker(project: Project, node: SyntaxNode, scope: Scope): SyntaxNode | undefined {
  const entity = resolveEntity(project, node, scope);
  return entity?.kind === 'instance' ? entity.made?.call : undefined;
}

/** Both orders are in use: `mount(server, "prefix")`, and FastMCP 2's first `mount("prefix", server)`. */
function readMount(
  project: Project,
  call: SyntaxNode,
  scope: Scope,
): { server: SyntaxNode | undefined; prefix: string | undefined } {
  const args = readArguments(call);
  const [first, second] = args.positional;
  const old = first?.type === 'string' && second !== undefined;
  const server = old ? second : argument(args, 0, 'server');
  const written = old ? first : argument(args, 1, 'namespace', 'prefix');
  if (written === undefined || written.type === 'none') return { server, prefix: '' };
  const text = evaluateText(project, written, scope);
  return { server, prefix: text?.exact ? text.text : undefined };
}

export interface MountedName {
  prefix: string;
  exact: boolean;
  conditions: string[];
}

/** Every name a server's tools come out under, through servers mounted in servers; one without a prefix where it is not mounted. */
export function mountedNames(mounts: Mounts, maker: SyntaxNode | undefined, depth = 0): MountedName[] {
  const places = maker && depth < 5 ? mounts.get(maker) : undefined;
  if (places === undefined) return [{ prefix: '', exact: true, conditions: [] }];
  return places.slice(0, 10).flatMap((place) => {
    const own = place.prefix ? `${place.prefix}_` : '';
    return mountedNames(mounts, place.into, depth + 1).map((outer) => ({
      prefix: `${outer.prefix}${own}`,
      exact: outer.exact && place.prefix !== undefined,
      conditions: [...outer.conditions, ...place.conditions],
    }));
  });
}
