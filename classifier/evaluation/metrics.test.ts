import { describe, expect, it } from 'vitest';
import { LabelledTool } from '../../schema/labelled-tool.ts';
import type { Category, Risk } from '../../schema/taxonomy.ts';
import type { Judged } from './labelled-row.ts';
import {
  calibrationCurve,
  calibrationError,
  criticalsLow,
  macroF1Lenient,
  macroF1Strict,
  overFlagged,
  riskRight,
  shareOf,
  underRanked,
} from './metrics.ts';

interface Case {
  label: [Exclude<Category, 'unclassified'>, Exclude<Risk, 'unrated'>];
  answer: [Category, Risk];
  also?: string[];
  riskAlso?: string[];
  ambiguous?: boolean;
  confidence?: number;
}

function judged({ label, answer, also = [], riskAlso = [], ambiguous = false, confidence = 1 }: Case): Judged {
  const row = LabelledTool.parse({
    server: 's',
    tool: 't',
    category: label[0],
    risk: label[1],
    also,
    risk_also: riskAlso,
    ambiguous,
  });
  return { row, answer: { category: answer[0], risk: answer[1], confidence, needsReview: false } };
}

const right = (category: Case['label'][0]) => judged({ label: [category, 'low'], answer: [category, 'low'] });
const allRight = (['read', 'write', 'execute', 'destructive'] as const).map(right);

describe('macro-F1', () => {
  it('is 1 where every answer is right', () => {
    expect(macroF1Strict(allRight)).toBe(1);
  });

  it('counts rows with more than one right answer only when lenient', () => {
    const accepted = judged({ label: ['write', 'low'], answer: ['read', 'low'], also: ['read'], ambiguous: true });

    expect(macroF1Strict([...allRight, accepted])).toBe(1);
    expect(macroF1Lenient([...allRight, accepted])).toBe(1);
  });

  it('counts an unclassified tool as missed', () => {
    const missed = judged({ label: ['read', 'low'], answer: ['unclassified', 'unrated'] });

    // Read: one of two found, none wrongly, so 2/3.
    expect(macroF1Strict([...allRight, missed])).toBeCloseTo((2 / 3 + 3) / 4);
  });
});

describe('shares', () => {
  it('counts a dangerous tool called write as under-ranked, unless write is accepted or read is', () => {
    const rows = [
      judged({ label: ['destructive', 'high'], answer: ['write', 'medium'] }),
      judged({ label: ['destructive', 'high'], answer: ['write', 'medium'], also: ['write'] }),
      judged({ label: ['execute', 'high'], answer: ['read', 'low'], also: ['read'] }),
      judged({ label: ['execute', 'high'], answer: ['destructive', 'high'] }),
      judged({ label: ['execute', 'high'], answer: ['unclassified', 'unrated'] }),
    ];

    expect(underRanked(rows)).toEqual({ hits: 1, of: 4 });
  });

  it('counts criticals rated low or medium, and not those that are unrated', () => {
    const rows = (['low', 'medium', 'high', 'unrated'] as const).map((risk) =>
      judged({ label: ['execute', 'critical'], answer: ['execute', risk] }),
    );

    expect(criticalsLow(rows)).toEqual({ hits: 2, of: 4 });
  });

  it('counts a read called anything else as over-flagged, where only read is right', () => {
    const rows = [
      judged({ label: ['read', 'low'], answer: ['unclassified', 'unrated'] }),
      judged({ label: ['read', 'low'], answer: ['write', 'low'], ambiguous: true }),
      right('read'),
    ];

    expect(overFlagged(rows)).toEqual({ hits: 1, of: 2 });
  });

  it('takes accepted risks for right', () => {
    const rows = [
      judged({ label: ['read', 'low'], answer: ['read', 'medium'], riskAlso: ['medium'] }),
      judged({ label: ['read', 'low'], answer: ['read', 'high'] }),
    ];

    expect(shareOf(riskRight(rows))).toBe(0.5);
  });
});

describe('calibration', () => {
  it('is perfect where nine in ten are right at a confidence of 0.9', () => {
    const rows = Array.from({ length: 10 }, (_, index) =>
      judged({ label: ['read', 'low'], answer: [index === 0 ? 'write' : 'read', 'low'], confidence: 0.9 }),
    );

    expect(calibrationError(rows)).toBeCloseTo(0);
  });

  it('weighs the distance of each bin by its rows', () => {
    const sure = judged({ label: ['read', 'low'], answer: ['write', 'low'], confidence: 1 });

    expect(calibrationError([...allRight, sure])).toBeCloseTo(0.2);
    expect(calibrationCurve([...allRight, sure])).toEqual([
      { from: 0.9, to: 1, rows: 5, meanConfidence: 1, accuracy: 0.8 },
    ]);
  });

  it('has no figure for no rows', () => {
    expect(calibrationError([])).toBeNaN();
  });
});
