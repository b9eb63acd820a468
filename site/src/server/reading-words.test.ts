import { expect, test } from 'vitest';
import type { Launch } from '../../../schema/snapshot.ts';
import { readingWords } from './reading-words.ts';

const launch: Launch = { transport: 'stdio', args: [], environment: [] };

test.each<[Partial<Launch>, string]>([
  [{ transport: 'none' }, 'From its source, not from a running server'],
  [{ sandbox: 'bubblewrap' }, 'Live, in a bubblewrap sandbox, over standard input and output'],
  [{ sandbox: 'none' }, 'Live, without a sandbox, over standard input and output'],
  [{ transport: 'streamable-http' }, 'Live, over streamable HTTP'],
])('%j reads "%s"', (part, words) => {
  expect(readingWords({ launch: { ...launch, ...part } })).toBe(words);
});
