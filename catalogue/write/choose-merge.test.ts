import { expect, test } from 'vitest';
import type { Snapshot } from '../../schema/snapshot.ts';
import { makeLook } from '../look-for-test.ts';
import { chooseMerge } from './choose-merge.ts';

const whole = { revision: '1', coverage: { state: 'complete' } } as const;
const sourceOnly = { revision: '1', coverage: { state: 'source-only', failure: 'timeout' } } as const;
const part = { revision: '1', coverage: { state: 'partial', failure: 'timeout' } } as const;

test.each<[string, Parameters<typeof chooseMerge>[0], Snapshot['coverage'], string[], string, string]>([
  ['the first whole look', undefined, { state: 'complete' }, ['a'], '1', 'replace'],
  ['the first partial look', undefined, { state: 'partial', failure: 'timeout' }, ['a'], '1', 'replace'],
  ['the first failure', undefined, { state: 'failed', failure: 'exited' }, [], '1', 'keep'],
  ['a whole look', whole, { state: 'complete' }, ['a'], '2', 'replace'],
  ['a whole look that shows no tools', whole, { state: 'complete' }, [], '2', 'replace'],
  ['a look at source that was meant to be read', part, { state: 'source-only' }, ['a'], '2', 'replace'],
  ['a failure', whole, { state: 'failed', failure: 'exited' }, [], '2', 'keep'],
  ['a failure without a reason', whole, { state: 'failed' }, [], '2', 'keep'],
  ['a failure that showed some', whole, { state: 'failed', failure: 'exited' }, ['a'], '2', 'merge'],
  ['a partial look at what is known whole', whole, { state: 'partial', failure: 'timeout' }, ['a'], '1', 'keep'],
  ['a partial look at a new revision', whole, { state: 'partial', failure: 'timeout' }, ['a'], '2', 'merge'],
  ['a partial look at what is known in part', part, { state: 'partial', failure: 'timeout' }, ['a'], '1', 'merge'],
  ['source read for want of an answer', part, { state: 'source-only', failure: 'timeout' }, ['a'], '1', 'keep'],
  ['source of a new revision', part, { state: 'source-only', failure: 'timeout' }, ['a'], '2', 'merge'],
  ['source read again', sourceOnly, { state: 'source-only', failure: 'timeout' }, ['a'], '1', 'merge'],
])('%s: %#', (_name, known, coverage, tools, revision, expected) => {
  const { snapshot } = makeLook({ coverage, tools, revision });

  expect(chooseMerge(known, snapshot)).toBe(expected);
});
