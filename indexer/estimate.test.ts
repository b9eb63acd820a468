import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateLeft, type Pace } from './estimate.ts';

const pace = { durations: [1000, 1000, 1000], waiting: 4, running: [], concurrency: 2 };

test('shares what is waiting among those that work at a time', () => {
  expect(estimateLeft(pace)).toBe(2000);
});

test('counts what a running server has before it, by those that took longer', () => {
  expect(estimateLeft({ ...pace, waiting: 0, running: [400] })).toBe(600);
});

test('expects a server that has run longer than any other to go on for half as long again', () => {
  expect(estimateLeft({ ...pace, waiting: 0, running: [5000] })).toBe(2500);
});

test('says nothing before two are done', () => {
  expect(estimateLeft({ ...pace, durations: [1000] })).toBeUndefined();
});

test('is nothing once all are done', () => {
  expect(estimateLeft({ ...pace, waiting: 0 })).toBe(0);
});

test('is never negative, and never less for one more server waiting', () => {
  const ms = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(
      fc.array(ms),
      fc.nat(100),
      fc.array(ms),
      fc.integer({ min: 1, max: 64 }),
      (durations, waiting, running, concurrency) => {
        const left = estimateLeft({ durations, waiting, running, concurrency });
        const more = estimateLeft({ durations, waiting: waiting + 1, running, concurrency });

        expect(left ?? 0).toBeGreaterThanOrEqual(0);
        if (left !== undefined && more !== undefined) expect(more).toBeGreaterThanOrEqual(left);
      },
    ),
  );
});

/** A generator of its own, so that the runs below are the same every time (xorshift32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** What the estimate said at each finished server between the fifth and the last tenth of a run, as a share of the truth. */
function shares(durations: readonly number[], concurrency: number): number[] {
  const running: { begun: number; ends: number }[] = [];
  const done: number[] = [];
  const said: { at: number; left: number }[] = [];
  let [now, next] = [0, 0];
  while (done.length < durations.length) {
    while (running.length < concurrency && next < durations.length)
      running.push({ begun: now, ends: now + (durations[next++] ?? 0) });
    running.sort((one, other) => one.ends - other.ends);
    const first = running.shift();
    if (first === undefined) break;
    now = first.ends;
    done.push(first.ends - first.begun);
    const waiting = durations.length - next;
    const elapsed = running.map(({ begun }) => now - begun);
    const state: Pace = { durations: done, waiting, running: elapsed, concurrency };
    const part = done.length / durations.length;
    if (part >= 0.2 && part <= 0.9) said.push({ at: now, left: estimateLeft(state) ?? 0 });
  }
  return said.map(({ at, left }) => left / (now - at));
}

test.each<[string, (random: () => number) => number]>([
  ['all take the same', () => 5_000],
  ['a few take ten times as long', (random) => 3_000 * Math.exp(2.2 * (random() + random() + random() - 1.5))],
  ['half are unchanged and cost one request', (random) => (random() < 0.5 ? 300 : 4_000 + 20_000 * random())],
  ['one in twenty stalls until it is given up', (random) => (random() < 0.05 ? 300_000 : 2_000 + 6_000 * random())],
])('holds from a fifth of a long run on: %s', (_how, take) => {
  const runs = [1, 2, 3, 4, 5].flatMap((seed) => {
    const random = makeRandom(seed * 7919);
    return shares(
      Array.from({ length: 600 }, () => take(random)),
      8,
    );
  });

  const held = runs.filter((share) => share > 0.5 && share < 2).length;
  expect(held / runs.length).toBeGreaterThan(0.8);
});

test('holds for a short run of servers as different as those of the starter list', () => {
  const runs = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => {
    const random = makeRandom(seed * 104_729);
    return shares(
      Array.from({ length: 16 }, () => 2_000 + 18_000 * random() ** 2),
      2,
    );
  });

  const held = runs.filter((share) => share > 0.5 && share < 2).length;
  expect(held / runs.length).toBeGreaterThan(0.8);
});
