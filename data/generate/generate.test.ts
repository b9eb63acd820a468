import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generateEvaluation } from './evaluation.ts';
import type { GeneratedFile } from './generated-file.ts';
import { generateLlmModels } from './llm-models.ts';
import { generateLlmPrompt } from './llm-prompt.ts';
import { generatePolicyProfiles } from './policy-profiles.ts';
import { generatePublishedSchemas } from './published-schemas.ts';
import { generateTaxonomyTexts } from './taxonomy-texts.ts';

const root = path.resolve(import.meta.dirname, '../..');

test.each<[string, () => Promise<GeneratedFile[]>]>([
  ['the published schemas', generatePublishedSchemas],
  ['the taxonomy’s texts', generateTaxonomyTexts],
  ['the policy profiles', generatePolicyProfiles],
  ['the language model’s prompt', generateLlmPrompt],
  ['the language models’ prices', generateLlmModels],
  ['the figures of the method page', generateEvaluation],
])('%s are what their generator makes of the data', async (_, generate) => {
  for (const file of await generate()) {
    expect(await readFile(path.join(root, file.path), 'utf8'), `${file.path}: run npm run generate`).toBe(file.content);
  }
});
