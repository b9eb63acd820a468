import { expect, it } from 'vitest';
import { chooseOlderVersions } from './older-versions.ts';

it.each([
  ['the next lower by number, not by letter', ['1.9.0', '1.10.0', '1.2.0', '2.0.0'], '2.0.0', ['1.10.0', '1.9.0']],
  ['no unfinished ones', ['1.0.0', '1.1.0-rc.1', '1.1.0'], '1.1.0', ['1.0.0']],
  ['none of what is no version', ['latest', '../..', '0.1.0'], '1.0.0', ['0.1.0']],
  ['nothing below the first', ['1.0.0'], '1.0.0', []],
  [
    'numbers of any length',
    ['99999999999999999999.0.0', '1.0.0'],
    '99999999999999999999.0.1',
    ['99999999999999999999.0.0', '1.0.0'],
  ],
])('chooses %s', (_what, versions, than, chosen) => {
  expect(chooseOlderVersions(versions, than, 2)).toEqual(chosen);
});
