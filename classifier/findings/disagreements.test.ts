import { describe, expect, it } from 'vitest';
import { classifyTool } from '../index.ts';

function findNotes(description: string, properties: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const definition = { name: 'stow', description, inputSchema: { type: 'object', properties, ...more } };
  return classifyTool({ id: 'stow', definition }).findings.filter(({ id }) => id === 'schema-disagrees');
}

const text = { type: 'string' };
const listed = (...lines: string[]) =>
  `Stows a crate.\n\nArgs:\n${lines.map((line) => `    ${line}`).join('\n')}\n\nReturns:\n    weight: what it weighs`;

describe('a list of parameters in a description', () => {
  it.each([
    ['as Python has it', listed('crate: which one', 'deck (int, optional): where')],
    ['with dashes', 'Stows a crate.\nParameters:\n- `crate`: which one\n- **deck** - where\n'],
    ['under a heading', 'Stows a crate.\n## Parameters:\ncrate: which one\ndeck: where'],
  ])('is a note where the schema lacks one of them (%s)', (_what, description) => {
    expect(findNotes(description, { crate: text })).toMatchObject([
      { severity: 'note', pointer: '/description', message: expect.stringContaining('“deck”') },
    ]);
  });

  it.each<[string, string, Record<string, unknown>, Record<string, unknown>]>([
    ['of those that the schema has', listed('crate: which one', 'deck: where'), { crate: text, deck: text }, {}],
    ['in another spelling', listed('crate: which', 'deckNumber: where'), { crate: text, deck_number: text }, {}],
    ['with what a framework puts in', listed('crate: which one', 'ctx: the context'), { crate: text }, {}],
    ['with what a parameter holds', listed('crate: which one', '    height: in metres'), { crate: text }, {}],
    [
      'within another',
      listed('crate: which', 'deck: where'),
      { crate: { type: 'object', properties: { deck: text } } },
      {},
    ],
    ['of something else', listed('bow: the front', 'stern: the back'), { crate: text }, {}],
    ['without a schema’s properties', listed('crate: which one'), {}, {}],
    ['that ends at the answer', listed('crate: which one'), { crate: text }, {}],
  ])('is nothing to speak of %s', (_what, description, properties, more) => {
    expect(findNotes(description, properties, more)).toEqual([]);
  });
});

describe('what a parameter’s description says', () => {
  const modes = ['sea', 'land'];
  it.each([
    ['names a value that is not declared', { enum: modes, description: "One of 'sea', 'land' or 'air'." }, 'air'],
    [
      'lists more than are declared',
      { enum: modes, description: 'Options: "sea" (slow), "land" (dear), "air".' },
      'air',
    ],
    ['names another default', { type: 'integer', default: 20, description: 'How many (default: 10).' }, 'default: 10'],
    [
      'names another default in words',
      { type: 'integer', default: 20, description: 'How many. Default 10.' },
      'Default 10',
    ],
    [
      'turns a switch the other way',
      { type: 'boolean', default: true, description: 'Defaults to false.' },
      'Defaults to false',
    ],
  ])('is a note where it %s', (_what, mode, quote) => {
    expect(findNotes('Stows a crate.', { mode })).toMatchObject([
      { severity: 'note', pointer: '/inputSchema/properties/mode/description', quote },
    ]);
  });

  it.each([
    ['names the declared values', { enum: modes, description: "One of 'sea' or 'land'." }],
    ['writes them otherwise', { enum: modes, description: 'One of "Sea" or "Land".' }],
    ['names things that are no values', { enum: modes, description: "Used with one of 'crate' or 'box'." }],
    ['declares none', { type: 'string', description: "One of 'sea', 'land' or 'air'." }],
    ['names the same default', { type: 'number', default: 0.5, description: 'Default is 0.50.' }],
    ['speaks of several', { type: 'integer', default: 5, description: 'Default 3 at sea, default 5 on land.' }],
    ['gives a unit', { type: 'integer', default: 30_000, description: 'Default: 30s.' }],
    ['has a thousand with a comma', { type: 'integer', default: 1_000, description: 'Default: 1,000 crates.' }],
    ['speaks of something else', { type: 'integer', default: 5, description: 'The default deck is 3.' }],
  ])('is nothing to speak of where it %s', (_what, mode) => {
    expect(findNotes('Stows a crate.', { mode })).toEqual([]);
  });

  it.each([
    ['quotes without end', { enum: modes, description: `One of ${"'sea', ".repeat(200_000)}` }],
    ['blanks without end', { enum: modes, description: `One of 'sea'${' '.repeat(200_000)}'land'` }],
    ['defaults without end', { type: 'integer', default: 1, description: 'default 2 '.repeat(200_000) }],
  ])('comes to an end over %s', (_what, mode) => {
    expect(
      findNotes(listed(...Array.from({ length: 5_000 }, (_, index) => `p${index}: one`)), { mode, p0: text }).length,
    ).toBeLessThanOrEqual(3);
  });
});
