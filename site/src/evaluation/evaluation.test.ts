import { expect, test } from 'vitest';
import { calibrationPoints } from './calibration-points.ts';
import { evaluation, unseen } from './evaluation.generated.ts';
import { figureRow, figureRows } from './figure-rows.ts';

test('shows scores to three places and shares in percent, with what they count over', () => {
  expect(figureRow('macroF1', { value: 0.9274, low: 0.8916, high: 0.9568, of: 326 })).toMatchObject({
    value: '0.927',
    interval: '0.892 to 0.957',
    over: '326 tools',
  });
  expect(figureRow('underRanked', { value: 0.0423, low: 0, high: 0.0694, of: 1420 })).toMatchObject({
    value: '4.2 %',
    interval: '0.0 % to 6.9 %',
    over: '1,420 dangerous tools',
    line: { at: 0.0423, low: 0, high: 0.0694 },
  });
});

test('draws no line where nothing was counted', () => {
  const row = figureRow('criticalsLow', { value: null, low: null, high: null, of: 0 });

  expect(row).toMatchObject({ value: '–', interval: undefined, line: undefined });
});

test('puts a verdict that was sure and right into the upper right corner', () => {
  const [sure, unsure] = calibrationPoints(
    [
      { from: 0.9, to: 1, rows: 100, meanConfidence: 1, accuracy: 1 },
      { from: 0.5, to: 0.6, rows: 1, meanConfidence: 0.5, accuracy: 0.25 },
    ],
    200,
  );

  expect(sure).toMatchObject({ x: 200, y: 0 });
  expect(unsure).toMatchObject({ x: 100, y: 150 });
  expect(sure?.radius).toBeGreaterThan(unsure?.radius ?? 0);
});

test.each([
  ['the measuring set', evaluation],
  ['servers that no rule was tuned to', unseen],
])('has figures to show of %s', (_, { figures }) => {
  expect(figureRows(figures).every(({ interval }) => interval !== undefined)).toBe(true);
});
