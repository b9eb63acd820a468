/** Facets of several effects put together: the worst of each. */
import { type Facets, type OpenInput, Outcome, Power, Scope, Sensitivity } from '../../schema/taxonomy.ts';

function worstOf<T extends string>(order: readonly T[], values: readonly T[]): T {
  const worst = Math.max(...values.map((value) => order.indexOf(value)));
  return order[worst] ?? (order[0] as T); // an index found in the order itself
}

// From the mildest to the one that asks for most care.
const destinations = [
  'ephemeral',
  'system',
  'user',
  'internal',
  'public',
] as const satisfies readonly Facets['destination'][];

export function mergeFacets(all: readonly Facets[]): Facets {
  const openInput = new Map<string, OpenInput>();
  for (const input of all.flatMap((facets) => facets.openInput))
    openInput.set(`${input.pointer} ${input.accepts}`, input);
  return {
    outcome: worstOf(
      Outcome.options,
      all.map(({ outcome }) => outcome),
    ),
    destination: worstOf(
      destinations,
      all.map(({ destination }) => destination),
    ),
    sensitivity: worstOf(
      Sensitivity.options,
      all.map(({ sensitivity }) => sensitivity),
    ),
    scope: worstOf(
      Scope.options,
      all.map(({ scope }) => scope),
    ),
    power: worstOf(
      Power.options,
      all.map(({ power }) => power),
    ),
    openInput: [...openInput.values()],
    untrustedOutput: all.some(({ untrustedOutput }) => untrustedOutput),
  };
}
