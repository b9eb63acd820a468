import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InventedPackage, type Registry, startRegistry } from '../../../test/registry/registry.ts';
import { packTarGz } from '../archive/pack-for-test.ts';
import { fetchNpmPackage, installNpmPackage } from './install.ts';
import { lookUpNpmVersion } from './look-up.ts';

const packages: InventedPackage[] = [];
let registry: Registry;
let cacheFolder: string;
const own: Record<string, string | undefined> = {};

beforeAll(async () => {
  packages.push(
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
    { name: 'paddock', version: '1.0.0', manifest: { dependencies: { '@farm/fence': '^2.0.0' } } },
    {
      name: 'optional-git',
      version: '1.0.0',
      manifest: { optionalDependencies: { hole: 'git://127.0.0.1/hole.git' } },
    },
    { name: 'optional-torn', version: '1.0.0', manifest: { optionalDependencies: { torn: '1.0.0' } } },
    { name: 'torn', version: '1.0.0', tarball: Buffer.from('no archive') },
    { name: 'optional-slow', version: '1.0.0', manifest: { optionalDependencies: { gone: '1.0.0' } } },
    { name: 'gone', version: '1.0.0' },
    {
      name: 'brings-along',
      version: '1.0.0',
      manifest: { dependencies: { '@farm/fence': '2.3.0' }, bundleDependencies: ['@farm/fence'] },
      files: { 'node_modules/@farm/fence/package.json': '{"name":"@farm/fence","version":"0.0.1"}' },
    },
    {
      name: 'hostile-tar',
      version: '1.0.0',
      tarball: packTarGz([
        { name: 'package/package.json', content: '{"name":"hostile-tar","version":"1.0.0"}' },
        { name: 'package/passwd', type: 'link', target: '/etc/passwd' },
        { name: 'package/up', type: 'link', target: '../../../..' },
        { name: 'package/up/out.txt', content: 'x' },
        { name: 'package/set-uid', content: 'x', mode: 0o6777 },
      ]),
    },
    { name: 'grows', version: '1.0.0', manifest: { dependencies: { '@farm/fence': '^2.0.0' } } },
  );
  registry = await startRegistry(packages);
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

    const kept = (await listFiles(cacheFolder)).filter((file) => !file.includes(`${path.sep}npm-cache${path.sep}`));
    expect(kept.length).toBeGreaterThan(8);
    for (const file of kept) {
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
    ['from-git', '1.0.0', 'outside-registry', 'outside the npm registry'],
    ['from-url', '1.0.0', 'outside-registry', 'outside the npm registry'],
    ['from-file', '1.0.0', 'outside-registry', 'outside the npm registry'],
    ['needs-absent', '1.0.0', 'install-failed', 'absent'],
    ['needs-newer', '1.0.0', 'install-failed', 'field'],
    ['tampered', '1.0.0', 'install-failed', 'checksum'],
    ['nowhere', '1.0.0', 'install-failed', 'where to find nowhere@1.0.0'],
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

describe('what packages have in common', () => {
  const fence = 'node_modules/@farm/fence/package.json';
  const folderOf = (name: string, version = '1.0.0') => path.join(cacheFolder, 'npm', name, version);

  it('is fetched once and kept once', async () => {
    await installNpmPackage('field', '1.1.0', context());
    const before = registry.requests.length;

    expect(await installNpmPackage('paddock', '1.0.0', context())).toMatchObject({ ok: true });

    expect(registry.requests.slice(before)).toEqual(['/paddock', '/paddock/-/1.0.0.tgz']);
    const [one, other] = await Promise.all([
      stat(path.join(folderOf('field', '1.1.0'), fence)),
      stat(path.join(folderOf('paddock'), fence)),
    ]);
    expect([one.ino, one.nlink]).toEqual([other.ino, 3]);
  });

  it('can be installed with nobody to ask, where all of it was fetched', async () => {
    await installNpmPackage('paddock', '1.0.0', context());
    await rm(path.join(cacheFolder, 'npm'), { recursive: true });

    expect(await installNpmPackage('paddock', '1.0.0', context({ offline: true }))).toMatchObject({ ok: true });
    await rm(path.join(cacheFolder, 'npm'), { recursive: true });
    await rm(path.join(cacheFolder, 'npm-store-1'), { recursive: true });
    expect(await installNpmPackage('paddock', '1.0.0', context({ offline: true }))).toMatchObject({
      failure: 'unreachable',
    });
  });

  it('is fetched again where it was harmed', async () => {
    await installNpmPackage('field', '1.1.0', context());
    const harmed = path.join(folderOf('field', '1.1.0'), fence);
    await chmod(harmed, 0o644);
    await writeFile(harmed, '{}');

    await installNpmPackage('paddock', '1.0.0', context());

    expect(JSON.parse(await readFile(path.join(folderOf('paddock'), fence), 'utf8'))).toMatchObject({
      version: '2.3.0',
    });
  });

  it('lets two that need the same be installed at once', async () => {
    const results = await Promise.all([
      installNpmPackage('field', '1.1.0', context()),
      installNpmPackage('paddock', '1.0.0', context()),
      fetchNpmPackage('@farm/fence', '2.3.0', context()),
    ]);

    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await readdir(path.join(cacheFolder, 'npm-store-1'))).filter((name) => name.length !== 2)).toEqual([]);
  });

  it('takes a list of versions of today for a new one, unless it lacks what is needed', async () => {
    await installNpmPackage('paddock', '1.0.0', context());
    packages.push({ name: 'grows', version: '1.1.0', manifest: { dependencies: { '@farm/fence': '^2.4.0' } } });
    packages.push({ name: '@farm/fence', version: '2.4.0' });

    expect(await installNpmPackage('grows', '1.0.0', context())).toMatchObject({ ok: true });
    expect(JSON.parse(await readFile(path.join(folderOf('grows'), fence), 'utf8'))).toMatchObject({ version: '2.3.0' });

    expect(await installNpmPackage('grows', '1.1.0', context())).toMatchObject({ ok: true });
    expect(JSON.parse(await readFile(path.join(folderOf('grows', '1.1.0'), fence), 'utf8'))).toMatchObject({
      version: '2.4.0',
    });
  });

  it('leaves an installation of an older version of this program as it is', async () => {
    const own = path.join(folderOf('field'), 'node_modules', 'field');
    await mkdir(own, { recursive: true });
    const asked = registry.requests.length;

    expect(await installNpmPackage('field', '1.0.0', context())).toEqual({ ok: true, folder: folderOf('field') });
    expect(await fetchNpmPackage('field', '1.0.0', context())).toEqual({ ok: true, folder: own });
    expect(registry.requests.length).toBe(asked);
  });
});

describe('a dependency that is not to be had', () => {
  it('is never waited for where it is in a git repository, and done without where it is optional', async () => {
    const asked = registry.requests.length;

    expect(await installNpmPackage('from-git', '1.0.0', context())).toMatchObject({ failure: 'outside-registry' });
    expect(registry.requests.slice(asked).some((request) => request.includes('hole'))).toBe(false);
    expect(await installNpmPackage('optional-git', '1.0.0', context())).toMatchObject({ ok: true });
    expect(registry.requests.slice(asked).some((request) => request.includes('hole'))).toBe(false);
  });

  it('is done without where it is optional and broken, not where the registry was out of reach', async () => {
    expect(await installNpmPackage('optional-torn', '1.0.0', context())).toMatchObject({ ok: true });

    registry.broken.add('/gone');
    expect(await installNpmPackage('optional-slow', '1.0.0', context())).toMatchObject({ failure: 'unreachable' });
    registry.broken.clear();
    expect(await installNpmPackage('optional-slow', '1.0.0', context())).toMatchObject({ ok: true });
    const folder = path.join(cacheFolder, 'npm', 'optional-slow', '1.0.0', 'node_modules');
    expect((await readdir(folder)).sort()).toEqual(['gone', 'optional-slow']);
  });

  it('is taken as it is where a package brings it along', async () => {
    await installNpmPackage('brings-along', '1.0.0', context());

    const folder = path.join(cacheFolder, 'npm', 'brings-along', '1.0.0', 'node_modules');
    expect(await readdir(folder)).toEqual(['brings-along']);
    expect(await readFile(path.join(folder, 'brings-along/node_modules/@farm/fence/package.json'), 'utf8')).toContain(
      '0.0.1',
    );
  });
});

describe('a hostile tarball', () => {
  it('leaves no links, no special modes, and nothing outside', async () => {
    const result = await installNpmPackage('hostile-tar', '1.0.0', context());

    expect(result).toMatchObject({ ok: true });
    const folder = path.join(cacheFolder, 'npm', 'hostile-tar', '1.0.0', 'node_modules', 'hostile-tar');
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(entries.map((entry) => [entry.name, entry.isSymbolicLink()]).sort()).toEqual([
      ['out.txt', false],
      ['package.json', false],
      ['set-uid', false],
      ['up', false],
    ]);
    expect((await stat(path.join(folder, 'set-uid'))).mode & 0o7777).toBe(0o555);
  });

  it('is refused where it is no archive', async () => {
    expect(await installNpmPackage('torn', '1.0.0', context())).toMatchObject({
      failure: 'install-failed',
      isBroken: true,
      reason: expect.stringContaining('not an archive'),
    });
  });
});

describe('fetchNpmPackage', () => {
  it('fetches the package and nothing that it needs to run', async () => {
    const asked = registry.requests.length;

    const result = await fetchNpmPackage('field', '1.1.0', context());

    expect(registry.requests.slice(asked)).toEqual(['/field', '/field/-/1.1.0.tgz']);
    if (!result.ok) throw new Error(result.reason);
    expect((await readdir(result.folder)).sort()).toEqual(['deep', 'index.js', 'package.json']);
    expect(await readdir(path.join(cacheFolder, 'npm')).catch(() => [])).toEqual([]);
    expect(await fetchNpmPackage('field', '1.1.0', context({ offline: true }))).toEqual(result);
  });

  it.each([
    ['nobody', '1.0.0', 'not-found'],
    ['field', '7.0.0', 'not-found'],
    ['tampered', '1.0.0', 'install-failed'],
    ['large', '1.0.0', 'too-large'],
  ])('records %s@%s as %s', async (name, version, failure) => {
    const result = await fetchNpmPackage(name, version, context(), { deadlineMs: 60_000, maxBytes: 100_000 });

    expect(result).toMatchObject({ ok: false, failure });
    expect(JSON.stringify(result)).not.toMatch(/127\.0\.0\.1|https?:/);
    expect((await listFiles(cacheFolder)).filter((file) => file.includes('npm-store-1'))).toEqual([]);
  });
});
