/** Branches that a call cannot take: `manage(action="create")` does not reach what stands under `action == "delete"`. */
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { readArguments } from '../arguments.ts';
import { evaluate } from '../evaluate.ts';
import type { Project } from '../project.ts';
import type { FunctionEntity } from '../resolve.ts';
import type { Scope } from '../scope.ts';
import { positionalParameters } from './argument-places.ts';

/** The parameters of a function that a call fills with text written out, or with text that the caller was given in turn. */
export function givenTexts(
  project: Project,
  fn: FunctionEntity,
  call: SyntaxNode,
  scope: Scope,
  givenHere: ReadonlyMap<string, string>,
): Map<string, string> {
  const args = readArguments(call);
  const given = new Map<string, string>();
  const give = (name: string | undefined, node: SyntaxNode) => {
    if (name === undefined) return;
    const handedOn = node.type === 'identifier' ? givenHere.get(textOf(node)) : undefined;
    const value = node.type === 'string' ? evaluate(project, node, scope) : undefined;
    if (value?.exact && typeof value.value === 'string') given.set(name, value.value);
    else if (handedOn !== undefined) given.set(name, handedOn);
  };
  const parameters = positionalParameters(fn, call);
  for (const [index, node] of args.positional.entries()) give(parameters[index], node);
  for (const [name, node] of args.named) give(name, node);
  return given;
}

/** Whether a block runs only when a parameter has another value than it was given. */
export function isRuledOut(block: SyntaxNode, given: ReadonlyMap<string, string>): boolean {
  if (block.field !== 'consequence' || block.parent === undefined) return false;
  const condition = childAt(block.parent, 'condition');
  const comparison = condition === undefined ? null : /^(\w+)\s*==\s*(['"])([^'"\\]*)\2$/.exec(textOf(condition));
  const value = comparison?.[1] === undefined ? undefined : given.get(comparison[1]);
  return value !== undefined && value !== comparison?.[3];
}
