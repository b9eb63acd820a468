/** Compiles `data/prompts/classify.md` into `classifier/llm/prompt.generated.ts`, the taxonomy's own texts filled in. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { GeneratedFile } from './generated-file.ts';
import { generatedHeader } from './generated-header.ts';
import { readData } from './read-data.ts';

const source = 'data/prompts/classify.md';

const Defined = z.looseObject({ definition: z.string() });
const Facet = z.looseObject({ definition: z.string(), words: z.record(z.string(), z.string()) });

async function fillIns(): Promise<Record<string, string>> {
  const categories = await readData('taxonomy/categories.yaml', z.record(z.string(), Defined));
  const flags = await readData('taxonomy/flags.yaml', z.record(z.string(), Defined));
  const facets = await readData('taxonomy/facets.yaml', z.record(z.string(), Facet));
  const list = (words: Record<string, { definition: string }>) =>
    Object.entries(words).map(([word, { definition }]) => `- \`${word}\`: ${definition}`);
  return {
    categories: list(categories).join('\n'),
    flags: list(flags).join('\n'),
    facets: Object.entries(facets)
      .map(([facet, { definition, words }]) => {
        const values = Object.entries(words).map(([word, meaning]) => `  - \`${word}\`: ${meaning}`);
        return [`- \`${facet}\`: ${definition}`, ...values].join('\n');
      })
      .join('\n'),
  };
}

/** A line break within a paragraph is for whoever edits the file; the model gets the paragraph as one line. */
function joinParagraphs(text: string): string {
  return text.replace(/(?<=\S)\n(?=[^\s#-])/g, ' ').replace(/(?<=\S)\n {2}(?=\w)/g, ' ');
}

export async function generateLlmPrompt(): Promise<GeneratedFile[]> {
  const texts = await fillIns();
  const template = joinParagraphs(await readFile(path.resolve(import.meta.dirname, '../..', source), 'utf8'));
  const prompt = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`${source}: nothing is known to fill in for {{${name}}}`);
    return text;
  });
  const content = `${generatedHeader(`${source} and data/taxonomy`)}export const classifyPrompt =\n  ${JSON.stringify(prompt.trim())};\n`;
  return [{ path: 'classifier/llm/prompt.generated.ts', content }];
}
