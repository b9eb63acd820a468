import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Registry, startRegistry } from '../../../test/registry/registry.ts';
import { installNpmPackage } from './install.ts';
import { lookUpNpmVersion } from './look-up.ts';

let registry: Registry;
let cacheFolder: string;
const own: Record<string, string | undefined> = {};

beforeAll(async () => {
  registry = await startRegistry([
    { name: 'field', version: '1.0.0' },
    {
      name: 'field',
      version: '1.1.0',
      manifest: {
        dependencies: { '@farm/fence': '^2.0.0' },
        devDependencies: { absent: '1.0.0' },
        scripts: { postinstall: 'touch ran', install: 'touch ran' },
      },
      files: { 'index.js': 'export {};', '../../outside.txt': 'x', 'deep/er.txt': 'y' },
    },
    { name: '@farm/fence', version: '2.3.0', manifest: { scripts: { preinstall: 'touch ran' } } },
    { name: 'from-git', version: '1.0.0', manifest: { dependencies: { hole: 'git+ssh://git@127.0.0.1/hole.git' } } },
    { name: 'from-url', version: '1.0.0', manifest: { dependencies: { hole: 'http://127.0.0.1:9/hole.tgz' } } },
    { name: 'from-file', version: '1.0.0', manifest: { dependencies: { hole: 'file:../../../../../../etc' } } },
    { name: 'needs-absent', version: '1.0.0', manifest: { dependencies: { absent: '^1.0.0' } } },
    { name: 'needs-newer', version: '1.0.0', manifest: { dependencies: { field: '^9.0.0' } } },
    { name: 'tampered', version: '1.0.0', claims: { dist: { tarball: '', integrity: 'sha512-AAAA' } } },
    { name: 'large', version: '1.0.0', files: { 'big.txt': 'a'.repeat(300_000) } },
    { name: 'slow', version: '1.0.0' },
  ]);
  registry.stalled.add('/slow/-/1.0.0.tgz');
  for (const [name, value] of Object.entries({
    npm_config_registry: registry.address,
    npm_config_userconfig: '/nonexistent',
  })) {
    own[name] = process.env[name];
    process.env[name] = value;
  }
});

afterAll(async () => {
  await registry.close();
  for (const [name, value] of Object.entries(own)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

beforeEach(async () => {
  cacheFolder = await mkdtemp(path.join(tmpdir(), 'plimsoll-install-'));
  return () => rm(cacheFolder, { recursive: true, force: true });
});

function context(options: { offline?: boolean; signal?: AbortSignal } = {}) {
  return { cacheFolder, offline: false, signal: new AbortController().signal, ...options };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

describe('lookUpNpmVersion', () => {
  it.each([
    [undefined, '1.1.0'],
    ['1.0.0', '1.0.0'],
    ['~1.0', '1.0.0'],
    ['latest', '1.1.0'],
  ])('finds what %s stands for', async (version, expected) => {
    expect(await lookUpNpmVersion('field', version, context())).toEqual({ ok: true, version: expected });
  });

  it.each([
    ['nobody', undefined],
    ['field', '3.0.0'],
    ['field', 'no-such-tag'],
  ])('says that %s@%s is not there', async (name, version) => {
    const result = await lookUpNpmVersion(name, version, context());

    expect(result).toMatchObject({ ok: false, failure: 'not-found' });
    expect(JSON.stringify(result)).not.toContain('127.0.0.1');
  });

  it('answers from the cache alone when offline', async () => {
    await lookUpNpmVersion('field', undefined, context());

    expect(await lookUpNpmVersion('field', undefined, context({ offline: true }))).toEqual({
      ok: true,
      version: '1.1.0',
    });
    expect(await lookUpNpmVersion('slow', undefined, context({ offline: true }))).toMatchObject({
      failure: 'unreachable',
    });
  });
});

describe('installNpmPackage', () => {
  it('puts the package and what it needs into the cache, and runs nothing', async () => {
    const result = await installNpmPackage('field', '1.1.0', context());

    const folder = path.join(cacheFolder, 'npm', 'field', '1.1.0');
    expect(result).toEqual({ ok: true, folder });
    const files = (await listFiles(folder)).map((file) => path.relative(folder, file)).sort();
    expect(files).toEqual([
      'node_modules/@farm/fence/package.json',
      'node_modules/field/deep/er.txt',
      'node_modules/field/index.js',
      'node_modules/field/package.json',
      'package.json',
    ]);
    expect((await listFiles(cacheFolder)).filter((file) => file.endsWith('outside.txt'))).toEqual([]);
  });

  it('writes the registry into nothing that is kept beside the download cache', async () => {
    await installNpmPackage('field', '1.1.0', context());

    for (const file of await listFiles(path.join(cacheFolder, 'npm'))) {
      expect(await readFile(file, 'utf8')).not.toContain('127.0.0.1');
    }
  });

  it('asks nobody the second time', async () => {
    await installNpmPackage('field', '1.1.0', context());
    const asked = registry.requests.length;

    expect(await installNpmPackage('field', '1.1.0', context())).toMatchObject({ ok: true });
    expect(registry.requests.length).toBe(asked);
  });

  it('lets two at once install the same', async () => {
    const results = await Promise.all([1, 2].map(() => installNpmPackage('field', '1.1.0', context())));

    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it.each([
    ['nobody', '1.0.0', 'not-found', 'no package nobody'],
    ['field', '7.0.0', 'not-found', 'field@7.0.0'],
    ['from-git', '1.0.0', 'install-failed', 'outside the npm registry'],
    ['from-url', '1.0.0', 'install-failed', 'outside the npm registry'],
    ['from-file', '1.0.0', 'install-failed', 'outside the npm registry'],
    ['needs-absent', '1.0.0', 'install-failed', 'absent'],
    ['needs-newer', '1.0.0', 'install-failed', 'field'],
    ['tampered', '1.0.0', 'install-failed', ''],
  ])('records %s@%s as %s', async (name, version, failure, words) => {
    const result = await installNpmPackage(name, version, context());

    expect(result).toMatchObject({ ok: false, failure, reason: expect.stringContaining(words) });
    expect(JSON.stringify(result)).not.toMatch(/127\.0\.0\.1|https?:/);
    expect(await readdir(path.join(cacheFolder, 'npm', name)).catch(() => [])).toEqual([]);
  });

  it('gives up on what is too large, and on what takes too long', async () => {
    const limits = { deadlineMs: 60_000, maxBytes: 100_000 };

    expect(await installNpmPackage('large', '1.0.0', context(), limits)).toMatchObject({ failure: 'too-large' });
    expect(await installNpmPackage('slow', '1.0.0', context(), { ...limits, deadlineMs: 1_500 })).toMatchObject({
      failure: 'install-failed',
      reason: expect.stringContaining('too long'),
    });
  });

  it('leaves nothing behind when it is stopped', async () => {
    const controller = new AbortController();
    const installing = installNpmPackage('slow', '1.0.0', context({ signal: controller.signal }));
    setTimeout(() => controller.abort(new Error('stopped')), 800);

    await expect(installing).rejects.toThrow('stopped');
    expect(await readdir(path.join(cacheFolder, 'npm', 'slow')).catch(() => [])).toEqual([]);
    expect((await readdir(path.join(cacheFolder, 'npm'))).filter((name) => name.startsWith('incoming-'))).toEqual([]);
  });

  it('says so where the cache cannot be written', async () => {
    const file = path.join(import.meta.dirname, 'install.test.ts');

    const result = await installNpmPackage('field', '1.0.0', { ...context(), cacheFolder: file });

    expect(result).toMatchObject({ ok: false, failure: 'install-failed' });
    expect((await stat(file)).isFile()).toBe(true);
  });
});
