import { expect, test } from 'vitest';
import { githubRepository, packageLink, sourceLink, webAddress } from './external.ts';

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['git+https://example.org/a.git', 'https://example.org/a.git'],
])('%s becomes a link', (text, href) => {
  expect(webAddress(text)).toBe(href);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  ' java\nscript:alert(1)',
  'https://user:secret@example.org/',
  '//example.org',
  'not an address',
  '',
  undefined,
])('%j becomes none', (text) => {
  expect(webAddress(text)).toBeUndefined();
});

test.each([
  ['https://github.com/harbour/barge.git', 'harbour/barge'],
  ['git+https://github.com/harbour/barge', 'harbour/barge'],
  ['git@github.com:harbour/barge.git', 'harbour/barge'],
  ['pkg:github/harbour/barge', 'harbour/barge'],
  ['https://github.com/harbour/barge/tree/main/src', 'harbour/barge'],
  ['https://example.org/harbour/barge', undefined],
  ['https://github.com/../barge', undefined],
])('%s is the repository %s', (text, slug) => {
  expect(githubRepository(text)).toBe(slug);
});

const commit = 'a'.repeat(40);

test('links a line of a file at its commit', () => {
  expect(sourceLink('pkg:github/harbour/barge', commit, 'src/a b.py', 12)).toBe(
    `https://github.com/harbour/barge/blob/${commit}/src/a%20b.py#L12`,
  );
});

test.each([
  ['a path that climbs', commit, '../../etc/passwd'],
  ['a commit that is none', 'main', 'src/a.py'],
])('makes no link for %s', (_, revision, file) => {
  expect(sourceLink('pkg:github/harbour/barge', revision, file, 1)).toBeUndefined();
});

test.each([
  ['pkg:npm/barge', '1.2.3', 'https://www.npmjs.com/package/barge/v/1.2.3'],
  ['pkg:npm/%40harbour/barge', undefined, 'https://www.npmjs.com/package/@harbour/barge'],
  ['pkg:pypi/barge', '1.0', 'https://pypi.org/project/barge/1.0/'],
  ['pkg:npm/..', '1', undefined],
  ['pkg:npm/%2e%2e/x', '1', undefined],
  ['https://example.org/mcp', undefined, undefined],
])('%s is published at %s %s', (purl, version, href) => {
  expect(packageLink(purl, version)).toBe(href);
});
