import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Item, item } from '../../test/servers/messages-api/index.ts';
import { readMessage } from './read-message.ts';

const first = item({ id: 't1', name: 'a' });
const second = item({ id: 't2', name: 'b' });

function message(tools: readonly Item[], changes: Record<string, unknown> = {}): unknown {
  return { stop_reason: 'end_turn', content: [{ type: 'text', text: JSON.stringify({ tools }) }], ...changes };
}

const kinds = (given: unknown, count = 2) => readMessage(given, count).map(({ kind }) => kind);

describe('an answer', () => {
  it('is read by its ids, in the order of the request', () => {
    const outcomes = readMessage(message([second, { ...first, category: 'write' }]), 2);

    expect(outcomes).toMatchObject([{ answer: { category: 'write' } }, { answer: { category: 'read' } }]);
  });

  it('is read past thinking', () => {
    const given = {
      stop_reason: 'end_turn',
      content: [
        { type: 'thinking', thinking: 'hm' },
        { type: 'text', text: JSON.stringify({ tools: [first] }) },
      ],
    };

    expect(kinds(given, 1)).toEqual(['answered']);
  });

  it.each<[string, unknown, string[]]>([
    ['a refusal', message([first, second], { stop_reason: 'refusal' }), ['refused', 'refused']],
    ['a cut', message([first, second], { stop_reason: 'max_tokens' }), ['cut-off', 'cut-off']],
    ['a full context window', message([], { stop_reason: 'model_context_window_exceeded' }), ['cut-off', 'cut-off']],
    ['a call of a tool', message([first], { stop_reason: 'tool_use' }), ['malformed', 'malformed']],
    [
      'no JSON',
      { stop_reason: 'end_turn', content: [{ type: 'text', text: 'Sure! Here it is:' }] },
      ['malformed', 'malformed'],
    ],
    [
      'JSON of another shape',
      { stop_reason: 'end_turn', content: [{ type: 'text', text: '[1]' }] },
      ['malformed', 'malformed'],
    ],
    ['no content', { stop_reason: 'end_turn', content: [] }, ['malformed', 'malformed']],
    ['no message', 'nothing', ['malformed', 'malformed']],
    ['one tool left out', message([first]), ['answered', 'missing']],
    [
      'one tool answered twice',
      message([first, second, { ...second, category: 'destructive' }]),
      ['answered', 'malformed'],
    ],
    ['an id that nobody asked about', message([first, item({ id: 't9', name: 'c' })]), ['answered', 'missing']],
    ['an id of another kind', message([first, { ...second, id: 2 }]), ['answered', 'missing']],
    ['a category that there is not', message([first, { ...second, category: 'harmless' }]), ['answered', 'malformed']],
    ['a confidence above 1', message([first, { ...second, confidence: 7 }]), ['answered', 'malformed']],
    ['an item that is no object', message([first, 'x' as unknown as Item]), ['answered', 'missing']],
    ['an answer of 2 MB', message([{ ...first, rationale: 'x'.repeat(2_000_000) }]), ['malformed', 'malformed']],
  ])('with %s comes to its own outcome', (_what, given, expected) => {
    expect(kinds(given)).toEqual(expected);
  });

  it('gives one outcome for each tool, whatever comes back', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.jsonValue().map((value) => message([], { content: value })),
        ),
        (given) => {
          expect(readMessage(given, 3)).toHaveLength(3);
        },
      ),
    );
  });
});
