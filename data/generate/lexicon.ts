/** Compiles the word tables of `data/classifier/` into `classifier/lexicon.generated.ts`. */
import { z } from 'zod';
import type { GeneratedFile } from './generated-file.ts';
import { generatedHeader } from './generated-header.ts';
import { readData } from './read-data.ts';

const folder = 'data/classifier';
const Words = z.string().transform((text) => text.split(/\s+/).filter((word) => word !== ''));
const Verbs = z.record(
  z.string(),
  z.strictObject({ strong: Words.optional(), weak: Words.optional(), other: Words.optional() }),
);
const Nouns = z.record(z.string(), Words);
const Phrases = z.record(z.string(), z.array(z.string()));
const Parameters = z.record(z.string(), z.strictObject({ exact: Words, ends: Words.optional() }));
const Pairs = z.array(
  z.strictObject({
    verbs: Words,
    objects: Words,
    unless: Words.optional(),
    needs: Words.optional(),
    becomes: z.string(),
  }),
);

function checkVerbs(verbs: z.infer<typeof Verbs>): void {
  const owner = new Map<string, string>();
  for (const [effect, strengths] of Object.entries(verbs)) {
    for (const word of Object.values(strengths).flatMap((list) => list ?? [])) {
      const other = owner.get(word);
      if (other) throw new Error(`${folder}/verbs.yaml: “${word}” stands under ${other} and ${effect}; keep one`);
      owner.set(word, effect);
    }
  }
}

function checkPairs(pairs: z.infer<typeof Pairs>, effects: Set<string>, classes: Set<string>): void {
  for (const rule of pairs) {
    if (!effects.has(rule.becomes)) throw new Error(`${folder}/pairs.yaml: no effect “${rule.becomes}”`);
    for (const object of [...rule.objects, ...(rule.unless ?? []), ...(rule.needs ?? [])]) {
      if (!object.startsWith("'") && !classes.has(object)) {
        throw new Error(`${folder}/pairs.yaml: no class of nouns “${object}”; a plain word is written 'word`);
      }
    }
  }
}

const join = (words: readonly string[]) => words.join(' ');

export async function generateLexicon(): Promise<GeneratedFile[]> {
  const verbs = await readData('classifier/verbs.yaml', Verbs);
  const nouns = await readData('classifier/nouns.yaml', Nouns);
  const pairs = await readData('classifier/pairs.yaml', Pairs);
  const phrases = await readData('classifier/phrases.yaml', Phrases);
  const parameters = await readData('classifier/parameters.yaml', Parameters);
  checkVerbs(verbs);
  checkPairs(pairs, new Set(Object.keys(verbs)), new Set(Object.keys(nouns)));

  const verbRows = Object.entries(verbs).map(([effect, { strong, weak, other }]) => ({
    effect,
    strong: join(strong ?? []),
    weak: join(weak ?? []),
    other: join(other ?? []),
  }));
  const nounRows = Object.entries(nouns).map(([name, words]) => ({ class: name, words: join(words) }));
  const pairRows = pairs.map((rule) => ({
    verbs: join(rule.verbs),
    objects: join(rule.objects),
    unless: join(rule.unless ?? []),
    needs: join(rule.needs ?? []),
    becomes: rule.becomes,
  }));
  const parameterRows = Object.entries(parameters).map(([kind, { exact, ends }]) => ({
    kind,
    exact: join(exact),
    ends: join(ends ?? []),
  }));
  const tables: [name: string, value: unknown][] = [
    ['verbTable', verbRows],
    ['nounTable', nounRows],
    ['pairTable', pairRows],
    ['phraseTable', phrases],
    ['parameterTable', parameterRows],
  ];
  const content = `${generatedHeader(folder)}\n${tables
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`)
    .join('\n')}`;
  return [{ path: 'classifier/lexicon.generated.ts', content }];
}
