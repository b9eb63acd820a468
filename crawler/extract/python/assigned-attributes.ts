/** What a function is given after its definition and before it is registered: `lift.__doc__ = f"…"`, `tool.__name__ = name`. */
import { hole, type KnownText } from '../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { conditionsAt } from './conditions.ts';
import { evaluateText } from './evaluate.ts';
import { scopeWithin } from './overlay.ts';
import type { Project } from './project.ts';
import type { Registration } from './registrations/registration.ts';
import { type FunctionEntity, resolveEntity } from './resolve.ts';
import { type Module, type Scope, scopeAt } from './scope.ts';

type Attribute = '__doc__' | '__name__' | '__signature__';
/** Where the function is registered: what is assigned there later no longer counts. */
type Place = Pick<Registration, 'at' | 'module' | 'scope'>;

export interface Assigned {
  value: SyntaxNode;
  scope: Scope;
  /** False where it is assigned under a condition of its own, or in a function that may not be called. */
  exact: boolean;
  /** `+=`: what was there stands before it. */
  added: boolean;
}

/** Undefined where nothing is assigned to it. Of several the last one before the function is registered. */
export function assignedAttribute(
  project: Project,
  fn: FunctionEntity,
  attribute: Attribute,
  place: Place,
): Assigned | undefined {
  // What stands in the decorators of a function is run before anything that follows it.
  if (fn.node.parent === place.at) return undefined;
  const found = [...new Set([fn.module, place.module])].flatMap((module) =>
    assignmentsIn(module, attribute).flatMap((node) => {
      const scope = scopeWithin(place.scope, scopeAt(module, node));
      const [object, value] = [childAt(childAt(node, 'left'), 'object'), childAt(node, 'right')];
      if (object === undefined || value === undefined || isLater(node, scope, place)) return [];
      const entity = resolveEntity(project, object, scope);
      if (entity?.kind !== 'function' || entity.node !== fn.node) return [];
      const added = node.type === 'augmented_assignment';
      return [{ value, scope, added, exact: !added && isMet(node, place) && runsBefore(scope, fn, place) }];
    }),
  );
  return found.at(-1);
}

/** `none`: set to nothing. A hole for what cannot be known. */
export function assignedText(project: Project, assigned: Assigned): KnownText | 'none' {
  if (assigned.value.type === 'none' && assigned.exact) return 'none';
  const read = evaluateText(project, assigned.value, assigned.scope);
  return read ? { text: read.text, exact: read.exact && assigned.exact } : { text: hole, exact: false };
}

/** The values of everything that is assigned to the attributes of a name, for whoever asks what they depend on. */
export function assignedValues(module: Module, scope: Scope, name: string): SyntaxNode[] {
  const attributes: readonly Attribute[] = ['__doc__', '__name__'];
  return attributes
    .flatMap((attribute) => assignmentsIn(module, attribute))
    .filter((node) => {
      const object = childAt(childAt(node, 'left'), 'object');
      return object !== undefined && textOf(object) === name && scopeAt(module, node).node === scope.node;
    })
    .flatMap((node) => childAt(node, 'right') ?? []);
}

function isLater(node: SyntaxNode, scope: Scope, { at, module }: Place): boolean {
  return node.source === at.source && scopeAt(module, at).node === scope.node && node.start > at.start;
}

function isMet(node: SyntaxNode, place: Place): boolean {
  const met = conditionsAt(place.at);
  return conditionsAt(node).every((condition) => met.includes(condition));
}

/** In the function that makes it, or in what is around the registration: both are run by then. */
function runsBefore(scope: Scope, fn: FunctionEntity, place: Place): boolean {
  if (scope.node.type === 'module' || scope.node === scopeAt(fn.module, fn.node).node) return true;
  for (let at: Scope | undefined = place.scope; at !== undefined; at = at.parent)
    if (at.node === scope.node) return true;
  return false;
}

const maxAssignments = 300;
const assignments = new WeakMap<Module, Map<string, SyntaxNode[]>>();

function assignmentsIn(module: Module, attribute: Attribute): readonly SyntaxNode[] {
  let known = assignments.get(module);
  if (known === undefined) {
    known = new Map();
    for (const type of ['assignment', 'augmented_assignment']) {
      for (const node of module.parsed.byType.get(type) ?? []) {
        const left = childAt(node, 'left');
        const word = left?.type === 'attribute' ? childAt(left, 'attribute') : undefined;
        const name = word && word.end - word.start < 20 ? textOf(word) : '';
        if (/^__(doc|name|signature)__$/.test(name)) known.set(name, [...(known.get(name) ?? []), node]);
      }
    }
    assignments.set(module, known);
  }
  return (known.get(attribute) ?? []).slice(0, maxAssignments);
}
