import { expect, test } from 'vitest';
import { splitDescription } from './split-description.ts';

test('leaves a text of ordinary length whole', () => {
  expect(splitDescription('Moors a barge.\n\nAsk first.')).toEqual({ head: 'Moors a barge.\n\nAsk first.', rest: '' });
});

test('cuts a long text between paragraphs and loses no word of it', () => {
  const text = Array.from({ length: 60 }, (_, index) => `Paragraph ${index} is about barges and berths.`).join('\n\n');

  const { head, rest } = splitDescription(text);

  expect(head.endsWith('berths.')).toBe(true);
  expect(`${head}\n\n${rest}`).toBe(text);
});

test('cuts a text without a single space', () => {
  const { head, rest } = splitDescription('x'.repeat(10_000));

  expect(head.length + rest.length).toBe(10_000);
  expect(rest).not.toBe('');
});
