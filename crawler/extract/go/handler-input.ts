/** The input schema that a typed handler stands for: the struct it takes its arguments as. */
import { childAt, descend, textOf } from '../syntax-tree.ts';
import type { InputDraft } from '../tool-draft.ts';
import type { Project } from './project.ts';
import { type Placed, readParameters, resolveType } from './scope.ts';
import { typeInput } from './type-schema.ts';

/** Undefined for a handler that takes the call as it comes. */
export function readHandlerInput(project: Project, handler: Placed): InputDraft | undefined {
  const parameters = readParameters(handler.node);
  // The receiver of a method comes last here and is no argument of the tool.
  const taken = handler.node.type === 'method_declaration' ? parameters.slice(0, -1) : parameters;
  for (const { type } of taken.toReversed()) {
    if (type === undefined) continue;
    const inner = [...descend(type)].filter(
      (node) => node.type === 'type_identifier' || node.type === 'qualified_type',
    );
    for (const node of inner.toReversed()) {
      if (node.parent?.type === 'qualified_type') continue;
      const found = resolveType(project, node, handler.scope);
      if (
        found?.node.type === 'struct_type' &&
        !/(Dependencies|Deps|Request|Context|Session|Client|Server)$/.test(textOf(childAt(node, 'name') ?? node))
      )
        return typeInput(project, { node, scope: handler.scope });
    }
    if (type.type === 'struct_type') return typeInput(project, { node: type, scope: handler.scope });
  }
  return undefined;
}
