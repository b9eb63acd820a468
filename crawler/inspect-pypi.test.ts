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
  startPythonIndex,
} from '../test/registry/python-index.ts';
import { packTarGz, packZip } from './fetch/archive/pack-for-test.ts';
import { type InspectContext, inspect, lookUpRevision } from './inspect.ts';
import { serveForTest } from './sources/http/serve-for-test.ts';
import { parseTarget, type Target } from './target.ts';

const moor =
  'from fastmcp import FastMCP\nmcp = FastMCP("Harbour", instructions="Ask first.")\n\n@mcp.tool()\ndef moor(ship: str):\n    """Moor a ship."""\n';
const sail = moor.replace('moor', 'sail');
const metadata =
  'Summary: Looks after ships.\nProject-URL: Source, https://github.com/quay/harbour.git\nProject-URL: Homepage, javascript:alert(1)\n\n# Harbour\n';

let index: PythonIndex;
let cacheFolder: string;
const own: Record<string, string | undefined> = {};
const variables = [
  'PIP_INDEX_URL',
  'PIP_EXTRA_INDEX_URL',
  'UV_INDEX',
  'UV_DEFAULT_INDEX',
  'UV_INDEX_URL',
  'UV_EXTRA_INDEX_URL',
];

beforeEach(async () => {
  index = await startPythonIndex();
  cacheFolder = await mkdtemp(path.join(tmpdir(), 'plimsoll-pypi-'));
  for (const name of variables) own[name] = process.env[name];
  setVariables({ UV_DEFAULT_INDEX: index.simple, UV_INDEX: index.simple });
});
afterEach(async () => {
  setVariables(own);
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

function context(options: Partial<InspectContext> = {}): InspectContext {
  const sandbox = { found: false as const, reason: 'none here', install: 'get one' };
  return { cacheFolder, sandbox, offline: false, signal: new AbortController().signal, ...options };
}

function target(text: string): Target {
  const parsed = parseTarget(text, '/');
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed;
}

async function look(text: string, options: Partial<InspectContext> = {}) {
  const snapshot = Snapshot.parse(await inspect(target(text), context(options)));
  const names = snapshot.tools.map(({ definition }) => (definition as { name: string }).name);
  return { ...snapshot, names };
}

describe('a Python package where nothing can confine it', () => {
  it('is read from its wheel, without being started', async () => {
    index.hold({ 'harbour-mcp': [makeWheel('Harbour_MCP', '1.2', { 'harbour_mcp/server.py': moor }, { metadata })] });

    expect(await look('pypi:Harbour.MCP')).toMatchObject({
      server: {
        id: 'pkg:pypi/harbour-mcp',
        name: 'Harbour.MCP',
        version: '1.2',
        description: 'Looks after ships.',
        repository: 'https://github.com/quay/harbour',
      },
      target: 'pypi:Harbour.MCP',
      revision: '1.2',
      launch: { transport: 'none' },
      coverage: { state: 'source-only', failure: 'no-sandbox', reason: expect.stringContaining('get one') },
      tools: [{ definition: { name: 'moor' }, provenance: { from: 'source', file: 'harbour_mcp/server.py', line: 5 } }],
    });
  });

  it('is the newest finished version that is not withdrawn, unless one is named', async () => {
    const make = (version: string, tool: string) =>
      makeWheel('harbour_mcp', version, { 'h/server.py': moor.replace('moor', tool) });
    index.hold({
      'harbour-mcp': [
        make('1.10', 'ten'),
        make('1.9', 'nine'),
        make('2.0rc1', 'rc'),
        { ...make('1.11', 'eleven'), yanked: true },
      ],
    });

    expect((await look('pypi:harbour-mcp')).names).toEqual(['ten']);
    expect((await look('pypi:harbour-mcp@1.9.0')).names).toEqual(['nine']);
    expect((await look('pypi:harbour-mcp==2.0rc1')).names).toEqual(['rc']);
    expect((await look('pkg:pypi/harbour-mcp@1.11')).names).toEqual(['eleven']);
    expect(await lookUpRevision(target('pypi:harbour-mcp'), context())).toEqual({ ok: true, revision: '1.10' });
  });

  it('is read from its source archive where it has no wheel, or none that shows a tool', async () => {
    const source = makeSourceArchive('harbour_mcp', '1.0', { 'src/h/server.py': moor, 'tests/server.py': sail });
    index.hold({
      a: [{ ...source, name: 'a-1.0.tar.gz' }],
      'harbour-mcp': [makeWheel('harbour_mcp', '1.0', {}), source],
    });

    expect(await look('pypi:a')).toMatchObject({
      names: ['moor'],
      tools: [{ provenance: { file: 'src/h/server.py' } }],
    });
    expect((await look('pypi:harbour-mcp')).names).toEqual(['moor']);
  });

  it('is found by a page of links as well', async () => {
    await index.close();
    index = await startPythonIndex('html');
    setVariables({ PIP_INDEX_URL: index.simple, UV_INDEX: index.simple });
    index.hold({ 'harbour-mcp': [makeWheel('harbour_mcp', '1.0', { 'h/server.py': moor })] });

    expect((await look('pypi:harbour-mcp')).names).toEqual(['moor']);
  });

  it('is fetched once, and asked for with one small request after that', async () => {
    index.hold({ 'harbour-mcp': [makeWheel('harbour_mcp', '1.0', { 'h/server.py': moor })] });
    await look('pypi:harbour-mcp');
    const before = index.asked.length;

    expect(await lookUpRevision(target('pypi:harbour-mcp'), context())).toEqual({ ok: true, revision: '1.0' });
    expect(index.asked.slice(before)).toEqual(['/simple/harbour-mcp/']);
    expect((await look('pypi:harbour-mcp', { offline: true })).names).toEqual(['moor']);
    expect(index.asked.filter((asked) => asked.startsWith('/files'))).toHaveLength(1);
  });

  it('comes from the index a person added before the usual one has a say', async () => {
    const other = await startPythonIndex();
    other.hold({
      'harbour-mcp': [makeWheel('harbour_mcp', '9.0', { 'h/server.py': sail })],
      raft: [makeWheel('raft', '1.0', { 'h.py': sail })],
    });
    index.hold({ 'harbour-mcp': [makeWheel('harbour_mcp', '1.0', { 'h/server.py': moor })] });
    setVariables({ UV_INDEX: index.simple, UV_DEFAULT_INDEX: other.simple });

    const [first, second] = [await look('pypi:harbour-mcp'), await look('pypi:raft')];
    await other.close();

    expect([first.names, second.names]).toEqual([['moor'], ['sail']]);
  });
});

const honest = makeWheel('harbour_mcp', '1.0', { 'h/server.py': moor });
const wheel = (content: Buffer): InventedFile => ({ name: honest.name, content });

describe('what can be wrong with a Python package', () => {
  it.each<[string, readonly InventedFile[] | undefined, string, RegExp]>([
    ['there is none of that name', undefined, 'not-found', /has no package/],
    ['it has no files', [], 'not-found', /no file/],
    ['it has none of its own', [{ ...honest, name: 'other-1.0-py3-none-any.whl' }], 'not-found', /no file/],
    ['all of it is withdrawn', [{ ...honest, yanked: true }], 'not-found', /withdrawn/],
    ['its file is gone', [{ ...honest, url: '../../files/none.whl' }], 'unreachable', /could not be fetched/],
    ['it is not what the checksum says', [{ ...honest, sha256: 'ab'.repeat(32) }], 'install-failed', /checksum/],
    ['there is no checksum', [{ ...honest, sha256: '' }], 'install-failed', /SHA-256/],
    ['it is no archive', [wheel(Buffer.from('hello'))], 'install-failed', /no zip/],
    [
      'it names a file twice',
      [
        wheel(
          packZip([
            { name: 'a.py', content: moor },
            { name: 'a.py', content: sail },
          ]),
        ),
      ],
      'install-failed',
      /twice/,
    ],
    [
      'it holds more than is read',
      [
        {
          name: 'harbour_mcp-1.0.tar.gz',
          content: packTarGz([{ name: 'x', type: 'pax', content: 'x'.repeat(99_999) }]),
        },
      ],
      'too-large',
      /longer/,
    ],
    [
      'it holds files outside of itself',
      [
        wheel(
          packZip([
            { name: '../../server.py', content: moor },
            { name: '/server.py', content: sail },
          ]),
        ),
      ],
      'no-sandbox',
      /unusable name/,
    ],
    [
      'it is a link',
      [wheel(packZip([{ name: 'h/server.py', content: '/etc/passwd', type: 'link' }]))],
      'no-sandbox',
      /link/,
    ],
    [
      'it is no server',
      [makeWheel('harbour', '1.0', { 'h.py': 'x = 1' }).content].map(wheel),
      'not-a-server',
      /speaks of MCP/,
    ],
    ['a file of this machine is named', [{ ...honest, url: 'file:///etc/passwd' }], 'unreachable', /of this machine/],
  ])('%s', async (_what, files, failure, says) => {
    index.hold(files === undefined ? {} : { 'harbour-mcp': files });

    const { coverage, tools } = await look('pypi:harbour-mcp');

    expect(coverage).toMatchObject({ state: 'failed', failure, reason: expect.stringMatching(says) });
    expect(tools).toEqual([]);
    expect(coverage.reason).not.toContain('127.0.0.1');
    const left = await readdir(path.join(cacheFolder, 'pypi', 'files')).catch(() => []);
    expect(left.filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
  });

  it.each([
    [404, '', 'not-found'],
    [403, '', 'unreachable'],
    [500, '', 'unreachable'],
    [200, 'no list', 'unreachable'],
    [200, '{"files": 7', 'unreachable'],
  ])('an index answers %i with %j', async (status, body, failure) => {
    const broken = await serveForTest((_request, response) => response.writeHead(status).end(body));
    setVariables({ UV_DEFAULT_INDEX: broken.address, UV_INDEX: broken.address });

    const { coverage } = await look('pypi:harbour-mcp');
    await broken.close();

    expect(coverage).toMatchObject({ state: 'failed', failure });
  });

  it('a version is not there', async () => {
    index.hold({ 'harbour-mcp': [honest] });

    expect((await look('pypi:harbour-mcp@7')).coverage).toMatchObject({ failure: 'not-found' });
    expect(await lookUpRevision(target('pypi:harbour-mcp@7'), context())).toMatchObject({
      ok: false,
      failure: 'not-found',
    });
  });

  it('its files lie at a private address that the person’s index is not', async () => {
    const hidden = await serveForTest((_request, response) => response.end(honest.content));
    index.hold({ 'harbour-mcp': [{ ...honest, url: `${hidden.address}/x.whl` }] });

    const { coverage } = await look('pypi:harbour-mcp');
    await hidden.close();

    expect(coverage).toMatchObject({ failure: 'unreachable', reason: expect.stringContaining('private') });
    expect(hidden.asked).toEqual([]);
  });

  it('the cache cannot be written', async () => {
    index.hold({ 'harbour-mcp': [honest] });
    await writeFile(path.join(cacheFolder, 'file'), '');

    const { coverage } = await look('pypi:harbour-mcp', { cacheFolder: path.join(cacheFolder, 'file') });

    expect(coverage).toMatchObject({ failure: 'install-failed', reason: expect.stringContaining('cache') });
  });

  it('it was never fetched, and the run is offline', async () => {
    index.hold({ 'harbour-mcp': [honest] });

    expect((await look('pypi:harbour-mcp', { offline: true })).coverage).toMatchObject({ failure: 'unreachable' });
    expect(index.asked).toEqual([]);
  });

  it('the run is stopped', async () => {
    const controller = new AbortController();
    const silent = await serveForTest(() => controller.abort());
    setVariables({ UV_DEFAULT_INDEX: silent.address, UV_INDEX: silent.address });

    await expect(look('pypi:harbour-mcp', { signal: controller.signal })).rejects.toThrow();
    await silent.close();
  });
});
