/**
 * Compiles what people edit in `data/` into what the code reads: `node data/generate/main.ts`. With `--check` it writes nothing,
 * prints each file that is not what its generator makes, and exits 1 where there is one.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateCompanion } from './companion.ts';
import { generateEvaluation } from './evaluation.ts';
import type { GeneratedFile } from './generated-file.ts';
import { generateLaunchProfiles } from './launch-profiles.ts';
import { generateLexicon } from './lexicon.ts';
import { generateLlmModels } from './llm-models.ts';
import { generateLlmPrompt } from './llm-prompt.ts';
import { generatePolicyProfiles } from './policy-profiles.ts';
import { generatePublishedSchemas } from './published-schemas.ts';
import { generateRiskTable } from './risk-table.ts';
import { generateSignals } from './signals.ts';
import { generateTaxonomyTexts } from './taxonomy-texts.ts';

const generators: readonly (() => Promise<GeneratedFile[]>)[] = [
  generatePublishedSchemas,
  generateTaxonomyTexts,
  generatePolicyProfiles,
  generateLexicon,
  generateRiskTable,
  generateSignals,
  generateEvaluation,
  generateLlmPrompt,
  generateLlmModels,
  generateLaunchProfiles,
  generateCompanion,
];

const root = path.resolve(import.meta.dirname, '../..');

async function readExisting(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Those of the files that differ from what is on disk. */
async function findDrifted(files: readonly GeneratedFile[]): Promise<GeneratedFile[]> {
  const drifted: GeneratedFile[] = [];
  for (const file of files) {
    if ((await readExisting(path.join(root, file.path))) !== file.content) drifted.push(file);
  }
  return drifted;
}

async function writeGenerated({ path: file, content }: GeneratedFile): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), content);
  process.stdout.write(`${file} written\n`);
}

const checks = process.argv.includes('--check');
for (const generate of generators) {
  for (const file of await findDrifted(await generate())) {
    if (checks) {
      process.stdout.write(`${file.path} is out of date: run npm run generate\n`);
      process.exitCode = 1;
    } else {
      await writeGenerated(file);
    }
  }
}
