import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InventedPackage } from '../../../test/registry/registry.ts';
import { useRegistry } from '../../../test/registry/use-registry.ts';
import { packTarGz } from '../archive/pack-for-test.ts';
import { fetchNpmPackage, installNpmPackage } from './install.ts';

const packages: InventedPackage[] = [
  { name: 'field', version: '1.0.0' },
  { name: 'field', version: '1.1.0', manifest: { dependencies: { '@farm/fence': '^2.0.0' } } },
  { name: '@farm/fence', version: '2.3.0' },
  { name: 'from-git', version: '1.0.0', manifest: { dependencies: { hole: 'git+ssh://git@127.0.0.1/hole.git' } } },
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
];
const cache = useRegistry(packages);

describe('what packages have in common', () => {
  const fence = 'node_modules/@farm/fence/package.json';
  const folderOf = (name: string, version = '1.0.0') => path.join(cache.folder, 'npm', name, version);

  it('is fetched once and kept once', async () => {
    await installNpmPackage('field', '1.1.0', cache.context());
    const before = cache.registry.requests.length;

    expect(await installNpmPackage('paddock', '1.0.0', cache.context())).toMatchObject({ ok: true });

    expect(cache.registry.requests.slice(before)).toEqual(['/paddock', '/paddock/-/1.0.0.tgz']);
    const [one, other] = await Promise.all([
      stat(path.join(folderOf('field', '1.1.0'), fence)),
      stat(path.join(folderOf('paddock'), fence)),
    ]);
    expect([one.ino, one.nlink]).toEqual([other.ino, 3]);
  });

  it('can be installed with nobody to ask, where all of it was fetched', async () => {
    await installNpmPackage('paddock', '1.0.0', cache.context());
    await rm(path.join(cache.folder, 'npm'), { recursive: true });

    expect(await installNpmPackage('paddock', '1.0.0', cache.context({ offline: true }))).toMatchObject({ ok: true });
    await rm(path.join(cache.folder, 'npm'), { recursive: true });
    await rm(path.join(cache.folder, 'npm-store-1'), { recursive: true });
    expect(await installNpmPackage('paddock', '1.0.0', cache.context({ offline: true }))).toMatchObject({
      failure: 'unreachable',
    });
  });

  it('is fetched again where it was harmed', async () => {
    await installNpmPackage('field', '1.1.0', cache.context());
    const harmed = path.join(folderOf('field', '1.1.0'), fence);
    await chmod(harmed, 0o644);
    await writeFile(harmed, '{}');

    await installNpmPackage('paddock', '1.0.0', cache.context());

    expect(JSON.parse(await readFile(path.join(folderOf('paddock'), fence), 'utf8'))).toMatchObject({
      version: '2.3.0',
    });
  });

  it('lets two that need the same be installed at once', async () => {
    const results = await Promise.all([
      installNpmPackage('field', '1.1.0', cache.context()),
      installNpmPackage('paddock', '1.0.0', cache.context()),
      fetchNpmPackage('@farm/fence', '2.3.0', cache.context()),
    ]);

    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await readdir(path.join(cache.folder, 'npm-store-1'))).filter((name) => name.length !== 2)).toEqual([]);
  });

  it('takes a list of versions of today for a new one, unless it lacks what is needed', async () => {
    await installNpmPackage('paddock', '1.0.0', cache.context());
    packages.push({ name: 'grows', version: '1.1.0', manifest: { dependencies: { '@farm/fence': '^2.4.0' } } });
    packages.push({ name: '@farm/fence', version: '2.4.0' });

    expect(await installNpmPackage('grows', '1.0.0', cache.context())).toMatchObject({ ok: true });
    expect(JSON.parse(await readFile(path.join(folderOf('grows'), fence), 'utf8'))).toMatchObject({ version: '2.3.0' });

    expect(await installNpmPackage('grows', '1.1.0', cache.context())).toMatchObject({ ok: true });
    expect(JSON.parse(await readFile(path.join(folderOf('grows', '1.1.0'), fence), 'utf8'))).toMatchObject({
      version: '2.4.0',
    });
  });

  it('leaves an installation of an older version of this program as it is', async () => {
    const own = path.join(folderOf('field'), 'node_modules', 'field');
    await mkdir(own, { recursive: true });
    const asked = cache.registry.requests.length;

    expect(await installNpmPackage('field', '1.0.0', cache.context())).toEqual({ ok: true, folder: folderOf('field') });
    expect(await fetchNpmPackage('field', '1.0.0', cache.context())).toEqual({ ok: true, folder: own });
    expect(cache.registry.requests.length).toBe(asked);
  });
});

describe('a dependency that is not to be had', () => {
  it('is never waited for where it is in a git repository, and done without where it is optional', async () => {
    const asked = cache.registry.requests.length;

    expect(await installNpmPackage('from-git', '1.0.0', cache.context())).toMatchObject({
      failure: 'outside-registry',
    });
    expect(cache.registry.requests.slice(asked).some((request) => request.includes('hole'))).toBe(false);
    expect(await installNpmPackage('optional-git', '1.0.0', cache.context())).toMatchObject({ ok: true });
    expect(cache.registry.requests.slice(asked).some((request) => request.includes('hole'))).toBe(false);
  });

  it('is done without where it is optional and broken, not where the registry was out of reach', async () => {
    expect(await installNpmPackage('optional-torn', '1.0.0', cache.context())).toMatchObject({ ok: true });

    cache.registry.broken.add('/gone');
    expect(await installNpmPackage('optional-slow', '1.0.0', cache.context())).toMatchObject({
      failure: 'unreachable',
    });
    cache.registry.broken.clear();
    expect(await installNpmPackage('optional-slow', '1.0.0', cache.context())).toMatchObject({ ok: true });
    const folder = path.join(cache.folder, 'npm', 'optional-slow', '1.0.0', 'node_modules');
    expect((await readdir(folder)).sort()).toEqual(['gone', 'optional-slow']);
  });

  it('is taken as it is where a package brings it along', async () => {
    await installNpmPackage('brings-along', '1.0.0', cache.context());

    const folder = path.join(cache.folder, 'npm', 'brings-along', '1.0.0', 'node_modules');
    expect(await readdir(folder)).toEqual(['brings-along']);
    expect(await readFile(path.join(folder, 'brings-along/node_modules/@farm/fence/package.json'), 'utf8')).toContain(
      '0.0.1',
    );
  });
});

describe('a hostile tarball', () => {
  it('leaves no links, no special modes, and nothing outside', async () => {
    const result = await installNpmPackage('hostile-tar', '1.0.0', cache.context());

    expect(result).toMatchObject({ ok: true });
    const folder = path.join(cache.folder, 'npm', 'hostile-tar', '1.0.0', 'node_modules', 'hostile-tar');
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
    expect(await installNpmPackage('torn', '1.0.0', cache.context())).toMatchObject({
      failure: 'install-failed',
      isBroken: true,
      reason: expect.stringContaining('not an archive'),
    });
  });
});
