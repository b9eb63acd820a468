/** Two readings of one tool that part ways, as a table shows them. */
import type { Category, Risk } from '../../../schema/taxonomy.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import { showShare } from '../words/counting.ts';
import { shownLine } from '../words/shown.ts';

type Disagreement = NonNullable<Verdict['disagreement']>;

export interface ReadingRow {
  reader: string;
  /** Which model; undefined for the one that ships with the catalogue. */
  name: string | undefined;
  category: Category;
  risk: Risk;
  sure: string;
}

export function readingRows({ local, model }: Disagreement): ReadingRow[] {
  const { category, risk, confidence } = model;
  return [
    {
      reader: 'The local model',
      name: undefined,
      category: local.category,
      risk: local.risk,
      sure: `${showShare(local.confidence)} sure`,
    },
    {
      reader: 'A language model',
      name: shownLine(model.name, 80),
      category,
      risk,
      // Nobody has measured how often it is right when it says so.
      sure: `${showShare(confidence)} sure, by its own word`,
    },
  ];
}

const standing = {
  local: 'The reading of the local model stands.',
  model: 'The reading of the language model stands.',
  both: 'The darker of the two counts in each thing.',
} as const satisfies Record<Disagreement['stands'], string>;

/** Which of the two the verdict follows, and why. */
export function sayStanding({ stands, because }: Disagreement): string {
  return `${standing[stands]} ${shownLine(because, 300)}`;
}
