import { expect, test } from 'vitest';
import type { ServerState } from '../catalogue/index.ts';
import type { Coverage } from '../schema/snapshot.ts';
import { type Asked, decideStep, isStored, type Step } from './decide-look.ts';

const hour = 3_600_000;
const lookedAt = '2026-01-01T00:00:00.000Z';

function state(coverage: Coverage = { state: 'complete' }, toolCount = 3): ServerState {
  return {
    id: 'pkg:npm/harbour',
    target: 'npm:harbour',
    revision: '1.0.0',
    latestRevision: '1.0.0',
    coverage,
    judgedBy: 'local-1',
    toolCount,
    lookedAt,
  };
}

function decide(changes: Partial<Asked>, hoursLater = 1): Step {
  const target = { kind: 'npm', name: 'harbour', version: undefined } as const;
  const now = Date.parse(lookedAt) + hoursLater * hour;
  return decideStep({
    source: 'npm:harbour',
    target,
    state: state(),
    offline: false,
    maxAgeMs: undefined,
    now,
    ...changes,
  });
}

const lasting: Coverage = { state: 'failed', failure: 'credential-required' };
const passing: Coverage = { state: 'failed', failure: 'unreachable' };

const part: Coverage = { state: 'partial', failure: 'list-failed' };

function endpoint(gave: { ttlMs?: number; coverage?: Coverage; maxAgeMs?: number }): Partial<Asked> {
  const { maxAgeMs, coverage, ttlMs } = gave;
  const target = { kind: 'http', url: 'https://port.example/mcp' } as const;
  return { target, maxAgeMs, state: { ...state(coverage), ttlMs } };
}

test.each<[string, Partial<Asked>, number, Step]>([
  ['what is not stored is looked at', { state: undefined }, 1, 'look'],
  ['what the list now takes from elsewhere is looked at', { source: 'npm:other' }, 1, 'look'],
  ['what is stored is asked for its revision', {}, 1, 'ask'],
  ['however long ago it was looked at', {}, 10_000, 'ask'],
  ['unless that is longer than the person wants', { maxAgeMs: 2 * hour }, 3, 'look'],
  ['and not before', { maxAgeMs: 2 * hour }, 1, 'ask'],
  ['a failure that may pass is tried again', { state: state(passing) }, 1, 'look'],
  ['a failure that lasts is asked for its revision', { state: state(lasting) }, 1, 'ask'],
  ['and tried again after a day', { state: state(lasting) }, 25, 'look'],
  [
    'a part for want of a sandbox is tried again',
    { state: state({ state: 'source-only', failure: 'no-sandbox' }) },
    1,
    'look',
  ],
  ['a file has no revision to ask for', { target: { kind: 'tools', file: '/list.json' } }, 1, 'look'],
  ['an endpoint that says nothing of how long its list is current', endpoint({}), 0, 'look'],
  ['an endpoint within the time that it gave', endpoint({ ttlMs: 2 * hour }), 1, 'current'],
  ['and after it', endpoint({ ttlMs: 2 * hour }), 2, 'look'],
  ['an endpoint that gave no time at all', endpoint({ ttlMs: 0 }), 0, 'look'],
  ['an endpoint that asks to be left alone for ever, within a day', endpoint({ ttlMs: 1e15 }), 23, 'current'],
  ['and after a day', endpoint({ ttlMs: 1e15 }), 24, 'look'],
  ['within that time, when a person wants it newer', endpoint({ ttlMs: 2 * hour, maxAgeMs: 1 }), 1, 'look'],
  ['a look that lies in the future', endpoint({ ttlMs: 2 * hour }), -1, 'look'],
  ['a part of a list, whatever time it gave', endpoint({ ttlMs: 2 * hour, coverage: part }), 1, 'look'],
  ['a failure, whatever time it gave', endpoint({ ttlMs: 2 * hour, coverage: lasting }), 1, 'look'],
  ['a package, whatever time it gave', { state: { ...state(), ttlMs: hour } }, 0, 'ask'],
  ['offline, what is stored stands', { offline: true, maxAgeMs: 0 }, 10_000, 'skip'],
  ['offline, what was known before a failure stands', { offline: true, state: state(passing) }, 1, 'skip'],
  [
    'offline, what failed without anything known is looked for in the cache',
    { offline: true, state: state(passing, 0) },
    1,
    'look',
  ],
  ['offline, what is new is looked for in the cache', { offline: true, state: undefined }, 1, 'look'],
])('%s', (_sentence, changes, hoursLater, expected) => {
  expect(decide(changes, hoursLater)).toBe(expected);
});

test('a failure at a newer revision is remembered by that revision', () => {
  expect(isStored({ ...state(lasting), revision: '1.0.0', latestRevision: '2.0.0' }, '2.0.0')).toBe(true);
  expect(isStored({ ...state(lasting), revision: '1.0.0', latestRevision: '2.0.0' }, '1.0.0')).toBe(false);
});
