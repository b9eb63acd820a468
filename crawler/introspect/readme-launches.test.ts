import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReadmeLaunches } from './readme-launches.ts';

function fence(text: string): string {
  return `# Flock\n\n\`\`\`json\n${text}\n\`\`\`\n`;
}

function findFirst(text: string) {
  return findReadmeLaunches(fence(text), '@farm/flock', ['flock'])[0];
}

describe('findReadmeLaunches', () => {
  it.each([
    [
      'npx',
      '{"mcpServers":{"f":{"command":"npx","args":["-y","@farm/flock@latest","--field","7"]}}}',
      ['--field', '7'],
    ],
    ['its own command', '{"mcpServers":{"f":{"command":"flock","args":["graze"]}}}', ['graze']],
    ['cmd', '{"mcpServers":{"f":{"command":"cmd","args":["/c","npx","-y","@farm/flock","x"]}}}', ['x']],
    ['uvx', '{"mcpServers":{"f":{"command":"uvx","args":["flock==1.0","graze"]}}}', ['graze']],
    ['uv', '{"mcpServers":{"f":{"command":"uv","args":["tool","run","--from","@farm/flock","flock","x"]}}}', ['x']],
    ['a module of Python', '{"mcpServers":{"f":{"command":"python","args":["-m","flock","x"]}}}', ['x']],
    ['another client', '{"mcp":{"servers":{"f":{"command":"bunx","args":["@farm/flock"]}}}}', []],
    ['a fragment', '"mcpServers": {"f":{"command":"npx","args":["@farm/flock","x"]}}', ['x']],
    [
      'comments and spare commas',
      '{"mcpServers":{"f":{"command":"npx", // here\n"args":["@farm/flock","https://a//b",],},},}',
      ['https://a//b'],
    ],
  ])('reads a block for %s', (_, text, args) => {
    expect(findFirst(text)?.args).toEqual(args);
  });

  it.each([
    ['another package', '{"mcpServers":{"f":{"command":"npx","args":["-y","other"]}}}'],
    ['a starter of its own', '{"mcpServers":{"f":{"command":"npx","args":["-y","starter","run","@farm/flock"]}}}'],
    ['a container', '{"mcpServers":{"f":{"command":"docker","args":["run","@farm/flock"]}}}'],
    ['something broken', '{"mcpServers":{"f":{"command":"npx"'],
    ['wrong types', '{"mcpServers":{"f":{"command":"flock","args":"x"},"g":{"command":7},"h":null}}'],
  ])('does not take up %s', (_, text) => {
    expect(findFirst(text)?.args ?? []).toEqual([]);
  });

  it('replaces what is left to the reader, and says what it made up', () => {
    const env = {
      FLOCK_KEY: 'hay-your-key',
      FLOCK_MODE: 'read',
      FLOCK_DIR: '/Users/you/flock',
      __proto__x: '1',
      'a b': '2',
    };
    const args = [
      '@farm/flock',
      '/path/to/field',
      '--key=<YOUR_KEY>',
      '--token',
      'YOUR_TOKEN',
      'main=/absolute/path/to/x',
      '-v',
    ];

    const launch = findFirst(JSON.stringify({ mcpServers: { f: { command: 'npx', args, env } } }));

    expect(launch?.args).toEqual([
      '/home/plimsoll',
      expect.stringMatching(/^--key=[a-z0-9]{20,}$/),
      '--token',
      expect.stringMatching(/^[a-z0-9]{20,}$/),
      'main=/home/plimsoll',
      '-v',
    ]);
    expect(launch?.env).toEqual({
      FLOCK_KEY: expect.stringMatching(/^hay-[a-z0-9]+$/),
      FLOCK_MODE: 'read',
      FLOCK_DIR: '/home/plimsoll',
      __proto__x: '1',
    });
    expect(launch?.standIns).toEqual(['FLOCK_KEY', 'FLOCK_DIR', '--key', '--token']);
  });

  it('reads any text without throwing, in a bounded time', () => {
    const bits = fc.constantFrom(
      '```',
      '\n',
      '{',
      '}',
      '"command"',
      ':',
      '"npx"',
      '/*',
      '//',
      ',',
      '[',
      ']',
      '"',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
        findReadmeLaunches(parts.join(''), '@farm/flock', ['flock']);
      }),
    );
    expect(findReadmeLaunches(fence(`"command"${'/*'.repeat(200_000)}`), '@farm/flock', [])).toEqual([]);
  });
});
