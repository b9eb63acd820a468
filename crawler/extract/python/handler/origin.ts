/** Where an object comes from, as a dotted path that begins with a package: `docker.from_env().containers.get()`. */
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { instanceOfType } from '../instance-of-type.ts';
import type { Project } from '../project.ts';
import { findBindingsAt, resolveEntity } from '../resolve.ts';
import type { Scope } from '../scope.ts';

const maxDepth = 12;

/** Undefined where it begins with something that is not of another package. */
export function originOf(project: Project, node: SyntaxNode, scope: Scope, depth = 0): string | undefined {
  if (depth > maxDepth || !project.takeStep()) return undefined;
  const again = (child: SyntaxNode | undefined, at = scope) => child && originOf(project, child, at, depth + 1);
  switch (node.type) {
    case 'parenthesized_expression':
    case 'await':
      return again(node.children[0]);
    case 'boolean_operator':
      return again(childAt(node, 'left')) ?? again(childAt(node, 'right'));
    case 'subscript':
      return append(again(childAt(node, 'value')), '[]');
    case 'call':
      return ofEntity(project, node, scope, depth) ?? append(again(childAt(node, 'function')), '()');
    case 'attribute': {
      const name = childAt(node, 'attribute');
      const known = ofEntity(project, node, scope, depth);
      return known ?? append(again(childAt(node, 'object')), name ? `.${textOf(name)}` : '');
    }
    case 'identifier': {
      const bound = findBindingsAt(project, scope, node).at(-1);
      if (bound?.binding.kind === 'item') return append(again(bound.binding.of, bound.scope), '[]');
      return ofEntity(project, node, scope, depth);
    }
    default:
      return undefined;
  }
}

function append(path: string | undefined, more: string): string | undefined {
  return path === undefined ? undefined : path + more;
}

function ofEntity(project: Project, node: SyntaxNode, scope: Scope, depth: number): string | undefined {
  const entity = resolveEntity(project, node, scope);
  switch (entity?.kind) {
    case 'external':
      return entity.path;
    case 'instance':
      return entity.of.kind === 'external' ? `${entity.of.path}()` : undefined;
    case 'expression':
      return entity.node === node ? undefined : originOf(project, entity.node, entity.scope, depth + 1);
    case 'parameter': {
      const type = entity.type && instanceOfType(project, entity.type, entity.scope);
      return type?.kind === 'instance' && type.of.kind === 'external' ? `${type.of.path}()` : undefined;
    }
    default:
      return undefined;
  }
}
