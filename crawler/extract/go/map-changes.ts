/** What is put into a map after it was made: `properties["id"] = …`, `maps.Copy(properties, more)`. */
import { isJsonObject, type Json } from '../../../schema/tool-definition.ts';
import { asText, type Known, known, toObject } from '../known-value.ts';
import { childAt, descend, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { evaluate } from './evaluate.ts';
import { callArguments } from './evaluate-call.ts';
import type { Project } from './project.ts';
import type { Placed } from './scope.ts';

const changes = new WeakMap<SyntaxNode, SyntaxNode[]>();

/** The value of a local map at the place where it is used. */
export function addMembers(project: Project, found: Known, fn: SyntaxNode, use: Placed, depth: number): Known {
  const members = new Map<string, Json>(isJsonObject(found.value) ? Object.entries(found.value) : []);
  const name = textOf(use.node);
  let { exact } = found;
  const read = (node: SyntaxNode | undefined) => evaluate(project, node, use.scope, depth + 1);
  for (const change of mapChanges(fn)) {
    if (change.end > use.node.start || textOf(targetOf(change) ?? change) !== name) continue;
    if (change.type === 'call_expression') {
      const more = read(callArguments(change)[1]);
      exact &&= more?.exact === true;
      if (isJsonObject(more?.value)) for (const [key, value] of Object.entries(more.value)) members.set(key, value);
    } else {
      const key = asText(read(childAt(childAt(change, 'left')?.children[0], 'index')));
      const value = read(childAt(change, 'right')?.children[0]);
      exact &&= key?.exact === true && value?.exact === true;
      if (key && value) members.set(key.text, value.value);
    }
  }
  return known(toObject(members), exact);
}

function targetOf(change: SyntaxNode): SyntaxNode | undefined {
  if (change.type === 'call_expression') return callArguments(change)[0];
  return childAt(childAt(change, 'left')?.children[0], 'operand');
}

function mapChanges(fn: SyntaxNode): readonly SyntaxNode[] {
  let found = changes.get(fn);
  if (found === undefined) {
    found = [...descend(fn)].filter(
      (node) =>
        (node.type === 'assignment_statement' && childAt(node, 'left')?.children[0]?.type === 'index_expression') ||
        (node.type === 'call_expression' && textOf(childAt(node, 'function') ?? node) === 'maps.Copy'),
    );
    changes.set(fn, found);
  }
  return found;
}
