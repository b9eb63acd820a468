/** The method that acts in a class which describes a tool. */
import { ancestorsOf, childAt } from '../syntax-tree.ts';
import { handlerPlaces } from './handler/argument-places.ts';
import type { HandlerBody } from './handler/collect-evidence.ts';
import type { Registration } from './registrations/registration.ts';
import { type Module, scopeOf } from './scope.ts';

/** What such a method is called. */
export const acting = ['apply', 'execute', 'run', 'run_tool', 'call', 'handle', 'invoke', '_run', '__call__'];

/** Of a class's own methods the first that is named for acting. */
export function actingMethod(module: Module, node: Registration['at']): Registration['at'] | undefined {
  const body = scopeOf(module, node);
  const binding = acting.map((word) => body.names.get(word)?.at(-1)).find((one) => one?.kind === 'function');
  return binding?.kind === 'function' ? binding.node : undefined;
}

/** For a tool without a function of its own that is described in a class, or for one. */
export function classHandler({ module, at, shown }: Registration): HandlerBody[] {
  const around = [...ancestorsOf(at)].find(({ ancestor }) => ancestor.type === 'class_definition')?.ancestor;
  const owner = shown.type === 'class_definition' ? shown : around;
  // A subclass in another file is read there.
  const method = owner && owner.source === module.parsed.root.source ? actingMethod(module, owner) : undefined;
  const body = childAt(method, 'body');
  if (method === undefined || body === undefined) return [];
  return [{ node: body, module, places: handlerPlaces({ kind: 'function', node: method, module }), when: [] }];
}
