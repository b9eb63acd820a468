/** The figures that the README states are those that were measured and written to `data/evaluation/`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Evaluation, type Figure, type FigureId } from '../../schema/evaluation.ts';

const root = path.resolve(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const [dev, unseen] = ['dev', 'unseen'].map((name) =>
  Evaluation.parse(JSON.parse(readFileSync(path.join(root, `data/evaluation/${name}.json`), 'utf8'))),
) as [Evaluation, Evaluation]; // as many as there are names

const score = (value: number | null) => (value ?? Number.NaN).toFixed(3);
const share = ({ value, of }: Figure) => `${(100 * (value ?? Number.NaN)).toFixed(1)} % of ${of}`;
const inBoth = (show: (figure: Figure) => string, id: FigureId) =>
  [dev, unseen].map(({ figures }) => show(figures[id])).join(' | ');

test.each([
  `| figure | ${dev.tools} tools of ${dev.families} families | ${unseen.tools} tools of ${unseen.families} families that no rule was tuned to |`,
  `| macro-F1, with its 95 % interval | ${inBoth(({ value, low, high }) => `${score(value)} (${score(low)} to ${score(high)})`, 'macroF1')} |`,
  `| dangerous tools called read or write | ${inBoth(share, 'underRanked')} |`,
  `| critical tools rated low or medium | ${inBoth(share, 'criticalsLow')} |`,
  `| reads called anything else | ${inBoth(share, 'overFlagged')} |`,
  `| risk right or accepted | ${inBoth(share, 'riskRight')} |`,
])('the README says %s', (row) => {
  expect(readme).toContain(row);
});
