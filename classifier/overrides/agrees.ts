/** Whether a verdict says already what an override would have it say. */
import type { Override } from '../../schema/override.ts';
import type { Facets, OpenInput } from '../../schema/taxonomy.ts';
import type { Verdict } from '../../schema/verdict.ts';

function listOpenInput(inputs: readonly OpenInput[]): string {
  return JSON.stringify(inputs.map(({ pointer, accepts }) => [pointer, accepts]).sort());
}

function hasFacets(facets: Facets, stated: NonNullable<Override['facets']>): boolean {
  const { openInput, ...words } = stated;
  if (openInput !== undefined && listOpenInput(openInput) !== listOpenInput(facets.openInput)) return false;
  const own: Record<string, unknown> = facets;
  return Object.entries(words).every(([facet, word]) => word === undefined || own[facet] === word);
}

export function agrees(verdict: Verdict, override: Override): boolean {
  const { category, facets, movesMoney, metaTool, operations } = override;
  return (
    (category === undefined || verdict.category === category) &&
    (facets === undefined || hasFacets(verdict.facets, facets)) &&
    (movesMoney === undefined || verdict.flags.includes('movesMoney') === movesMoney) &&
    (metaTool === undefined || verdict.flags.includes('metaTool') === metaTool) &&
    (operations ?? []).every((stated) =>
      verdict.operations.some(
        ({ selector, ...operation }) =>
          selector.path === stated.selector.path &&
          selector.value === stated.selector.value &&
          operation.category === stated.category &&
          operation.risk === stated.risk,
      ),
    )
  );
}
