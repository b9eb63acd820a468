import { expect, test } from 'vitest';
import { serverEffect } from './server-effect.ts';

test('counts the tools by what becomes of their calls', () => {
  const effect = serverEffect({
    version: '2',
    default: 'deny',
    hide: ['scrap'],
    tools: {
      list: {},
      show: {},
      moor: { limits: [{ counter: 'moor_rate', window: 'minute', max: 10, scope: 'grant' }] },
      sell: { ask_if: [{ conditions: [] }] },
    },
  });

  expect(effect).toBe(
    'Of its 5 tools, 2 pass, 1 passes up to a limit, 1 asks a person first and 1 is hidden. A tool that is not listed is denied.',
  );
});

test('has a sentence for a server of one tool', () => {
  expect(serverEffect({ version: '1', default: 'deny', tools: { list: {} } })).toBe(
    'Its one tool passes. A tool that is not listed is denied.',
  );
});

test('has a sentence for a policy without tools', () => {
  expect(serverEffect({ version: '1', default: 'deny' })).toBe('A tool that is not listed is denied.');
});
