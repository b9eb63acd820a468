import { childAt, textOf } from '../syntax-tree.ts';
import type { Project } from './project.ts';
import { baseClasses, type OwnClass } from './resolve.ts';

const maxClasses = 500;

/** Every class of the repository below a class, nearest first. */
export function subclassesOf(project: Project, owner: OwnClass): OwnClass[] {
  const found: OwnClass[] = [];
  const queue = [owner];
  for (let next = queue.shift(); next !== undefined && found.length < maxClasses; next = queue.shift()) {
    const above = next;
    const nameNode = childAt(above.node, 'name');
    const name = nameNode ? textOf(nameNode) : '';
    for (const module of project.modulesMentioning(name)) {
      for (const node of module.parsed.byType.get('class_definition') ?? []) {
        const bases = childAt(node, 'superclasses');
        if (bases === undefined || !textOf(bases).includes(name) || found.some((known) => known.node === node))
          continue;
        const entity: OwnClass = { kind: 'class', node, module };
        if (!baseClasses(project, entity).some((base) => base.kind === 'class' && base.node === above.node)) continue;
        found.push(entity);
        queue.push(entity);
      }
    }
  }
  return found;
}
