import { describe, expect, it } from 'vitest';
import { Evaluation } from '../../schema/evaluation.ts';
import { LabelledTool } from '../../schema/labelled-tool.ts';
import { definitionParts } from './definition-parts.ts';
import { evaluateRows } from './evaluate.ts';
import type { Answer } from './labelled-row.ts';

/** Says read of everything without a description, and what the description says of the rest. */
function answer({ description }: LabelledTool, hasDescription: boolean): Answer {
  const category = hasDescription && description === 'deletes' ? 'destructive' : 'read';
  return { category, risk: category === 'read' ? 'low' : 'high', confidence: 0.8, needsReview: !hasDescription };
}

const rows = [
  { name: 'list', server: 'a', description: 'lists', category: 'read', risk: 'low', pick: 'random' },
  { name: 'show', server: 'a', description: 'shows', category: 'read', risk: 'low', pick: 'random', tags: ['trap'] },
  { name: 'drop', server: 'b', description: 'deletes', category: 'destructive', risk: 'high', tags: ['trap'] },
  { name: 'wipe', server: 'c', description: 'empties', category: 'destructive', risk: 'critical' },
].map((line) => LabelledTool.parse(line));

const { evaluation, judged } = evaluateRows(rows, {
  date: '2026-01-31',
  about: 'four tools',
  model: 'test',
  judge: (row, parts) => ({ row, answer: answer(row, parts.has('description')) }),
  parts: new Set(definitionParts),
  ablate: true,
  bootstrap: { resamples: 20, seed: 1 },
});

describe('an evaluation', () => {
  it('fits its schema', () => {
    expect(Evaluation.parse(evaluation)).toEqual(evaluation);
    expect(evaluation).toMatchObject({ tools: 4, servers: 3, families: 3, model: 'test' });
    expect(judged).toHaveLength(4);
  });

  it('counts as one would by hand', () => {
    const { figures, confusion, categories, calibration } = evaluation;

    expect(confusion.destructive).toEqual({ read: 1, write: 0, execute: 0, destructive: 1, unclassified: 0 });
    expect(categories.read).toMatchObject({ precision: 2 / 3, recall: 1, labelled: 2, answered: 3 });
    expect(categories.write).toMatchObject({ precision: null, recall: null, f1: 0 });
    // F1 of read 4/5, of destructive 2/3; the two that are not there are left out.
    expect(figures.macroF1.value).toBeCloseTo((4 / 5 + 2 / 3) / 2);
    expect(figures.underRanked).toMatchObject({ value: 0.5, of: 2 });
    expect(figures.criticalsLow).toMatchObject({ value: 1, of: 1 });
    expect(figures.riskRight).toMatchObject({ value: 0.75, of: 4 });
    expect(figures.missesReviewed).toMatchObject({ value: 0, of: 1 });
    expect(figures.calibrationError.value).toBeCloseTo(0.05);
    expect(calibration).toEqual([{ from: 0.8, to: 0.9, rows: 4, meanConfidence: 0.8, accuracy: 0.75 }]);
  });

  it('measures each group by itself', () => {
    expect(evaluation.byTag.map(({ title, tools }) => [title, tools])).toEqual([
      ['untagged', 2],
      ['trap', 2],
    ]);
    expect(evaluation.byPick.map(({ title, tools }) => [title, tools])).toEqual([['random', 2]]);
  });

  it('shows what the description was worth', () => {
    const rights = evaluation.ablation.map(({ title, figures }) => [title, figures.right.value]);

    expect(rights).toEqual([
      ['name only', 0.5],
      ['+ description', 0.75],
    ]);
  });

  it('holds none of the tools’ texts', () => {
    expect(JSON.stringify(evaluation)).not.toMatch(/lists|deletes|empties|wipe|drop/);
  });
});
