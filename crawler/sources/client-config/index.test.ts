import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { foundIn, listForTest } from '../list-for-test.ts';
import { anyClient } from './clients.ts';
import { clientConfig } from './index.ts';
import { readConfig } from './read-config.ts';
import { readConfiguredServer } from './read-configured-server.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'plimsoll-config-'));
});
afterEach(() => rm(home, { recursive: true }));

async function write(name: string, text: string): Promise<string> {
  const file = path.join(home, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

const npx = '"command":"npx","args":["-y","@acme/notes"]';

test('lists what a file configures, with names and without values', async () => {
  const file = await write(
    'project/.mcp.json',
    `{ // ours
      "mcpServers": {
        "notes": { ${npx.replace(']', ',"--token=hidden-1","hidden-2"]')}, "env": { "NOTES_KEY": "hidden-3", "REGION": "north" } },
        "board": { "type": "http", "url": "https://me:hidden-4@board.example/mcp?key=hidden-5", "headers": { "Authorization": "hidden-6" } },
      }
    }`,
  );

  const events = await listForTest(clientConfig, file, { home });

  expect(foundIn(events)).toEqual([
    {
      id: 'pkg:npm/%40acme/notes',
      source: 'client-config',
      listedAs: 'claude-code/project/notes',
      name: 'notes',
      status: 'active',
      packages: [
        {
          purl: 'pkg:npm/%40acme/notes',
          transport: 'stdio',
          runtimeArguments: [],
          packageArguments: [
            { kind: 'named', name: '--token', required: false, secret: true },
            { kind: 'positional', required: false, secret: false },
          ],
          environment: [
            { name: 'NOTES_KEY', required: false, secret: true },
            { name: 'REGION', required: false, secret: false },
          ],
        },
      ],
      remotes: [],
    },
    {
      id: 'https://board.example/mcp',
      source: 'client-config',
      listedAs: 'claude-code/project/board',
      name: 'board',
      status: 'active',
      packages: [],
      remotes: [
        {
          url: 'https://board.example/mcp',
          transport: 'streamable-http',
          headers: [{ name: 'Authorization', required: false, secret: true }],
        },
      ],
    },
  ]);
  expect(JSON.stringify(events)).not.toContain('hidden');
});

test.each([
  ['claude_desktop_config.json', `{"mcpServers":{"notes":{${npx}}}}`],
  ['p/.vscode/mcp.json', `{"inputs":[],"servers":{"notes":{"type":"stdio",${npx}}}}`],
  ['.config/Code/User/settings.json', `{"editor.fontSize":12,"mcp":{"servers":{"notes":{${npx}}}}}`],
  ['.codex/config.toml', '[mcp_servers.notes]\ncommand = "npx"\nargs = ["-y", "@acme/notes"]\nenv_vars = ["A"]\n'],
  [
    'p/opencode.json',
    '{"mcp":{"notes":{"type":"local","command":["npx","-y","@acme/notes"],"environment":{"A":"b"}}}}',
  ],
  ['.config/zed/settings.json', `{"context_servers":{"notes":{"source":"custom",${npx}}}}`],
  ['old/.zed/settings.json', '{"context_servers":{"notes":{"command":{"path":"npx","args":["-y","@acme/notes"]}}}}'],
  [
    '.config/goose/config.yaml',
    'extensions:\n  notes:\n    type: stdio\n    cmd: npx\n    args: [-y, "@acme/notes"]\n    envs: { A: b }\n',
  ],
  ['.claude.json', `{"projects":{"/home/me/boat":{"mcpServers":{"notes":{${npx}}}}}}`],
  ['some/other.json', `{"mcpServers":{"notes":{${npx}}}}`],
])('reads %s', async (name, text) => {
  const events = await listForTest(clientConfig, await write(name, text), { home });

  expect(foundIn(events).map(({ id, name: key }) => [id, key])).toEqual([['pkg:npm/%40acme/notes', 'notes']]);
});

test.each([
  ['.codeium/windsurf/mcp_config.json', '{"mcpServers":{"a":{"serverUrl":"https://a.example/sse"}}}', 'sse'],
  ['.gemini/settings.json', '{"mcpServers":{"a":{"httpUrl":"https://a.example/mcp"}}}', 'streamable-http'],
  [
    '.codex/config.toml',
    '[mcp_servers.a]\nurl = "https://a.example/mcp"\nbearer_token_env_var = "T"\n',
    'streamable-http',
  ],
  ['.config/goose/config.yaml', 'extensions:\n  a: { type: sse, uri: "https://a.example/x" }\n', 'sse'],
])('reads the endpoint in %s', async (name, text, transport) => {
  const [found] = foundIn(await listForTest(clientConfig, await write(name, text), { home }));

  expect(found?.remotes[0]?.transport).toBe(transport);
});

test('finds the files of every client, each server under its client and project', async () => {
  await write('.claude.json', `{"mcpServers":{"a":{${npx}}},"projects":{"/w/boat":{"mcpServers":{"b":{${npx}}}}}}`);
  await write('.cursor/mcp.json', `{"mcpServers":{"a":{${npx}}}}`);
  await write('.claude/plugins/cache/x/y/.mcp.json', `{"mcpServers":{"p":{${npx}}}}`);
  await write('work/quay/.vscode/mcp.json', `{"servers":{"a":{${npx}}}}`);
  await write('.aws/amazonq/agents/scout.json', `{"name":"scout","mcpServers":{"q":{${npx}}}}`);
  await write('.gemini/settings.json', 'broken');

  const events = await listForTest(clientConfig, undefined, { home, base: path.join(home, 'work/quay') });

  expect(
    foundIn(events)
      .map(({ listedAs }) => listedAs)
      .sort(),
  ).toEqual([
    'amazon-q/scout/q',
    'claude-code/a',
    'claude-code/boat/b',
    'claude-code/y/p',
    'cursor/a',
    'vs-code/quay/a',
  ]);
  expect(events.filter(({ about }) => about === 'record')).toHaveLength(1);
});

test('a machine without clients has none, and that is no failure', async () => {
  const events = await listForTest(clientConfig, undefined, { home, base: path.join(home, 'quay') });

  expect(events.map(({ about }) => about)).toEqual(['position']);
});

test('a file that is not there is gone', async () => {
  expect(await listForTest(clientConfig, 'none.json', { base: home, home })).toEqual([
    expect.objectContaining({ about: 'source', outcome: 'gone' }),
  ]);
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read is forbidden', async () => {
  const file = await write('closed.json', '{}');
  await chmod(file, 0);

  expect(await listForTest(clientConfig, file, { home })).toEqual([
    expect.objectContaining({ about: 'source', outcome: 'forbidden' }),
  ]);
});

test.each([
  ['a.json', '{"mcpServers":'],
  ['a.json', ''],
  ['a.toml', '= nothing'],
  ['a.yaml', 'a: [\n'],
  ['a.yaml', 'a: &a [1]\nextensions: *a\n'],
])('%s with the text %j is malformed', async (name, text) => {
  expect(await listForTest(clientConfig, await write(name, text), { home })).toEqual([
    expect.objectContaining({ about: 'source', outcome: 'malformed' }),
  ]);
});

test('one server that cannot be read spoils none of the others', async () => {
  const servers = `{"a":7,"b":{},"c":{"url":"file:///etc/passwd"},"__proto__":{${npx}},"d":{"command":["",5]},"constructor":{"command":"python"}}`;

  const events = await listForTest(clientConfig, await write('boat/.mcp.json', `{"mcpServers":${servers}}`), { home });

  expect(foundIn(events).map(({ name, id }) => [name, id])).toEqual([
    ['__proto__', 'pkg:npm/%40acme/notes'],
    ['constructor', expect.stringMatching(/^config:claude-code\/.*\/constructor$/)],
  ]);
  expect(events.filter(({ about }) => about === 'record')).toHaveLength(4);
});

test('no value of a variable, header or argument is kept, whatever its shape', () => {
  const secret = fc.string({ minLength: 6 }).map((text) => `hush${text}`);
  fc.assert(
    fc.property(secret, fc.webUrl(), (value, url) => {
      const servers = {
        a: {
          command: 'npx',
          args: ['-y', 'notes', value, `--key=${value}`],
          env: { KEY: value },
          environment: { K: value },
        },
        b: { url: `${url}?k=${encodeURIComponent(value)}`, headers: { H: value }, http_headers: { H: value } },
        c: { command: 'docker', args: ['run', '-e', `KEY=${value}`, 'acme/notes', value] },
        d: { command: { path: 'x', env: { KEY: value } } },
      };

      const entries = readConfig(JSON.stringify({ mcpServers: servers }), 'a.json', anyClient) ?? [];
      const found = entries.map((entry) =>
        readConfiguredServer(entry.value, { client: 'x', project: undefined, key: entry.key }),
      );

      expect(found).toHaveLength(4);
      expect(JSON.stringify(found)).not.toContain('hush');
    }),
  );
});

test('any text is a configuration or is not, and nothing more', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), fc.constantFrom('a.json', 'a.toml', 'a.yaml'), (text, file) => {
      for (const { key, value } of readConfig(text, file, anyClient) ?? []) {
        readConfiguredServer(value, { client: 'x', project: undefined, key });
      }
    }),
  );
});

test('nesting without end is malformed', () => {
  expect(readConfig('['.repeat(200_000), 'a.json', anyClient)).toBeUndefined();
  expect(readConfig('a: '.concat('['.repeat(10_000)), 'a.yaml', anyClient)).toBeUndefined();
});
