import { expect, it } from 'vitest';
import type { Verdict } from '../../../schema/verdict.ts';
import { readingRows, sayStanding } from './disagreement-rows.ts';

const disagreement: NonNullable<Verdict['disagreement']> = {
  local: { category: 'read', risk: 'low', confidence: 0.6183 },
  model: {
    category: 'destructive',
    risk: 'high',
    confidence: 1,
    name: 'some-model\u202e',
    promptHash: 'sha256:0',
    rationale: 'It sinks the barge.',
  },
  stands: 'model',
  because: 'The more dangerous reading counts.',
};

it('sets both readings side by side, and takes no model at its word', () => {
  expect(readingRows(disagreement)).toEqual([
    { reader: 'The local model', name: undefined, category: 'read', risk: 'low', sure: '62 % sure' },
    {
      reader: 'A language model',
      name: 'some-model⟨U+202E⟩',
      category: 'destructive',
      risk: 'high',
      sure: '100 % sure, by its own word',
    },
  ]);
});

it.each(['local', 'model', 'both'] as const)('says which of them counts where it is %s, and why', (stands) => {
  expect(sayStanding({ ...disagreement, stands })).toMatch(/^The .*\. The more dangerous reading counts\.$/);
});
