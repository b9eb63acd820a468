import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkEntry } from './check-entry.ts';

const good = { id: 'port', title: 'Port', source: 'npm:port-mcp' };

test('takes an entry as it is', () => {
  expect(checkEntry({ ...good, why: 'A small one.' })).toEqual({ entry: { ...good, why: 'A small one.' } });
});

test.each<[string, unknown, string | undefined, RegExp]>([
  ['a member is missing', { id: 'port', title: 'Port' }, undefined, /^source is missing; add it$/],
  ['a member is a number', { ...good, title: 7 }, 'title', /^title must be text; put it in quotes$/],
  ['a member is empty', { ...good, title: '' }, 'title', /^title is empty; fill it in$/],
  ['a title is a page long', { ...good, title: 'x'.repeat(200) }, 'title', /longer than 100 characters; shorten it$/],
  ['an id has capitals', { ...good, id: 'My Port' }, 'id', /kebab-case, such as acme-notes$/],
  ['a key is unknown', { ...good, sorce: 'x' }, 'sorce', /^unknown key "sorce"; the keys are id, title, source, why$/],
  ['a source is of no kind', { ...good, source: 'what is this' }, 'source', /^source cannot be read: ./],
  ['it is a text', 'npm:port-mcp', undefined, /^an entry must be a mapping with the keys id/],
])('says what to do where %s', (_what, value, key, words) => {
  expect(checkEntry(value)).toEqual({ faults: [{ key, message: expect.stringMatching(words) }] });
});

test('whatever stands there, it is an entry or has a fault that can be told in words', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const checked = checkEntry(value);
      if ('faults' in checked) expect(checked.faults.every(({ message }) => message.length > 0)).toBe(true);
      else expect(checked.entry.source).not.toBe('');
    }),
  );
});
