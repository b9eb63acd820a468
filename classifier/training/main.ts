/**
 * Trains the local model: `node classifier/training/main.ts --data FILE [--hold-out FILE] [--keep-out PATTERN] --out FILE`.
 * Servers, not tools, are parted into folds: the curves of confidence come from tools of servers that a fold's model has not seen.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { examineSubject } from '../examine.ts';
import { settleCategory } from '../judgement/settle-category.ts';
import { findFeatures } from '../model/features.ts';
import { signals } from '../signals/index.generated.ts';
import { crossPredict, findTemperature, trainWeights } from './cross-validate.ts';
import { familyOf } from './family.ts';
import { fitCurve } from './isotonic.ts';
import { packTable } from './quantise.ts';
import { leaveOut, readRows } from './read-rows.ts';
import type { Sample } from './sample.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    'hold-out': { type: 'string' },
    'keep-out': { type: 'string', default: '^$' },
    out: { type: 'string', default: 'classifier/model/weights.generated.ts' },
  },
});
if (!options.data) throw new Error('say which labelled tools to learn from: --data FILE');

const held = options['hold-out'] === undefined ? [] : readRows(options['hold-out']);
const rows = leaveOut(readRows(options.data), held, new RegExp(options['keep-out'], 'i'));
const samples: Sample[] = rows.map((row) => {
  const subject = { id: row.label.tool, definition: row.definition, server: { id: row.server, name: row.server } };
  const examined = examineSubject(subject, signals);
  return { row, examined, features: findFeatures(examined), family: familyOf(row.server) };
});

const crossed = crossPredict(samples);
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

const { table, scales } = packTable(trainWeights(samples));
const digest = createHash('sha256').update(readFileSync(options.data)).digest('hex');
const text = `// Written by classifier/training/main.ts from ${samples.length} labelled tools; how, and from which, is in readme.md beside this file.
import type { Curve } from './curve.ts';

interface Trained {
  /** SHA-256 of the file of labels. */
  data: string;
  tools: number;
  scales: readonly number[];
  temperatures: readonly [number, number];
  curves: { free: Curve; bound: Curve };
  /** One signed byte per weight, in base64. */
  table: string;
}

export const trained: Trained = {
  data: '${digest}',
  tools: ${samples.length},
  scales: ${JSON.stringify(scales.map((scale) => Number(scale.toPrecision(6))))},
  temperatures: ${JSON.stringify(temperatures)},
  curves: ${JSON.stringify({ free, bound })},
  table:
    '${Buffer.from(table.buffer).toString('base64')}',
};
`;
writeFileSync(options.out, text);
process.stdout.write(
  `${samples.length} tools of ${new Set(samples.map(({ family }) => family)).size} families learnt; ${(text.length / 1e6).toFixed(2)} MB written to ${options.out}\n`,
);
