import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Snapshot } from '../schema/snapshot.ts';
import {
  type InventedFile,
  makeSourceArchive,
  makeWheel,
  type PythonIndex,
  pythonServer as speaker,
  startPythonIndex,
} from '../test/registry/python-index.ts';
import { findPython, searchPath } from './fetch/pypi/find-python.ts';
import { installWheels } from './fetch/pypi/install.ts';
import { readPackageIndexes } from './fetch/pypi/settings.ts';
import { type InspectContext, inspect } from './inspect.ts';
import { unconfined } from './sandbox/direct.ts';
import { findTestedProviders } from './sandbox/launch-for-test.ts';
import { serveForTest } from './sources/http/serve-for-test.ts';

const commands = 'harbour-mcp = harbour_mcp.server:main';
const asSource =
  'from fastmcp import FastMCP\nmcp = FastMCP("H")\n@mcp.tool()\ndef moor(ship: str):\n    """Moor a ship."""\n';

const search = await findPython();
const python = search.ok ? search.python : undefined;
if (!search.ok) process.stderr.write(`\n*** PYTHON TESTS SKIPPED; to run them: ${search.install} ***\n\n`);
const own = (await readPackageIndexes()).filter(({ base }) => base.startsWith('file:'));
const local = own.find(({ base }) => existsSync(new URL(`${base}/mcp/index.html`)));
const skipReal = python === undefined || local === undefined;
if (skipReal)
  process.stderr.write(
    '\n*** TEST ON THE REAL PYTHON SDK SKIPPED: no configured index is a folder that holds mcp ***\n\n',
  );
const providers = (await findTestedProviders()).filter(({ missing }) => !missing);

let index: PythonIndex;
let cacheFolder: string;
const before: Record<string, string | undefined> = {};
const variables = [
  'PIP_INDEX_URL',
  'PIP_EXTRA_INDEX_URL',
  'PIP_FIND_LINKS',
  'PIP_CONFIG_FILE',
  'UV_INDEX',
  'UV_DEFAULT_INDEX',
  'UV_INDEX_URL',
  'UV_EXTRA_INDEX_URL',
];

beforeEach(async () => {
  index = await startPythonIndex('html');
  cacheFolder = await mkdtemp(path.join(tmpdir(), 'plimsoll-python-'));
  for (const name of variables) before[name] = process.env[name];
  setVariables({ PIP_INDEX_URL: index.simple, PIP_CONFIG_FILE: '/dev/null' });
});
afterEach(async () => {
  setVariables(before);
  await index.close();
  await rm(cacheFolder, { recursive: true, force: true });
});

function setVariables(values: Record<string, string | undefined>) {
  for (const name of variables) {
    const value = values[name];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

async function look(options: Partial<InspectContext> = {}) {
  const sandbox = { found: true as const, sandbox: unconfined };
  const context = { cacheFolder, sandbox, offline: false, signal: new AbortController().signal, ...options };
  return Snapshot.parse(await inspect({ kind: 'pypi', name: 'harbour-mcp', version: undefined }, context));
}

function harbour(files: Record<string, string>, metadata = '', scripts = commands): InventedFile {
  return makeWheel('harbour_mcp', '1.0', { 'harbour_mcp/__init__.py': '', ...files }, { metadata, commands: scripts });
}

describe.skipIf(python === undefined)('a Python package that is started', () => {
  it.each(providers)('gives its own list in $id', async ({ box }) => {
    index.hold({ 'harbour-mcp': [harbour({ 'harbour_mcp/server.py': speaker }, 'Summary: Looks after ships.\n')] });

    expect(await look({ sandbox: { found: true, sandbox: box } })).toMatchObject({
      server: { id: 'pkg:pypi/harbour-mcp', title: 'Harbour', version: '1.0', description: 'Looks after ships.' },
      revision: '1.0',
      launch: { transport: 'stdio', command: 'harbour-mcp', sandbox: box.id },
      coverage: { state: 'complete' },
      egress: [],
      tools: [{ definition: { name: 'moor' }, provenance: { from: 'live' } }],
    });
  });

  it.each(providers)('sees none of this machine’s own packages in $id', async ({ box }) => {
    const nosy = `${speaker}
import importlib.metadata, os
TOOLS[0]["description"] = json.dumps([sorted(d.name for d in importlib.metadata.distributions()), "PIP_INDEX_URL" in os.environ])
`;
    index.hold({ 'harbour-mcp': [harbour({ 'harbour_mcp/server.py': nosy })] });

    const { tools } = await look({ sandbox: { found: true, sandbox: box } });

    expect(tools[0]?.definition).toMatchObject({ description: '[["harbour_mcp"], false]' });
  });

  it('is started as its README says, with what it needs to be given', async () => {
    const choosy = speaker.replace('def main():', 'def main():\n    if sys.argv[1:] != ["serve"]: sys.exit("no")\n');
    const block = JSON.stringify({
      mcpServers: { h: { command: 'uvx', args: ['--from', 'harbour-mcp', 'harbour', 'serve'] } },
    });
    const wheel = harbour(
      { 'harbour_mcp/server.py': choosy },
      `\n# Harbour\n\`\`\`json\n${block}\n\`\`\`\n`,
      'harbour = harbour_mcp.server:main',
    );
    index.hold({ 'harbour-mcp': [wheel] });

    expect(await look()).toMatchObject({ launch: { args: ['serve'] }, coverage: { state: 'complete' } });
  });

  it('may be a package that is run as a module', async () => {
    index.hold({ 'harbour-mcp': [harbour({ 'harbour_mcp/__main__.py': `${speaker}\nmain()\n` }, '', '')] });

    expect((await look()).coverage).toEqual({ state: 'complete' });
  });

  it('is installed once, and works offline after that', async () => {
    index.hold({ 'harbour-mcp': [harbour({ 'harbour_mcp/server.py': speaker })] });
    await look();
    const asked = index.asked.length;

    expect((await look({ offline: true })).coverage).toEqual({ state: 'complete' });
    expect(index.asked).toHaveLength(asked);
  });

  it('is read from its source where it does not answer, and why it did not is kept', async () => {
    index.hold({
      'harbour-mcp': [harbour({ 'harbour_mcp/server.py': `${asSource}\ndef main(): raise SystemExit(1)\n` })],
    });

    expect(await look()).toMatchObject({
      coverage: { state: 'source-only', failure: 'exited', reason: expect.stringMatching(/^Read from the source/) },
      tools: [{ definition: { name: 'moor' }, provenance: { from: 'source' } }],
    });
  });
});

describe.skipIf(python === undefined)('what keeps a Python package from being installed', () => {
  const setup = (marker: string) =>
    `open(${JSON.stringify(marker)}, 'w').close()\nfrom setuptools import setup\nsetup(name='raft', version='1.0')\n`;

  it.each<[string, (marker: string, address: string) => string, Record<string, InventedFile[]>, RegExp]>([
    ['it needs what no index has', () => 'Requires-Dist: raft\n', {}, /no wheel for this machine: raft\./],
    ['it needs another Python', () => 'Requires-Python: >=4\n', {}, /another version of Python/],
    [
      'it contradicts itself',
      () => 'Requires-Dist: raft<1\nRequires-Dist: raft>1\n',
      { raft: [makeWheel('raft', '1.0', {})] },
      /no wheel|contradict/,
    ],
    [
      'it needs something at an address of its own',
      (_marker, address) => `Requires-Dist: raft @ ${address}/raft-1.0-py3-none-any.whl\n`,
      {},
      /outside the package index/,
    ],
    [
      'it needs a repository',
      (_marker, address) => `Requires-Dist: raft @ git+${address}/raft.git\n`,
      {},
      /outside the package index/,
    ],
    [
      'it needs a file of this machine',
      () => 'Requires-Dist: raft @ file:///etc/passwd\n',
      {},
      /outside the package index/,
    ],
  ])('%s', async (_what, describeNeeds, others, says) => {
    const hidden = await serveForTest((_request, response) => response.end());
    const marker = path.join(cacheFolder, 'ran');
    const wheel = harbour({ 'harbour_mcp/server.py': asSource }, describeNeeds(marker, hidden.address));
    index.hold({ 'harbour-mcp': [wheel], ...others });

    const { coverage, tools } = await look();
    await hidden.close();

    expect(coverage).toMatchObject({
      state: 'source-only',
      failure: 'install-failed',
      reason: expect.stringMatching(says),
    });
    expect(coverage.reason).not.toContain('127.0.0.1');
    expect(tools).toHaveLength(1);
    expect(hidden.asked).toEqual([]);
    expect(await readdir(path.join(cacheFolder, 'pypi', 'installed')).catch(() => [])).toEqual([]);
  });

  it('it, or what it needs, would have to be built, which would run code of it', async () => {
    const marker = path.join(cacheFolder, 'ran');
    const raft = makeSourceArchive('raft', '1.0', {
      'setup.py': setup(marker),
      'PKG-INFO': 'Name: raft\nVersion: 1.0\n',
    });
    index.hold({
      raft: [raft],
      'harbour-mcp': [harbour({ 'harbour_mcp/server.py': asSource }, 'Requires-Dist: raft\n')],
    });
    const needing = await look();
    index.hold({
      'harbour-mcp': [
        {
          ...makeSourceArchive('harbour_mcp', '2.0', { 'setup.py': setup(marker), 'harbour_mcp/server.py': asSource }),
        },
      ],
    });
    const itself = await look();

    expect(needing.coverage).toMatchObject({ failure: 'install-failed', reason: expect.stringContaining('no wheel') });
    expect(itself.coverage).toMatchObject({
      failure: 'install-failed',
      reason: expect.stringContaining('nothing is built'),
    });
    expect([needing.tools.length, itself.tools.length]).toEqual([1, 1]);
    expect(existsSync(marker)).toBe(false);
  });

  it('pip is stopped where it takes too long or too much, and leaves nothing behind', async () => {
    if (python === undefined) return;
    index.hold({ 'harbour-mcp': [harbour({ 'harbour_mcp/data.txt': 'x'.repeat(300_000) })] });
    const context = { cacheFolder, offline: false, signal: new AbortController().signal };

    const slow = await installWheels('harbour-mcp', '1.0', python, context, { deadlineMs: 30, maxBytes: 1_000_000 });
    const large = await installWheels('harbour-mcp', '1.0', python, context, { deadlineMs: 60_000, maxBytes: 100_000 });

    expect(slow).toMatchObject({ ok: false, failure: 'install-failed', reason: expect.stringContaining('too long') });
    expect(large).toMatchObject({ ok: false, failure: 'too-large' });
    expect(await readdir(path.join(cacheFolder, 'pypi', 'installed'))).toEqual([]);
  });

  it('it has no program', async () => {
    index.hold({ 'harbour-mcp': [harbour({ 'harbour_mcp/server.py': asSource }, '', '')] });

    expect((await look()).coverage).toMatchObject({ state: 'source-only', failure: 'not-a-server' });
  });

  it('the run is stopped', async () => {
    const controller = new AbortController();
    index.hold({ 'harbour-mcp': [harbour({ 'harbour_mcp/server.py': speaker })] });
    const onProgress = (step: string) => step === 'installing it' && setTimeout(() => controller.abort(), 50);

    await expect(look({ signal: controller.signal, onProgress })).rejects.toThrow();
  });
});

it('says how to get a Python where there is none', async () => {
  const folder = path.join(cacheFolder, 'bin');
  await writeFile(path.join(cacheFolder, 'python3'), '#!/bin/sh\necho old\n', { mode: 0o755 });
  const found = await searchPath(`${folder}:${cacheFolder}`);

  expect(found).toEqual({ ok: false, install: expect.stringMatching(/python/i) });
});

it.skipIf(skipReal)(
  'a server made with the real SDK is installed with all it needs, and lists its tools',
  async () => {
    const server = 'from mcp.server.mcpserver import MCPServer as Server';
    const older = 'from mcp.server.fastmcp import FastMCP as Server';
    const source = `try:\n    ${server}\nexcept ImportError:\n    ${older}\nmcp = Server("Harbour")\n@mcp.tool()\ndef moor(ship: str, berth: int = 1) -> str:\n    """Moor a ship."""\n    return ship\ndef main(): mcp.run()\n`;
    setVariables({
      PIP_INDEX_URL: index.simple,
      PIP_EXTRA_INDEX_URL: local?.base,
      PIP_CONFIG_FILE: '/dev/null',
      UV_INDEX: index.simple,
    });
    index.hold({ 'harbour-mcp': [harbour({ 'harbour_mcp/server.py': source }, 'Requires-Dist: mcp\n')] });
    const [provider] = providers;

    const snapshot = await look(provider === undefined ? {} : { sandbox: { found: true, sandbox: provider.box } });

    expect(snapshot).toMatchObject({
      coverage: { state: 'complete' },
      tools: [{ definition: { name: 'moor', inputSchema: { required: ['ship'] } }, provenance: { from: 'live' } }],
    });
  },
  240_000,
);
