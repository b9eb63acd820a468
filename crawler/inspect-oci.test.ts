import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as zlib from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Snapshot } from '../schema/snapshot.ts';
import {
  type ImageRegistry,
  type InventedImage,
  type InventedLayer,
  startImageRegistry,
} from '../test/registry/image-registry.ts';
import { type PackedFile, packTar, paxRecord, toFiles } from './fetch/archive/pack-for-test.ts';
import { type InspectContext, inspect, lookUpRevision } from './inspect.ts';
import { serveForTest } from './sources/http/serve-for-test.ts';
import { parseTarget, type Target } from './target.ts';

function makeServer(tool: string): string {
  return `from fastmcp import FastMCP\nmcp = FastMCP("Harbour")\n@mcp.tool()\ndef ${tool}(ship: str):\n    """Works on a ship."""\n`;
}

const bundle =
  'import{McpServer as a}from"@modelcontextprotocol/sdk/server/mcp.js";import{z as e}from"zod";const t=new a({name:"f"});t.registerTool("shear",{description:"Shears a sheep.",inputSchema:{id:e.string()}},async()=>({}));';

/** Node.js has it since 22.15. */
const hasZstd = 'zstdCompressSync' in zlib;
const zstd: [string, string, (tar: Buffer) => Buffer] = [
  'zstd',
  'application/vnd.oci.image.layer.v1.tar+zstd',
  (tar) => zlib.zstdCompressSync(tar),
];

let registry: ImageRegistry;
let cacheFolder: string;
beforeEach(async () => {
  registry = await startImageRegistry();
  cacheFolder = await mkdtemp(path.join(tmpdir(), 'plimsoll-oci-'));
});
afterEach(async () => {
  await registry.close();
  await rm(cacheFolder, { recursive: true, force: true });
});

function context(options: Partial<InspectContext> = {}): InspectContext {
  const sandbox = { found: false as const, reason: 'none here', install: 'get one' };
  return { cacheFolder, sandbox, offline: false, signal: new AbortController().signal, ...options };
}

function target(text: string): Target {
  const parsed = parseTarget(text, '/');
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed;
}

async function look(version = ':1.0', options: Partial<InspectContext> = {}) {
  const snapshot = Snapshot.parse(
    await inspect(target(`oci:${registry.host}/acme/harbour${version}`), context(options)),
  );
  const names = snapshot.tools.map(({ definition }) => (definition as { name: string }).name);
  return { ...snapshot, names };
}

function hold(
  layers: readonly (Record<string, string> | InventedLayer)[],
  config: InventedImage['config'] = { WorkingDir: '/app' },
) {
  const made = layers.map((layer) =>
    'files' in layer && Array.isArray(layer.files)
      ? (layer as InventedLayer)
      : { files: toFiles(layer as Record<string, string>) },
  );
  return registry.hold('acme/harbour', '1.0', { layers: made, config });
}

describe('a container image', () => {
  it('is read from its own files, with what its labels say of it', async () => {
    const digest = hold([{ 'app/server.py': makeServer('moor'), 'usr/lib/python3/site.py': makeServer('system') }], {
      WorkingDir: '/app',
      Entrypoint: ['python', 'server.py'],
      Labels: {
        'io.modelcontextprotocol.server.name': 'io.example/harbour',
        'org.opencontainers.image.title': 'Harbour',
        'org.opencontainers.image.description': 'Looks after\nships.',
        'org.opencontainers.image.source': 'https://github.com/quay/harbour',
        'org.opencontainers.image.url': 'javascript:alert(1)',
        other: 7,
      },
    });

    const snapshot = await look();

    expect(snapshot).toMatchObject({
      server: {
        id: `pkg:oci/harbour?repository_url=${encodeURIComponent(`${registry.host}/acme/harbour`)}`,
        name: 'io.example/harbour',
        title: 'Harbour',
        version: '1.0',
        description: 'Looks after ships.',
        repository: 'https://github.com/quay/harbour',
      },
      target: `oci:${registry.host}/acme/harbour:1.0`,
      revision: digest,
      launch: { transport: 'none' },
      coverage: { state: 'source-only' },
      tools: [{ definition: { name: 'moor' }, provenance: { from: 'source', file: 'app/server.py', line: 4 } }],
    });
    expect(snapshot.server).not.toHaveProperty('homepage');
    expect(await lookUpRevision(target(`oci:${registry.host}/acme/harbour:1.0`), context())).toEqual({
      ok: true,
      revision: digest,
    });
    expect((await look(`@${digest}`)).names).toEqual(['moor']);
  });

  it('is the one for Linux out of several, and can be had with a token for nobody in particular', async () => {
    const layers = [{ files: toFiles({ 'app/server.py': makeServer('moor') }) }];
    registry.askForToken();
    const digest = registry.hold('acme/harbour', '1.0', { layers, config: { WorkingDir: '/app' }, indexed: true });

    expect(await look()).toMatchObject({ names: ['moor'], revision: digest });
    expect(registry.asked).toContainEqual(expect.stringContaining('scope=repository%3Aacme%2Fharbour%3Apull'));
    expect(registry.asked).toContainEqual(expect.stringContaining('service=invented'));
  });

  it('is what its layers make of each other', async () => {
    hold([
      {
        'app/gone.py': makeServer('gone'),
        'app/old/a.py': makeServer('old'),
        'app/file/b.py': makeServer('under'),
        'app/same.py': makeServer('first'),
      },
      {
        files: [
          { name: './app/new.py', content: makeServer('fresh') },
          { name: 'app/old/kept.py', content: makeServer('kept') },
          { name: 'app/old/.wh..wh..opq' },
          { name: 'app/.wh.gone.py' },
          { name: 'app/.wh.new.py' },
          { name: 'app/file', type: 'link', target: '/etc' },
          { name: 'app/same.py', content: makeServer('second') },
        ],
      },
    ]);

    expect((await look()).names.toSorted()).toEqual(['fresh', 'kept', 'second']);
  });

  it.each<[string, Record<string, string>, NonNullable<InventedImage['config']>, string]>([
    [
      'a Python package whose command it starts',
      {
        'usr/lib/python3.12/site-packages/harbour/server.py': makeServer('moor'),
        'usr/lib/python3.12/site-packages/harbour-1.0.dist-info/entry_points.txt':
          '[console_scripts]\nharbour-mcp = harbour.server:main\n',
        'usr/lib/python3.12/site-packages/other/server.py': makeServer('other'),
      },
      { Entrypoint: ['harbour-mcp'], WorkingDir: '/' },
      'moor',
    ],
    [
      'one in a virtual environment beside it',
      {
        'app/.venv/lib/python3.12/site-packages/harbour/server.py': makeServer('moor'),
        'app/.venv/lib/python3.12/site-packages/harbour-1.0.dist-info/entry_points.txt':
          '[console_scripts]\nharbour = harbour.server:main\n',
      },
      { Entrypoint: ['/app/.venv/bin/harbour'], WorkingDir: '/app' },
      'moor',
    ],
    [
      'a Python package that it starts as a module',
      {
        'usr/lib/python3.12/site-packages/harbour/server.py': makeServer('moor'),
        'usr/lib/python3.12/site-packages/harbour-1.0.dist-info/entry_points.txt': '',
      },
      { Cmd: ['python', '-m', 'harbour'] },
      'moor',
    ],
    [
      'an npm package whose command it starts',
      {
        'usr/local/lib/node_modules/@farm/flock/package.json': '{"name":"@farm/flock","bin":{"flock":"build/run.js"}}',
        'usr/local/lib/node_modules/@farm/flock/run.js': bundle,
        'usr/local/lib/node_modules/@farm/flock/node_modules/wolf/index.js': bundle.replace('shear', 'bite'),
      },
      { Entrypoint: ['flock'] },
      'shear',
    ],
    [
      'the built code that it starts',
      {
        'srv/app/dist/index.js': bundle,
        'srv/app/package.json': '{}',
        'srv/app/node_modules/wolf/index.js': bundle.replace('shear', 'bite'),
      },
      { Entrypoint: ['node', 'dist/index.js'], WorkingDir: '/srv/app' },
      'shear',
    ],
    [
      'a single file among the system’s',
      { 'server.py': makeServer('moor'), 'other.py': makeServer('other') },
      { Cmd: ['python', '/server.py'] },
      'moor',
    ],
    [
      'what a shell starts',
      { 'code/server.py': makeServer('moor') },
      { Entrypoint: ['/bin/sh', '-c', 'cd /code && exec python server.py'] },
      'moor',
    ],
  ])('is read where its program lies: %s', async (_what, files, config, tool) => {
    hold([files], config);

    expect((await look()).names).toEqual([tool]);
  });

  it.each<[string, string, (tar: Buffer) => Buffer]>([
    ['tar', 'application/vnd.oci.image.layer.v1.tar', (tar) => tar],
    ['Docker’s own', 'application/vnd.docker.image.rootfs.diff.tar.gzip', (tar) => zlib.gzipSync(tar)],
    ...(hasZstd ? [zstd] : []),
  ])('may have layers as %s', async (_what, mediaType, pack) => {
    const files = toFiles({ 'app/server.py': makeServer('moor') });
    hold([{ files, mediaType, packed: pack(packTar(files)) }]);

    expect((await look()).names).toEqual(['moor']);
  });

  it('shares with others what it has in common, and is not fetched twice', async () => {
    hold([{ 'app/server.py': makeServer('moor') }]);
    await look();
    const before = registry.asked.length;

    await look();

    expect(registry.asked.slice(before)).toEqual(['/v2/acme/harbour/manifests/1.0']);
  });

  it('keeps its token from the place that layers are kept at', async () => {
    const elsewhere = await startImageRegistry();
    registry.askForToken();
    for (const each of [registry, elsewhere]) {
      each.hold('acme/harbour', '1.0', {
        layers: [{ files: toFiles({ 'app/server.py': makeServer('moor') }) }],
        config: { WorkingDir: '/app' },
      });
    }
    registry.redirectBlobs(elsewhere.address);

    const { coverage } = await look();
    await elsewhere.close();

    expect(coverage).toMatchObject({ failure: 'unreachable', reason: expect.stringContaining('private') });
    expect([elsewhere.asked, elsewhere.authorized]).toEqual([[], []]);
  });
});

const honest: PackedFile[] = toFiles({ 'app/server.py': makeServer('moor') });
const hidden = (files: readonly PackedFile[]): InventedLayer[] => [{ files }];

describe('what can be wrong with an image', () => {
  it.each<[string, InventedLayer[], string, RegExp]>([
    [
      'a layer is not what its digest says',
      [{ files: honest, served: zlib.gzipSync(packTar(toFiles({ 'app/server.py': makeServer('sail') }))) }],
      'install-failed',
      /checksum|larger/,
    ],
    [
      'a layer is larger than it says',
      [{ files: honest, served: Buffer.alloc(9_000_000) }],
      'install-failed',
      /larger/,
    ],
    ['a layer is no archive', [{ files: [], packed: Buffer.from('hello') }], 'install-failed', /gzip/],
    [
      'a layer ends in the middle',
      [{ files: [], packed: zlib.gzipSync(packTar([{ name: 'app/a.py', content: 'x', claimedSize: 9_999_999 }])) }],
      'install-failed',
      /middle/,
    ],
    [
      'a layer is kept elsewhere',
      [{ files: honest, mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip' }],
      'install-failed',
      /kind/,
    ],
    ['a layer is of no known kind', [{ files: honest, mediaType: 'text/plain' }], 'install-failed', /kind/],
    [
      'a name is longer than any',
      hidden([{ name: 'p', type: 'pax', content: paxRecord('path', 'x'.repeat(99_000)) }]),
      'too-large',
      /longer/,
    ],
    [
      'a file lies outside',
      hidden([{ name: '../../app/server.py', content: makeServer('out') }]),
      'no-tools-found',
      /no tool/,
    ],
    [
      'its program is a link that leads out',
      hidden([{ name: 'app/server.py', type: 'link', target: '/etc/passwd' }]),
      'no-tools-found',
      /link/,
    ],
    [
      'its program is a hard link that leads out',
      hidden([{ name: 'app/server.py', type: 'hard-link', target: '../../../etc/passwd' }]),
      'no-tools-found',
      /link/,
    ],
    ['its program is compiled', hidden([{ name: 'app/server', content: '\u007fELF' }]), 'no-tools-found', /compiled/],
  ])('%s', async (_what, layers, failure, says) => {
    hold(layers);

    const { coverage, tools } = await look();

    expect(coverage).toMatchObject({ state: 'failed', failure, reason: expect.stringMatching(says) });
    expect(tools).toEqual([]);
    expect(coverage.reason).not.toContain('127.0.0.1');
    const kept = await readdir(path.join(cacheFolder, 'oci', 'blobs')).catch(() => []);
    expect(kept.filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
  });

  const digest = `sha256:${'ab'.repeat(32)}`;

  it.each([
    ['nothing', '', 'install-failed'],
    ['a list of nothing', '{"manifests":[]}', 'install-failed'],
    [
      'one for another system',
      `{"manifests":[{"digest":"${digest}","size":1,"platform":{"os":"windows","architecture":"amd64"}}]}`,
      'not-found',
    ],
    [
      'one that is not there',
      `{"manifests":[{"digest":"${digest}","size":1,"platform":{"os":"linux","architecture":"amd64"}}]}`,
      'not-found',
    ],
    [
      'a digest that is a path',
      '{"manifests":[{"digest":"../../x","size":1,"platform":{"os":"linux","architecture":"amd64"}}]}',
      'install-failed',
    ],
    ['a configuration that is not there', `{"config":{"digest":"${digest}","size":1},"layers":[]}`, 'unreachable'],
    ['a checksum of another kind', '{"config":{"digest":"md5:1","size":1},"layers":[]}', 'install-failed'],
    [
      'more than is fetched of one',
      `{"config":{"digest":"${digest}","size":1},"layers":[{"digest":"${digest}","size":9000000000}]}`,
      'too-large',
    ],
  ])('its manifest is %s', async (_what, body, failure) => {
    registry.holdText('acme/harbour', '1.0', body);

    expect((await look()).coverage).toMatchObject({ state: 'failed', failure });
  });

  it('it is not there, or not what its digest says', async () => {
    hold([{ files: honest }]);
    registry.holdText('acme/harbour', digest, '{}');

    expect((await look(':none')).coverage).toMatchObject({ failure: 'not-found' });
    expect((await look(`@${digest}`)).coverage).toMatchObject({ failure: 'install-failed' });
    expect(await lookUpRevision(target(`oci:${registry.host}/acme/harbour:none`), context())).toMatchObject({
      ok: false,
      failure: 'not-found',
    });
  });

  it.each([
    ['nowhere', 'no address', 'not-found'],
    ['to this machine’s files', 'file:///etc/passwd', 'not-found'],
    ['to a private place that the person did not type', undefined, 'unreachable'],
  ])('it sends whoever wants a token %s', async (_what, realm, failure) => {
    const inside = await serveForTest((_request, response) => response.end('{"token":"x"}'));
    registry.askForToken(realm ?? `${inside.address}/token`);
    hold([{ files: honest }]);

    const { coverage } = await look();
    await inside.close();

    expect(coverage).toMatchObject({ state: 'failed', failure });
    expect(inside.asked).toEqual([]);
  });

  it('nobody typed its address, which is a private one', async () => {
    hold([{ files: honest }]);

    expect((await look(':1.0', { publicOnly: true })).coverage).toMatchObject({
      failure: 'unreachable',
      reason: expect.stringContaining('private'),
    });
    expect(registry.asked).toEqual([]);
  });

  it('the cache cannot be written', async () => {
    hold([{ files: honest }]);
    await writeFile(path.join(cacheFolder, 'file'), '');

    const { coverage } = await look(':1.0', { cacheFolder: path.join(cacheFolder, 'file') });

    expect(coverage).toMatchObject({ failure: 'install-failed', reason: expect.stringContaining('cache') });
  });

  it('the run is offline, or is stopped', async () => {
    const controller = new AbortController();
    hold([{ files: honest }]);

    expect((await look(':1.0', { offline: true })).coverage).toMatchObject({ failure: 'unreachable' });
    await expect(look(':1.0', { signal: controller.signal, onProgress: () => controller.abort() })).rejects.toThrow();
  });
});
