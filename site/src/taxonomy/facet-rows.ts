/** The facets of a verdict in the words of the taxonomy, those that ask for care first. */

import { type Facets, Outcome, Power, Scope, Sensitivity } from '../../../schema/taxonomy.ts';
import { type FacetText, facetTexts } from '../../../schema/taxonomy-texts.generated.ts';
import { namePlace } from '../evidence/name-place.ts';

export interface FacetRow {
  title: string;
  sentence: string;
  /** Parameters that the sentence is about. */
  parameters: string[];
  /** Whether this facet is one of the reasons for care. */
  weighs: boolean;
}

export function facetRows(facets: Facets): FacetRow[] {
  const rows = [
    row('outcome', facets.outcome, facets.outcome !== Outcome.enum.benign),
    row('power', facets.power, facets.power !== Power.enum.none),
    ...inputRows(facets),
    row('sensitivity', facets.sensitivity, facets.sensitivity !== Sensitivity.enum.none),
    row('destination', facets.destination, facets.destination === 'public'),
    row('scope', facets.scope, facets.scope !== Scope.enum.one),
    row('untrustedOutput', String(facets.untrustedOutput), facets.untrustedOutput),
  ];
  return [...rows.filter((each) => each.weighs), ...rows.filter((each) => !each.weighs)];
}

function row(facet: Exclude<keyof Facets, 'openInput'>, word: string, weighs: boolean): FacetRow {
  const text: FacetText = facetTexts[facet];
  return { title: text.title, sentence: text.words[word] ?? word, parameters: [], weighs };
}

/** One row for each thing that is run, fetched or opened, with the parameters that bring it. */
function inputRows(facets: Facets): FacetRow[] {
  const text: FacetText = facetTexts.openInput;
  return Object.entries(text.words).flatMap(([accepts, sentence]) => {
    const inputs = facets.openInput.filter((input) => input.accepts === accepts);
    if (inputs.length === 0) return [];
    const parameters = [...new Set(inputs.map(({ pointer }) => namePlace(pointer).subject ?? pointer))];
    return [{ title: text.title, sentence, parameters: parameters.slice(0, 12), weighs: true }];
  });
}
