/**
 * Scores static extraction, and says how fast it is: `node bench/extraction.ts TRUTH CLONES`. TRUTH is a folder of JSON files, each
 * the true tool list of one source tree at a commit; CLONES a folder of git repositories named `owner+name` or `owner/name`. The speed
 * is that of reading the sources from git, parsing them and resolving what they register, by the language of each tree and together.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { extractTools } from '../crawler/extract/extract.ts';
import { openRepository } from '../crawler/fetch/git/open-repository.ts';
import { readTool } from '../schema/tool-definition.ts';
import { type Amount, countReads } from './input/counted-tree.ts';

const Named = z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)]);
const Truth = z.looseObject({
  repo: z.string(),
  commit: z.string(),
  path: z.string(),
  language: z.string(),
  tools: z.array(z.looseObject({ name: z.string() })),
  must_not_output: z.array(Named),
  acceptable_extra: z.array(Named),
});
type Truth = z.infer<typeof Truth>;

const extracted = new Set(['python', 'go', 'java', 'csharp', 'rust', 'typescript', 'javascript']);

interface Score {
  recall: number;
  precision: number;
  missed: string[];
  wrong: string[];
  described: number;
  found: number;
  milliseconds: number;
  read: Amount;
}

/** A tool that is acceptable but not required counts neither way; one that must not be output counts as wrong. */
function score(truth: Truth, names: readonly string[]): Pick<Score, 'recall' | 'precision' | 'missed' | 'wrong'> {
  const found = new Set(names);
  const wanted = new Set(truth.tools.map(({ name }) => name));
  const accepted = new Set(truth.acceptable_extra);
  const missed = [...wanted].filter((name) => !found.has(name));
  const wrong = [...found].filter((name) => !wanted.has(name) && !accepted.has(name));
  const hits = wanted.size - missed.length;
  const judged = hits + wrong.length;
  return {
    recall: wanted.size === 0 ? 1 : hits / wanted.size,
    precision: judged === 0 ? 1 : hits / judged,
    missed,
    wrong,
  };
}

async function findClone(clones: string, repo: string): Promise<string | undefined> {
  const [owner = '', name = ''] = repo.split('/');
  for (const folder of [`${owner}+${name}/repo`, `${owner}+${name}`, `${owner}/${name}`, `${owner}__${name}`]) {
    const path = join(clones, folder);
    if (await stat(path).catch(() => undefined)) return path;
  }
  return undefined;
}

async function measure(truth: Truth, clone: string): Promise<Score | string> {
  const repository = await openRepository({
    location: clone,
    ref: truth.commit,
    cacheFolder: join(tmpdir(), 'plimsoll-bench'),
    offline: true,
    signal: new AbortController().signal,
  });
  if (!repository.ok) return repository.reason;
  try {
    const { tree, read } = countReads(repository.tree);
    const start = performance.now();
    const { tools } = await extractTools(tree, { subfolder: truth.path || undefined });
    const milliseconds = performance.now() - start;
    const readable = tools.map((tool) => readTool(tool.definition));
    const described = readable.filter((tool) => (tool.description ?? '') !== '').length;
    return {
      ...score(
        truth,
        readable.map(({ name }) => name),
      ),
      described,
      found: tools.length,
      milliseconds,
      read,
    };
  } finally {
    await repository.close();
  }
}

function line(label: string, result: Score): string {
  const figures = `recall ${result.recall.toFixed(3)}  precision ${result.precision.toFixed(3)}`;
  const rest = `${result.found} tools, ${result.described} described, ${Math.round(result.milliseconds)} ms`;
  const names = [
    result.missed.length > 0 ? `missed ${result.missed.slice(0, 8).join(', ')}` : '',
    result.wrong.length > 0 ? `wrong ${result.wrong.slice(0, 8).join(', ')}` : '',
  ];
  return [`${label.padEnd(56)} ${figures}  ${rest}`, ...names].filter((part) => part !== '').join('  ');
}

type Speed = Amount & Pick<Score, 'milliseconds'>;

function addUp(results: readonly Score[]): Speed {
  const sum = { files: 0, bytes: 0, milliseconds: 0 };
  for (const { read, milliseconds } of results) {
    sum.files += read.files;
    sum.bytes += read.bytes;
    sum.milliseconds += milliseconds;
  }
  return sum;
}

function speedLine(label: string, results: readonly Score[]): string {
  const { files, bytes, milliseconds } = addUp(results);
  const seconds = milliseconds / 1000;
  const amount = `${files} files, ${Math.round(bytes / 1000)} kB in ${seconds.toFixed(1)} s`;
  return `${label.padEnd(12)} ${(bytes / 1e6 / seconds).toFixed(2)} MB/s, ${Math.round(files / seconds)} files/s  (${amount})`;
}

export async function benchExtraction(
  truthFolder: string,
  clones: string,
  print: (text: string) => void,
): Promise<void> {
  const results: Score[] = [];
  const byLanguage = new Map<string, Score[]>();
  for (const file of (await readdir(truthFolder)).filter((name) => name.endsWith('.json')).toSorted()) {
    const truth = Truth.parse(JSON.parse(await readFile(join(truthFolder, file), 'utf8')));
    const label = `${truth.repo}${truth.path ? `:${truth.path}` : ''}@${truth.commit.slice(0, 7)}`;
    const clone = extracted.has(truth.language) ? await findClone(clones, truth.repo) : undefined;
    const result = clone && (await measure(truth, clone));
    if (!extracted.has(truth.language)) print(`${label.padEnd(56)} skipped: no reader for ${truth.language}`);
    else if (result === undefined) print(`${label.padEnd(56)} skipped: no clone`);
    else if (typeof result === 'string') print(`${label.padEnd(56)} skipped: ${result}`);
    else {
      results.push(result);
      byLanguage.set(truth.language, [...(byLanguage.get(truth.language) ?? []), result]);
      print(line(label, result));
    }
  }
  const mean = (pick: (result: Score) => number) =>
    results.reduce((sum, result) => sum + pick(result), 0) / results.length;
  if (results.length === 0) return print('nothing was measured');
  print(
    `mean of ${results.length}: recall ${mean((r) => r.recall).toFixed(3)}, precision ${mean((r) => r.precision).toFixed(3)}`,
  );
  for (const [language, each] of [...byLanguage].sort()) print(speedLine(language, each));
  print(speedLine('together', results));
}

const [truthFolder, clones] = process.argv.slice(2);
if (import.meta.main) {
  if (truthFolder === undefined || clones === undefined) {
    process.stderr.write('usage: node bench/extraction.ts TRUTH CLONES\n');
    process.exitCode = 2;
  } else await benchExtraction(truthFolder, clones, (text) => process.stdout.write(`${text}\n`));
}
