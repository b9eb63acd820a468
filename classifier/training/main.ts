/**
 * Trains the local model: `node classifier/training/main.ts --data FILE [--besides FOLDER] [--hold-out FILE] [--keep-out PATTERN] [--out FILE]`.
 * Servers, not tools, are parted into folds: the curves of confidence come from tools of servers that a fold's model has not seen.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { examineSubject } from '../examine.ts';
import { settleCategory } from '../judgement/settle-category.ts';
import { findFeatures } from '../model/features.ts';
import type { Packed } from '../model/packed.ts';
import type { HiddenLayer } from '../model/predict.ts';
import { signals } from '../signals/index.generated.ts';
import { crossPredict, findTemperature, trainWeights } from './cross-validate.ts';
import { familyOf } from './family.ts';
import { listLabelFiles, readInput, readOptions, refuse } from './input.ts';
import { fitCurve } from './isotonic.ts';
import { packBytes, packHalfBytes } from './pack.ts';
import { leaveOut, readRows, type TrainingRow } from './read-rows.ts';
import type { Sample } from './sample.ts';

const options = readOptions({
  options: {
    data: { type: 'string' },
    besides: { type: 'string' },
    'hold-out': { type: 'string' },
    'keep-out': { type: 'string', default: '^$' },
    out: { type: 'string', default: 'classifier/model/weights.generated.ts' },
  },
});
if (!options.data) refuse('Say which labelled tools to learn from: --data FILE');

const readLabels = (file: string) => readInput(file, readRows);
const held = options['hold-out'] === undefined ? [] : readLabels(options['hold-out']);
const keepOut = readInput(options['keep-out'], (pattern) => new RegExp(pattern, 'i'));
const rows = leaveOut(readLabels(options.data), held, keepOut);
const invented = listLabelFiles(options.besides).flatMap(readLabels);
const [samples, besides] = [rows.map(toSample), invented.map(toSample)];

function toSample(row: TrainingRow): Sample {
  const subject = { id: row.label.tool, definition: row.definition, server: { id: row.server, name: row.server } };
  const examined = examineSubject(subject, signals);
  return { row, examined, features: findFeatures(examined), family: familyOf(row.server) };
}

const crossed = crossPredict(samples, besides);
const temperatures = findTemperature(crossed);
const outcomes = crossed.map(({ sample, predictAt }) => {
  const settled = settleCategory(sample.examined, predictAt(temperatures).categories);
  const { category, also } = sample.row.label;
  const right = settled.category === category || also.some((one) => one === settled.category);
  return { ...settled, right };
});
const free = fitCurve(
  outcomes.filter(({ bound, category }) => !bound && category !== 'unclassified'),
  24,
);
const bound = fitCurve(
  outcomes.filter(({ bound: isBound, category }) => isBound && category !== 'unclassified'),
  8,
);

const weights = trainWeights(samples, besides);
const digest = createHash('sha256').update(readFileSync(options.data)).digest('hex');
const short = (numbers: readonly number[]) => JSON.stringify(numbers.map((number) => Number(number.toPrecision(6))));

function print({ scales, table }: Packed): string {
  return `{ scales: ${short(scales)}, table: '${table}' }`;
}

function printNetwork({ into, fromEmbedding, unitOffsets, out, offsets }: HiddenLayer): string {
  return `{
    into: ${print(packHalfBytes(into))},
    fromEmbedding: ${print(packBytes(fromEmbedding))},
    unitOffsets: ${short(unitOffsets)},
    out: ${short(out)},
    offsets: ${short(offsets)},
  }`;
}

const text = `// Written by classifier/training/main.ts from ${samples.length} crawled and ${besides.length} invented tools; how, and from which, is in readme.md beside this file.
import type { Trained } from './trained.ts';

export const trained: Trained = {
  data: '${digest}',
  tools: ${samples.length + besides.length},
  temperatures: ${JSON.stringify(temperatures)},
  curves: ${JSON.stringify({ free, bound })},
  direct: ${print(packHalfBytes(weights.direct))},
  hidden: [${weights.hidden.map(printNetwork).join(',')}],
};
`;
writeFileSync(options.out, text);
process.stdout.write(
  `${samples.length} tools of ${new Set(samples.map(({ family }) => family)).size} families learnt; ${(text.length / 1e6).toFixed(2)} MB written to ${options.out}\n`,
);
