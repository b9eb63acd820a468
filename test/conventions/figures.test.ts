/** The figures that the README states are those that were measured and written to `data/evaluation/dev.json`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Evaluation, type Figure } from '../../schema/evaluation.ts';

const root = path.resolve(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const { figures, tools, families } = Evaluation.parse(
  JSON.parse(readFileSync(path.join(root, 'data/evaluation/dev.json'), 'utf8')),
);

const score = (value: number | null) => (value ?? Number.NaN).toFixed(3);
const share = ({ value }: Figure) => `${(100 * (value ?? Number.NaN)).toFixed(1)} %`;

test.each([
  [
    `| macro-F1 on ${tools} labelled tools of ${families} server families, none used for training | ${score(figures.macroF1.value)} (95 % interval ${score(figures.macroF1.low)} to ${score(figures.macroF1.high)}) |`,
  ],
  [`| dangerous tools called read or write, same tools | ${share(figures.underRanked)} |`],
  [`| critical tools rated low or medium, same tools | ${share(figures.criticalsLow)} of ${figures.criticalsLow.of} |`],
  [`| reads called anything else, same tools | ${share(figures.overFlagged)} |`],
  [`| risk right or accepted, same tools | ${share(figures.riskRight)} |`],
])('the README says %s', (row) => {
  expect(readme).toContain(row);
});
