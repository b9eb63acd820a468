import { expect, it } from 'vitest';
import { readResults } from './read-results.ts';

async function* inChunks(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

const line = (customId: string, result: unknown) => JSON.stringify({ custom_id: customId, result });

it('reads every kind of result, however the lines are cut', async () => {
  const text = [
    line('a-0', { type: 'succeeded', message: { text: 'naïve ✓' } }),
    line('a-1', { type: 'errored', error: { type: 'error', error: { type: 'overloaded_error', message: 'Busy.' } } }),
    line('a-2', { type: 'expired' }),
    line('a-3', { type: 'canceled' }),
  ].join('\n');

  const { results, unreadable } = await readResults(inChunks(text, 3));

  expect(unreadable).toBe(0);
  expect([...results]).toEqual([
    ['a-0', { kind: 'message', message: { text: 'naïve ✓' } }],
    ['a-1', { kind: 'other', outcome: { kind: 'failed', status: undefined, reason: 'overloaded_error: Busy.' } }],
    ['a-2', { kind: 'other', outcome: { kind: 'expired' } }],
    ['a-3', { kind: 'other', outcome: { kind: 'cancelled' } }],
  ]);
});

it('passes over lines that are no results, and keeps the others', async () => {
  const text = ['{"custom_id":', '[]', '', line('a-1', { type: 'unheard-of' }), line('a-2', { type: 'expired' })].join(
    '\n',
  );

  const { results, unreadable } = await readResults(inChunks(text, 1_000));

  expect([...results.keys()]).toEqual(['a-2']);
  expect(unreadable).toBe(3);
});

it('skips a line without end', async () => {
  const text = `${'x'.repeat(9_000_000)}\n${line('a-2', { type: 'expired' })}\n`;

  const { results, unreadable } = await readResults(inChunks(text, 100_000));

  expect([...results.keys()]).toEqual(['a-2']);
  expect(unreadable).toBe(1);
});
