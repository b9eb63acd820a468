import { expect, test } from 'vitest';
import { breakName } from './break-name.ts';

test.each([
  ['list_flows', ['list_', 'flows']],
  ['listAllFlows', ['list', 'All', 'Flows']],
  ['@harbour/barge-mcp', ['@', 'harbour/', 'barge-', 'mcp']],
  ['plain', ['plain']],
])('%s may break in these places', (name, pieces) => {
  expect(breakName(name)).toEqual(pieces);
});
