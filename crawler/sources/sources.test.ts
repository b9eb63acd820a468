import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseSource } from './sources.ts';

test.each([
  ['registry', 'mcp-registry', undefined],
  ['registry:https://registry.example/base', 'mcp-registry', 'https://registry.example/base'],
  ['npm-search', 'npm-search', undefined],
  ['npm-search:keywords:mcp,notes', 'npm-search', 'keywords:mcp,notes'],
  ['config', 'client-config', undefined],
  ['config:.mcp.json', 'client-config', '.mcp.json'],
  ['list:https://lists.example/a.md', 'list-file', 'https://lists.example/a.md'],
])('%s names %s', (text, id, argument) => {
  const choice = parseSource(text);

  expect(choice !== undefined && 'source' in choice && [choice.source.id, choice.argument]).toEqual([id, argument]);
});

test.each(['list', 'list:', 'registry:', 'registry:file:///etc'])('%s is told what it lacks', (text) => {
  expect(parseSource(text)).toEqual({ error: expect.stringMatching(/needs/) });
});

test.each(['./registry', 'servers.yaml', 'data/servers', 'C:\\servers.yaml', ''])(
  '%s is a file or a folder',
  (text) => {
    expect(parseSource(text)).toBeUndefined();
  },
);

test('every source has its code, its schema, its page and its tests, and its id is its folder', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((each) => each.isDirectory() && each.name !== 'http')
    .map(({ name }) => name);
  const choices = ['registry', 'npm-search', 'config', 'list:x'].map(parseSource);
  const ids = choices.map((choice) => (choice !== undefined && 'source' in choice ? choice.source.id : undefined));

  expect([...ids].sort()).toEqual(folders.sort());
  for (const folder of folders) {
    const files = readdirSync(path.join(import.meta.dirname, folder));
    expect(files).toEqual(expect.arrayContaining(['index.ts', 'schema.ts', 'readme.md', 'index.test.ts']));
  }
});
