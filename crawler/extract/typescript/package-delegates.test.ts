import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTool } from '../../../schema/tool-definition.ts';
import { extractPackage } from '../extract.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'plimsoll-delegates-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const server =
  "const { McpServer } = require('@modelcontextprotocol/sdk/server/mcp.js');\nconst server = new McpServer({});\nexports.open = () => { server.registerTool('weigh', { description: 'Weighs.', inputSchema: {} }, async () => ({})); };\n";
const entry = { 'package.json': '{"name":"crane","dependencies":{"quay":"1"}}', 'cli.js': "require('quay').open();\n" };

async function extract(files: Record<string, Record<string, string>>): Promise<string[]> {
  for (const [name, texts] of Object.entries(files)) {
    for (const [file, text] of Object.entries(texts)) {
      const at = path.join(root, 'node_modules', name, file);
      await mkdir(path.dirname(at), { recursive: true });
      await writeFile(at, text);
    }
  }
  const { tools } = await extractPackage(path.join(root, 'node_modules', 'crane'));
  return tools.map(({ definition }) => readTool(definition).name);
}

describe('a package that registers nothing itself', () => {
  it.each([
    ['its main file', { 'package.json': '{"main":"lib/index.js"}', 'lib/index.js': server }],
    ['its exports', { 'package.json': '{"exports":{".":{"require":"./a.cjs"}}}', 'a.cjs': server }],
    [
      'a file that the first one imports',
      { 'package.json': '{}', 'index.js': "module.exports = require('./lib/server');\n", 'lib/server.js': server },
    ],
  ])('has the tools of the package it hands over to, by %s', async (_where, quay) => {
    expect(await extract({ crane: entry, quay })).toEqual(['weigh']);
  });

  it('says where the tools lie and whose they are', async () => {
    await extract({ crane: entry, quay: { 'package.json': '{}', 'index.js': server } });
    const { tools, notes } = await extractPackage(path.join(root, 'node_modules', 'crane'));
    expect(tools.map(({ provenance }) => provenance)).toEqual([
      { from: 'source', file: 'node_modules/quay/index.js', line: 3 },
    ]);
    expect(notes.join(' ')).toContain('those of the packages it imports were read: quay');
  });

  it.each([
    ['that it does not depend on', { crane: { ...entry, 'package.json': '{"name":"crane"}' } }],
    ['that it does not import', { crane: { ...entry, 'cli.js': 'console.log(1);\n' } }],
  ])('has none of a package %s', async (_why, files) => {
    expect(await extract({ ...files, quay: { 'package.json': '{}', 'index.js': server } })).toEqual([]);
  });

  it.each([
    ['where nothing could be followed', server.replace("'weigh'", 'process.argv[2]'), ['lift']],
    [
      'never beside what could',
      server.replace('=> {', '=> { server.registerTool(process.argv[2], {}, () => {});'),
      ['weigh'],
    ],
  ])('has what is merely written as a tool there %s', async (_when, text, expected) => {
    const shaped = `${text}const other = { name: 'lift', description: 'Lifts.', inputSchema: {} };\n`;
    expect(await extract({ crane: entry, quay: { 'package.json': '{}', 'index.js': shaped } })).toEqual(expected);
  });

  it('says that nothing in it registers a tool', async () => {
    await extract({ crane: { 'package.json': '{}', 'cli.js': "require('child_process').spawn('crane-bin');\n" } });
    const { notes } = await extractPackage(path.join(root, 'node_modules', 'crane'));
    expect(notes).toEqual(['No script of the package registers a tool.']);
  });
});

describe('a hostile dependency', () => {
  it.each([
    ['points out of its folder', { 'package.json': '{"main":"../../../outside.js"}' }],
    ['points out by its exports', { 'package.json': '{"exports":"./../../../outside.js"}' }],
    ['imports what lies outside', { 'package.json': '{}', 'index.js': "require('../../../outside.js');\n" }],
    ['has a manifest that is no object', { 'package.json': '[[[[' }],
    ['nests its exports', { 'package.json': `{"exports":${'{"node":'.repeat(2000)}"./a.js"${'}'.repeat(2001)}` }],
    ['imports itself', { 'package.json': '{}', 'index.js': "require('quay'); require('./index.js');\n" }],
  ])('that %s gives nothing', async (_what, quay) => {
    await writeFile(path.join(root, 'outside.js'), server);
    expect(await extract({ crane: entry, quay })).toEqual([]);
  });

  it('that is a link is not followed', async () => {
    await writeFile(path.join(root, 'outside.js'), server);
    await extract({ crane: entry, quay: { 'package.json': '{}' } });
    await symlink(path.join(root, 'outside.js'), path.join(root, 'node_modules', 'quay', 'index.js'));
    expect(await extract({})).toEqual([]);
  });
});
