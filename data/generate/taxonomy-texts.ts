/** `data/taxonomy/*.yaml` → one typed module. Every word of the taxonomy has its text, or generating fails. */
import { z } from 'zod';
import { CoverageState, FailureKind } from '../../schema/snapshot.ts';
import {
  Accepts,
  Category,
  Destination,
  Flag,
  Outcome,
  Power,
  Risk,
  Scope,
  Sensitivity,
} from '../../schema/taxonomy.ts';
import type { GeneratedFile } from './generated-file.ts';
import { generatedHeader } from './generated-header.ts';
import { readData } from './read-data.ts';

const Sentence = z
  .string()
  .regex(/^[A-Z].*[^.]\.$/, 'must be one or more sentences: a capital first, one full stop last');
const Title = z.string().min(1).max(30);
const Definition = z.strictObject({ title: Title, definition: Sentence });
const Word = z.strictObject({ title: Title, phrase: z.string().min(1), definition: Sentence });
const Failure = z.strictObject({ title: Title, sentence: Sentence, whatToDo: Sentence });

function facetOf<Words extends z.ZodEnum>(words: Words) {
  return z.strictObject({ title: Title, definition: Sentence, words: z.record(words, Sentence) });
}

const FacetTexts = z.strictObject({
  outcome: facetOf(Outcome),
  destination: facetOf(Destination),
  sensitivity: facetOf(Sensitivity),
  scope: facetOf(Scope),
  power: facetOf(Power),
  openInput: facetOf(Accepts),
  untrustedOutput: facetOf(z.enum(['true', 'false'])),
});

function declare(name: string, type: string, texts: unknown): string {
  return `export const ${name} = ${JSON.stringify(texts, null, 2)} as const satisfies ${type};\n`;
}

export async function generateTaxonomyTexts(): Promise<GeneratedFile[]> {
  const content = `${generatedHeader('data/taxonomy')}import type { CoverageState, FailureKind } from './snapshot.ts';
import type { Category, Facets, Flag, Risk } from './taxonomy.ts';

export interface DefinitionText {
  title: string;
  definition: string;
}

/** \`phrase\` is the word as it stands in a sentence: "an execute tool". */
export interface WordText extends DefinitionText {
  phrase: string;
}

/** \`words\` explains each value that the facet can take. */
export interface FacetText extends DefinitionText {
  words: Readonly<Record<string, string>>;
}

export interface FailureText {
  title: string;
  sentence: string;
  whatToDo: string;
}

${[
  declare(
    'categoryTexts',
    'Record<Category, WordText>',
    await readData('taxonomy/categories.yaml', z.record(Category, Word)),
  ),
  declare('riskTexts', 'Record<Risk, WordText>', await readData('taxonomy/risks.yaml', z.record(Risk, Word))),
  declare(
    'flagTexts',
    'Record<Flag, DefinitionText>',
    await readData('taxonomy/flags.yaml', z.record(Flag, Definition)),
  ),
  declare('facetTexts', 'Record<keyof Facets, FacetText>', await readData('taxonomy/facets.yaml', FacetTexts)),
  declare(
    'coverageTexts',
    'Record<CoverageState, DefinitionText>',
    await readData('taxonomy/coverage.yaml', z.record(CoverageState, Definition)),
  ),
  declare(
    'failureTexts',
    'Record<FailureKind, FailureText>',
    await readData('taxonomy/failures.yaml', z.record(FailureKind, Failure)),
  ),
].join('\n')}`;
  return [{ path: 'schema/taxonomy-texts.generated.ts', content }];
}
