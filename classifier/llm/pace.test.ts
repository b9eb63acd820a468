import { expect, it } from 'vitest';
import { openPacer, readLimits } from './pace.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

function limits(headers: Record<string, string>) {
  const named = Object.entries(headers).map(([name, value]): [string, string] => [
    `anthropic-ratelimit-${name}`,
    value,
  ]);
  return Object.fromEntries(readLimits(new Headers(named), now, 60_000));
}

it('reads what is left and when there is more', () => {
  const read = limits({ 'requests-limit': '50', 'requests-remaining': '3', 'requests-reset': '2026-01-01T00:00:20Z' });

  expect(read).toEqual({ requests: { left: 3, full: 50, resetsAt: now + 20_000 } });
});

it('takes no reset for further off than the bound', () => {
  const read = limits({ 'tokens-remaining': '0', 'tokens-reset': '9999-01-01T00:00:00Z' });

  expect(read).toMatchObject({ tokens: { resetsAt: now + 60_000 } });
});

it.each([
  ['a negative rest', { 'tokens-remaining': '-4', 'tokens-reset': '2026-01-01T00:00:20Z' }],
  ['no reset', { 'tokens-remaining': '0' }],
  ['a reset that is no time', { 'tokens-remaining': '0', 'tokens-reset': 'tomorrow' }],
  ['a reset that is past', { 'tokens-remaining': '0', 'tokens-reset': '2020-01-01T00:00:00Z' }],
])('does not heed %s', (_what, headers) => {
  expect(limits(headers)).toEqual({});
});

it('holds a request back until the limit is reset', async () => {
  const pacer = openPacer(1_000);
  const resetsAt = Date.now() + 60;
  pacer.heed(
    new Headers({
      'anthropic-ratelimit-requests-remaining': '0',
      'anthropic-ratelimit-requests-reset': new Date(resetsAt).toISOString(),
    }),
  );

  await pacer.turn({ input: 10, output: 10 }, new AbortController().signal);

  expect(Date.now()).toBeGreaterThanOrEqual(resetsAt);
});

it('stops waiting when it is told to', async () => {
  const pacer = openPacer(60_000);
  pacer.heed(
    new Headers({
      'anthropic-ratelimit-requests-remaining': '0',
      'anthropic-ratelimit-requests-reset': new Date(Date.now() + 50_000).toISOString(),
    }),
  );

  await expect(pacer.turn({ input: 1, output: 1 }, AbortSignal.timeout(5))).rejects.toThrow();
});
