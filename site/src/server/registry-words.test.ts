import { expect, test } from 'vitest';
import { registryWords } from './registry-words.ts';

test.each([
  ['both', 0, /and the package names it too\.$/],
  ['both', 2, /names it too\. Also claimed by:$/],
  ['registry', 0, /does not say so\.$/],
  ['server', 1, /was not seen to say so\. The name is also that of:$/],
] as const)('a name said by %s, with %i others', (saidBy, others, expected) => {
  expect(registryWords(saidBy, others)).toMatch(expected);
});
