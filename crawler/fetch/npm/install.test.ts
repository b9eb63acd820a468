import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listFiles, useRegistry } from '../../../test/registry/use-registry.ts';
import { fetchNpmPackage, installNpmPackage } from './install.ts';
import { lookUpNpmVersion } from './look-up.ts';

const cache = useRegistry([
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
  { name: 'tampered', version: '1.0.0', dist: { integrity: 'sha512-AAAA' } },
  { name: 'nowhere', version: '1.0.0', dist: { tarball: '' } },
  { name: 'large', version: '1.0.0', files: { 'big.txt': 'a'.repeat(300_000) } },
  { name: 'slow', version: '1.0.0' },
]);

beforeAll(() => {
  cache.registry.stalled.add('/slow/-/1.0.0.tgz');
});

describe('lookUpNpmVersion', () => {
  it.each([
    [undefined, '1.1.0'],
    ['1.0.0', '1.0.0'],
    ['~1.0', '1.0.0'],
    ['latest', '1.1.0'],
  ])('finds what %s stands for', async (version, expected) => {
    expect(await lookUpNpmVersion('field', version, cache.context())).toEqual({ ok: true, version: expected });
  });

  it.each([
    ['nobody', undefined],
    ['field', '3.0.0'],
    ['field', 'no-such-tag'],
  ])('says that %s@%s is not there', async (name, version) => {
    const result = await lookUpNpmVersion(name, version, cache.context());

    expect(result).toMatchObject({ ok: false, failure: 'not-found' });
    expect(JSON.stringify(result)).not.toContain('127.0.0.1');
  });

  it('answers from the cache alone when offline', async () => {
    await lookUpNpmVersion('field', undefined, cache.context());

    expect(await lookUpNpmVersion('field', undefined, cache.context({ offline: true }))).toEqual({
      ok: true,
      version: '1.1.0',
    });
    expect(await lookUpNpmVersion('slow', undefined, cache.context({ offline: true }))).toMatchObject({
      failure: 'unreachable',
    });
  });
});

describe('installNpmPackage', () => {
  it('puts the package and what it needs into the cache, and runs nothing', async () => {
    const result = await installNpmPackage('field', '1.1.0', cache.context());

    const folder = path.join(cache.folder, 'npm', 'field', '1.1.0');
    expect(result).toEqual({ ok: true, folder });
    const files = (await listFiles(folder)).map((file) => path.relative(folder, file)).sort();
    expect(files).toEqual([
      'node_modules/@farm/fence/package.json',
      'node_modules/field/deep/er.txt',
      'node_modules/field/index.js',
      'node_modules/field/package.json',
      'package.json',
    ]);
    expect((await listFiles(cache.folder)).filter((file) => file.endsWith('outside.txt'))).toEqual([]);
  });

  it('writes the registry into nothing that is kept beside the download cache', async () => {
    await installNpmPackage('field', '1.1.0', cache.context());

    const kept = (await listFiles(cache.folder)).filter((file) => !file.includes(`${path.sep}npm-cache${path.sep}`));
    expect(kept.length).toBeGreaterThan(8);
    for (const file of kept) {
      expect(await readFile(file, 'utf8')).not.toContain('127.0.0.1');
    }
  });

  it('asks nobody the second time', async () => {
    await installNpmPackage('field', '1.1.0', cache.context());
    const asked = cache.registry.requests.length;

    expect(await installNpmPackage('field', '1.1.0', cache.context())).toMatchObject({ ok: true });
    expect(cache.registry.requests.length).toBe(asked);
  });

  it('lets two at once install the same', async () => {
    const results = await Promise.all([1, 2].map(() => installNpmPackage('field', '1.1.0', cache.context())));

    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it.each([
    ['nobody', '1.0.0', 'not-found', 'no package nobody'],
    ['field', '7.0.0', 'not-found', 'field@7.0.0'],
    ['from-git', '1.0.0', 'outside-registry', 'outside the npm registry'],
    ['from-url', '1.0.0', 'outside-registry', 'outside the npm registry'],
    ['from-file', '1.0.0', 'outside-registry', 'outside the npm registry'],
    ['needs-absent', '1.0.0', 'install-failed', 'absent'],
    ['needs-newer', '1.0.0', 'install-failed', 'field'],
    ['tampered', '1.0.0', 'install-failed', 'checksum'],
    ['nowhere', '1.0.0', 'install-failed', 'where to find nowhere@1.0.0'],
  ])('records %s@%s as %s', async (name, version, failure, words) => {
    const result = await installNpmPackage(name, version, cache.context());

    expect(result).toMatchObject({ ok: false, failure, reason: expect.stringContaining(words) });
    expect(JSON.stringify(result)).not.toMatch(/127\.0\.0\.1|https?:/);
    expect(await readdir(path.join(cache.folder, 'npm', name)).catch(() => [])).toEqual([]);
  });

  it('gives up on what is too large, and on what takes too long', async () => {
    const limits = { deadlineMs: 60_000, maxBytes: 100_000 };

    expect(await installNpmPackage('large', '1.0.0', cache.context(), limits)).toMatchObject({ failure: 'too-large' });
    expect(await installNpmPackage('slow', '1.0.0', cache.context(), { ...limits, deadlineMs: 1_500 })).toMatchObject({
      failure: 'install-failed',
      reason: expect.stringContaining('too long'),
    });
  });

  it('leaves nothing behind when it is stopped', async () => {
    const controller = new AbortController();
    const installing = installNpmPackage('slow', '1.0.0', cache.context({ signal: controller.signal }));
    setTimeout(() => controller.abort(new Error('stopped')), 800);

    await expect(installing).rejects.toThrow('stopped');
    expect(await readdir(path.join(cache.folder, 'npm', 'slow')).catch(() => [])).toEqual([]);
    expect((await readdir(path.join(cache.folder, 'npm'))).filter((name) => name.startsWith('incoming-'))).toEqual([]);
  });

  it('says so where the cache cannot be written', async () => {
    const file = path.join(import.meta.dirname, 'install.test.ts');

    const result = await installNpmPackage('field', '1.0.0', cache.context({ cacheFolder: file }));

    expect(result).toMatchObject({ ok: false, failure: 'install-failed' });
    expect((await stat(file)).isFile()).toBe(true);
  });
});

describe('fetchNpmPackage', () => {
  it('fetches the package and nothing that it needs to run', async () => {
    const asked = cache.registry.requests.length;

    const result = await fetchNpmPackage('field', '1.1.0', cache.context());

    expect(cache.registry.requests.slice(asked)).toEqual(['/field', '/field/-/1.1.0.tgz']);
    if (!result.ok) throw new Error(result.reason);
    expect((await readdir(result.folder)).sort()).toEqual(['deep', 'index.js', 'package.json']);
    expect(await readdir(path.join(cache.folder, 'npm')).catch(() => [])).toEqual([]);
    expect(await fetchNpmPackage('field', '1.1.0', cache.context({ offline: true }))).toEqual(result);
  });

  it.each([
    ['nobody', '1.0.0', 'not-found'],
    ['field', '7.0.0', 'not-found'],
    ['tampered', '1.0.0', 'install-failed'],
    ['large', '1.0.0', 'too-large'],
  ])('records %s@%s as %s', async (name, version, failure) => {
    const result = await fetchNpmPackage(name, version, cache.context(), { deadlineMs: 60_000, maxBytes: 100_000 });

    expect(result).toMatchObject({ ok: false, failure });
    expect(JSON.stringify(result)).not.toMatch(/127\.0\.0\.1|https?:/);
    expect((await listFiles(cache.folder)).filter((file) => file.includes('npm-store-1'))).toEqual([]);
  });
});
