import { describe, expect, it } from 'vitest';
import { findDemandedPrefix, findDemandedVariables } from './demanded-variables.ts';

describe('findDemandedVariables', () => {
  it.each([
    ['a sentence', 'Error: BARN_API_KEY is required', ['BARN_API_KEY']],
    ['two on a line', 'Please set HAY_USER and HAY_PASS first', ['HAY_USER', 'HAY_PASS']],
    ['a list below', 'Missing environment variables:\n  - HAY_USER\n  - HAY_PASS\n', ['HAY_USER', 'HAY_PASS']],
    [
      'a schema error',
      '[ { "expected": "string",\n "path": [\n "HAY_TOKEN"\n ],\n "message": "Required" } ]',
      ['HAY_TOKEN'],
    ],
    ['a name without an underscore', 'The environment variable TOKEN is not set', ['TOKEN']],
    ['process.env', 'process.env.APIKEY is undefined', ['APIKEY']],
    ['a repetition', 'HAY_KEY missing\nHAY_KEY missing', ['HAY_KEY']],
    ['an error code', "code: 'MODULE_NOT_FOUND', it is required from ERR_REQUIRE_ESM", []],
    ['a stack frame', '    at MUST_SET_THIS (file.js:1:1)', []],
    ['a line that demands nothing', 'Loaded HAY_CACHE from disk', []],
    ['nothing', '', []],
  ])('reads %s', (_, text, names) => {
    expect(findDemandedVariables(text)).toEqual(names);
  });

  it('takes no more than a dozen, and no time over a hostile text', () => {
    const many = Array.from({ length: 100 }, (_, index) => `HAY_${index} is required`).join('\n');

    expect(findDemandedVariables(many)).toHaveLength(12);
    expect(findDemandedVariables(`${'A_'.repeat(20_000)} required ${'A'.repeat(20_000)}`)).toEqual([]);
  });
});

describe('findDemandedPrefix', () => {
  it.each([
    ['HAY_KEY must start with "hay-"', 'hay-'],
    ['should begin with: hay_', 'hay_'],
    ['Invalid key. Expected hay_* (for barns) or straw_*.', 'hay_'],
    ['must not be empty', undefined],
  ])('reads %s', (text, prefix) => {
    expect(findDemandedPrefix(text)).toBe(prefix);
  });
});
