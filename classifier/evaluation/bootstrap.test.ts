import { describe, expect, it } from 'vitest';
import { LabelledTool } from '../../schema/labelled-tool.ts';
import { estimateFigures, makeRandom } from './bootstrap.ts';
import type { Judged } from './labelled-row.ts';

function judged(family: string, isRight: boolean): Judged {
  const row = LabelledTool.parse({ name: 't', family, category: 'read', risk: 'low' });
  const answer = { category: isRight ? 'read' : 'write', risk: 'low', confidence: 1, needsReview: false } as const;
  return { row, answer };
}

const options = { resamples: 400, seed: 7 };

describe('intervals', () => {
  it('are the same for the same seed', () => {
    const rows = Array.from({ length: 40 }, (_, index) => judged(`f${index}`, index % 3 > 0));

    expect(estimateFigures(rows, options)).toEqual(estimateFigures(rows, options));
    expect(makeRandom(1)()).not.toBe(makeRandom(2)());
  });

  it('lie around the figure', () => {
    const rows = Array.from({ length: 100 }, (_, index) => judged(`f${index}`, index >= 20));

    const { right } = estimateFigures(rows, options);

    // The standard error of a share of 0.8 over 100 independent rows is 0.04, so about 0.72 to 0.88.
    expect(right.value).toBeCloseTo(0.8);
    expect(right.low).toBeGreaterThan(0.68);
    expect(right.low).toBeLessThan(0.76);
    expect(right.high).toBeGreaterThan(0.84);
    expect(right.high).toBeLessThan(0.92);
  });

  it('are wider where the rows are of few families', () => {
    const widthOver = (families: number) => {
      const rows = Array.from({ length: 100 }, (_, index) => judged(`f${index % families}`, index % families >= 2));
      const { right } = estimateFigures(rows, options);
      return (right.high ?? 0) - (right.low ?? 0);
    };

    expect(widthOver(10)).toBeGreaterThan(2 * widthOver(100));
  });

  it('leave room where nothing went wrong', () => {
    const rows = Array.from({ length: 37 }, (_, index) => judged(`f${index}`, true));

    const { overFlagged } = estimateFigures(rows, options);

    // 1 − 0.025^(1/37)
    expect(overFlagged).toMatchObject({ value: 0, low: 0, of: 37 });
    expect(overFlagged.high).toBeCloseTo(0.0949, 4);
  });

  it('are unknown where there was nothing to count', () => {
    const { criticalsLow } = estimateFigures([judged('f', true)], options);

    expect(criticalsLow).toEqual({ value: null, low: null, high: null, of: 0 });
  });
});
