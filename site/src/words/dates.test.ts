import { expect, test } from 'vitest';
import { showDay } from './dates.ts';

test('writes a moment as its day in UTC', () => {
  expect(showDay('2026-11-21T23:59:59Z')).toBe('21 November 2026');
});

test('leaves what is no date as it is', () => {
  expect(showDay('yesterday')).toBe('yesterday');
});
