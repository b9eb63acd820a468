import { childAt, type SyntaxNode } from '../syntax-tree.ts';
import { pointedAt } from './evaluate.ts';
import type { Project } from './project.ts';
import { resolveType, type Scope } from './scope.ts';

/** The struct behind a literal; one without a type of its own has that of the list or map around it. */
export function structOf(project: Project, literal: SyntaxNode, scope: Scope): SyntaxNode | undefined {
  const own = childAt(literal, 'type');
  const around = literal.parent?.parent;
  const list = around?.type === 'literal_value' ? around : around?.parent;
  const listType = own === undefined && list?.type === 'literal_value' ? childAt(list.parent, 'type') : undefined;
  const type = own ?? pointedAt(childAt(listType, 'element') ?? childAt(listType, 'value'));
  if (type === undefined || type.type === 'struct_type') return type;
  return resolveType(project, type, scope)?.node;
}
