import { expect, test } from 'vitest';
import type { Evidence } from '../../../schema/verdict.ts';
import { groupEvidence } from './evidence-groups.ts';
import { namePlace } from './name-place.ts';

const definition = {
  name: 'manage_barge',
  description: 'Moors, moves or scraps a barge. Scrapping cannot be undone.',
  inputSchema: {
    type: 'object',
    properties: {
      action: { type: 'string', enum: ['moor', 'move', 'scrap'], description: 'What to do.' },
      force: { type: 'boolean' },
    },
  },
  annotations: { destructiveHint: false },
};

function evidence(pointer: string, quote: string, from = 'signal:made-up'): Evidence {
  return { pointer, quote, says: 'destructive', from };
}

function marked(groups: ReturnType<typeof groupEvidence>): string[] {
  return groups.flatMap((group) => group.pieces.filter((piece) => piece.marks.length > 0).map((piece) => piece.text));
}

test('marks two quotes in the one text they stand in', () => {
  const groups = groupEvidence(definition, [
    evidence('/description', 'scraps'),
    evidence('/description', 'cannot be undone'),
  ]);

  expect(groups).toHaveLength(1);
  expect(marked(groups)).toEqual(['scraps', 'cannot be undone']);
  expect(groups[0]?.items.map((item) => item.number)).toEqual([1, 2]);
});

test('shows the values of an enum together', () => {
  const groups = groupEvidence(definition, [
    evidence('/inputSchema/properties/action/enum/2', 'scrap'),
    evidence('/inputSchema/properties/action/enum/1', 'move'),
  ]);

  expect(groups).toHaveLength(1);
  expect(groups[0]?.pieces.map((piece) => piece.text).join('')).toBe('moor, move, scrap');
  expect(marked(groups)).toEqual(['move', 'scrap']);
});

test('marks the name of a parameter where that is what was quoted', () => {
  const groups = groupEvidence(definition, [evidence('/inputSchema/properties/force', 'force')]);

  expect(marked(groups)).toEqual(['force']);
});

test('shares one mark between two signals that quote the same words', () => {
  const groups = groupEvidence(definition, [
    evidence('/description', 'scraps', 'signal:one'),
    evidence('/description', 'scraps', 'signal:two'),
  ]);

  expect(marked(groups)).toEqual(['scraps']);
  expect(groups[0]?.items.map((item) => item.from.name)).toEqual(['one', 'two']);
});

test('shows a quote from the source by its line', () => {
  const [group] = groupEvidence(definition, [
    { file: 'src/barge.py', line: 12, quote: 'client.delete(url)', says: 'deletes over HTTP', from: 'signal:handler' },
  ]);

  expect(group?.source).toEqual({ file: 'src/barge.py', line: 12 });
  expect(marked(group ? [group] : [])).toEqual(['client.delete(url)']);
});

test('shows a quote that is not where it is said to be without a mark', () => {
  const groups = groupEvidence(definition, [evidence('/title', 'absent words')]);

  expect(marked(groups)).toEqual([]);
  expect(groups[0]?.items[0]?.quote).toBe('absent words');
});

test.each([
  ['/name', 'Name', undefined],
  ['/description', 'Description', undefined],
  ['/annotations/readOnlyHint', 'Hint', 'readOnlyHint'],
  ['/inputSchema/properties/action', 'Parameter', 'action'],
  ['/inputSchema/properties/action/description', 'Description', 'action'],
  ['/inputSchema/properties/action/enum/2', 'Allowed values', 'action'],
  ['/inputSchema/properties/properties/description', 'Description', 'properties'],
  ['/inputSchema/properties/a/properties/b/description', 'Description', 'a.b'],
  ['/_meta/x', 'Field', '_meta/x'],
  ['', 'Definition', undefined],
])('%s is called "%s"', (pointer, words, subject) => {
  expect(namePlace(pointer)).toEqual({ words, subject });
});
