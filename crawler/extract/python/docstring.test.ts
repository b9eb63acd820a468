import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanDocstring } from './docstring.ts';
import { parameterDescriptions } from './docstring-parameters.ts';

describe('a docstring', () => {
  it.each([
    ['one line', 'one line'],
    ['  first\n    second\n      third\n    ', 'first\nsecond\n  third'],
    ['\n    below\n\n    after\n    ', 'below\n\nafter'],
    ['\tx\n\ty', 'x\ny'],
    ['', ''],
    ['\n\n  \n', '  '],
  ])('is cleaned as Python cleans it: %j', (text, cleaned) => expect(cleanDocstring(text)).toBe(cleaned));

  it('keeps every word, and no blank line at either end', () => {
    const words = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', 'é') });
    fc.assert(
      fc.property(words, (text) => {
        const cleaned = cleanDocstring(text);
        expect(cleaned.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(cleaned).not.toMatch(/^\n|\n$/);
      }),
    );
  });
});

describe('parameters in a docstring', () => {
  it('are read in Google style, with types and further lines', () => {
    const text =
      'Load a ship.\n\nArgs:\n    berth (str): Where it lies,\n        by number.\n    *crates: How many.\n    `hold`: Which one.\n\nReturns:\n    done: yes';
    expect([...parameterDescriptions(text)]).toEqual([
      ['berth', 'Where it lies, by number.'],
      ['crates', 'How many.'],
      ['hold', 'Which one.'],
    ]);
  });

  it('are read in NumPy style', () => {
    const text =
      'Load.\n\nParameters\n----------\nberth : str\n    Where it lies.\ncrates : int, optional\n    How many.\n\nReturns\n-------\nbool\n    Done.';
    expect([...parameterDescriptions(text)]).toEqual([
      ['berth', 'Where it lies.'],
      ['crates', 'How many.'],
    ]);
  });

  it('are read in Sphinx style', () => {
    const text =
      'Load.\n\n:param berth: Where it lies.\n:param int crates: How many,\n    counted twice.\n:returns: nothing';
    expect([...parameterDescriptions(text)]).toEqual([
      ['berth', 'Where it lies.'],
      ['crates', 'How many, counted twice.'],
    ]);
  });

  it('never fail, whatever the text', () => {
    const pieces = fc.array(
      fc.constantFrom('Args:', 'Parameters', '---', ':param x:', 'a: b', '  ', '\n', '\n    ', 'x : int', ': '),
    );
    fc.assert(fc.property(pieces, (parts) => parameterDescriptions(parts.join('')).size >= 0));
  });
});
