/** Annotations on a declaration, and what they are given. */
import type { Json } from '../../../schema/tool-definition.ts';
import { type Known, known, toObject } from '../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { evaluate } from './evaluate.ts';
import { membersOf, type Project } from './project.ts';

export interface Annotation {
  /** The last word of its name. */
  name: string;
  /** The name as it is written. */
  path: string;
  node: SyntaxNode;
  /** By key; a single value without one is under `value`. */
  values: ReadonlyMap<string, SyntaxNode>;
}

export function annotationsOf(declaration: SyntaxNode): Annotation[] {
  const modifiers = declaration.children.find((child) => child.type === 'modifiers');
  return (modifiers?.children ?? []).flatMap((node) => {
    const found = node.type === 'annotation' || node.type === 'marker_annotation' ? readAnnotation(node) : undefined;
    return found ? [found] : [];
  });
}

function readAnnotation(node: SyntaxNode): Annotation {
  const path = textOf(childAt(node, 'name') ?? node).slice(0, 300);
  const values = new Map<string, SyntaxNode>();
  for (const child of membersOf(childAt(node, 'arguments'))) {
    const key = childAt(child, 'key');
    const value = childAt(child, 'value');
    if (child.type === 'element_value_pair' && key && value) values.set(textOf(key), value);
    else values.set('value', child);
  }
  return { name: path.slice(path.lastIndexOf('.') + 1), path, node, values };
}

/** `@Tool.Annotations(readOnlyHint = true)` as an object. */
export function annotationObject(project: Project, node: SyntaxNode): Known {
  const members: [string, Json][] = [];
  let exact = node.type === 'annotation';
  if (exact)
    for (const [key, value] of readAnnotation(node).values) {
      const found = evaluate(project, value);
      exact &&= found?.exact === true;
      if (found) members.push([key, found.value]);
    }
  return known(toObject(members), exact);
}
