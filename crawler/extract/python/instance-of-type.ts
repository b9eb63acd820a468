import { type SyntaxNode, textOf } from '../syntax-tree.ts';
import type { Project } from './project.ts';
import { type Entity, maxHops, resolveEntity } from './resolve.ts';
import type { Scope } from './scope.ts';

/** An object of which only the declared type is known: a parameter, a field. `Optional[T]` and `T | None` count as T. */
export function instanceOfType(project: Project, type: SyntaxNode, scope: Scope, hops = 0): Entity | undefined {
  if (hops > maxHops || !project.takeStep()) return undefined;
  const inner = type.type === 'type' ? type.children[0] : type;
  if (inner === undefined) return undefined;
  if (inner.type === 'union_type' || inner.type === 'binary_operator') {
    const some = inner.children.find((child) => child.field !== 'operator' && textOf(child) !== 'None');
    return some && instanceOfType(project, some, scope, hops + 1);
  }
  if (inner.type === 'generic_type' && textOf(inner.children[0] ?? inner) === 'Optional') {
    const some = inner.children[1]?.children[0];
    return some && instanceOfType(project, some, scope, hops + 1);
  }
  if (inner.type === 'string') {
    const ahead = project.parseExpression(textOf(inner).replace(/^['"]+|['"]+$/g, ''), inner);
    return ahead && instanceOfType(project, ahead, scope, hops + 1);
  }
  const named = inner.type === 'generic_type' || inner.type === 'subscript' ? inner.children[0] : inner;
  const entity = named && resolveEntity(project, named, scope, hops + 1);
  return entity?.kind === 'class' || entity?.kind === 'external'
    ? { kind: 'instance', of: entity, made: undefined }
    : undefined;
}
