import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRevision } from './find-revision.ts';
import { type OpenRepository, openRepository } from './open-repository.ts';
import { openWorkshop, type Workshop } from './repository-for-test.ts';

let workshop: Workshop;
beforeEach(() => {
  workshop = openWorkshop();
});
afterEach(() => workshop.remove());

function request(location: string, ref?: string) {
  return {
    location,
    ref,
    cacheFolder: join(workshop.folder, 'cache'),
    offline: true,
    signal: AbortSignal.timeout(60_000),
  };
}

/** Opens a repository, reads everything in it, and closes it. */
async function readAll(location: string, ref?: string) {
  const opened = await openRepository(request(location, ref));
  if (!opened.ok) return opened;
  const texts = await opened.tree.read([...opened.tree.files.keys()]);
  await opened.close();
  return { ...opened, texts: Object.fromEntries(texts) };
}

function succeed<T>(result: T): Extract<T, OpenRepository> {
  if (typeof result !== 'object' || result === null || !('ok' in result) || result.ok !== true)
    throw new Error(JSON.stringify(result));
  return result as Extract<T, OpenRepository>; // `ok` is true, checked above
}

describe('a repository of this machine', () => {
  it('is read at its commit, without what is not committed', async () => {
    const folder = workshop.commit('a', { 'src/x.py': 'x = 1\r\n', 'y.txt': '' });
    workshop.write(folder, { 'src/x.py': 'changed', 'new.py': 'new' });

    const read = succeed(await readAll(folder));

    expect(read.texts).toEqual({ 'src/x.py': 'x = 1\n', 'y.txt': '' });
    expect(read.commit).toBe(workshop.git(folder, ['rev-parse', 'HEAD']));
    expect(readdirSync(join(workshop.folder, 'cache'))).toEqual([]);
  });

  it('may be bare, packed, or a linked work tree', async () => {
    const folder = workshop.commit('a', { 'x.py': 'x' });
    workshop.git(workshop.folder, ['clone', '-q', '--bare', folder, 'bare.git']);
    workshop.git(folder, ['pack-refs', '--all']);
    workshop.git(folder, ['gc', '-q']);
    workshop.git(folder, ['worktree', 'add', '-q', '-b', 'other', join(workshop.folder, 'linked')]);

    for (const place of [join(workshop.folder, 'bare.git'), folder, join(workshop.folder, 'linked')]) {
      expect(succeed(await readAll(place)).texts).toEqual({ 'x.py': 'x' });
    }
  });

  it('is found by branch, tag, hash and the beginning of a hash', async () => {
    const folder = workshop.commit('a', { 'x.py': 'old' });
    const old = workshop.git(folder, ['rev-parse', 'HEAD']);
    workshop.git(folder, ['tag', '-a', 'v1', '-m', 'one']);
    workshop.git(folder, ['branch', 'kept/here']);
    workshop.write(folder, { 'x.py': 'new' });
    workshop.git(folder, ['commit', '-q', '-a', '-m', 'second']);

    for (const ref of ['v1', 'kept/here', 'refs/heads/kept/here', old, old.slice(0, 10)]) {
      const read = succeed(await readAll(folder, ref));
      expect({ ref, commit: read.commit, texts: read.texts }).toEqual({ ref, commit: old, texts: { 'x.py': 'old' } });
    }
    expect(await findRevision(request(folder))).toEqual({
      ok: true,
      commit: workshop.git(folder, ['rev-parse', 'HEAD']),
    });
  });

  it('says where it came from', async () => {
    const folder = workshop.commit('a', { 'x.py': 'x' });
    workshop.git(folder, ['remote', 'add', 'origin', 'git@github.com:Owner/Name.git']);
    expect(succeed(await readAll(folder)).origin).toBe('git@github.com:Owner/Name.git');
  });

  it('without git is read as it lies, no link followed', async () => {
    const folder = join(workshop.folder, 'plain');
    workshop.write(folder, { 'x.py': 'x', 'node_modules/y.py': 'y' });
    symlinkSync('/etc/passwd', join(folder, 'passwd.py'));
    symlinkSync('/etc', join(folder, 'etc'));

    const read = succeed(await readAll(folder));

    expect(read.texts).toEqual({ 'x.py': 'x' });
    expect(read.commit).toBeUndefined();
    expect(read.tree.leftOut).toEqual(['2 symbolic links not followed']);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['/nonexistent/folder', undefined, 'not-found'],
    ['/etc/hostname', undefined, 'bad-input'],
    ['ext::sh -c true', undefined, 'bad-input'],
    ['git@example.org:a/b', undefined, 'bad-input'],
    ['https://example.org/a', undefined, 'unreachable'],
    ['/tmp', '--upload-pack=x', 'bad-input'],
    ['/tmp', 'a:b', 'bad-input'],
  ])('is a typed failure: %s at %s', async (location, ref, failure) => {
    expect(await openRepository(request(location, ref))).toMatchObject({ ok: false, failure });
    expect(await findRevision(request(location, ref))).toMatchObject({ ok: false });
  });

  it('is an empty repository, or a reference that is not there', async () => {
    const folder = join(workshop.folder, 'empty');
    mkdirSync(folder);
    workshop.git(folder, ['init', '-q']);
    const full = workshop.commit('a', { 'x.py': 'x' });

    expect(await readAll(folder)).toMatchObject({ failure: 'bad-input', reason: 'the repository has no commit' });
    expect(await readAll(full, 'gone')).toMatchObject({ failure: 'not-found' });
    expect(await readAll(full, '0123456789012345678901234567890123456789')).toMatchObject({ failure: 'not-found' });
  });

  it('is told of where the machine has no git, with the line that installs it', async () => {
    const folder = workshop.commit('a', { 'x.py': 'x' });
    const path = process.env.PATH;
    process.env.PATH = join(workshop.folder, 'nothing');
    try {
      expect(await readAll(folder)).toMatchObject({ failure: 'no-git', reason: expect.stringContaining('install') });
    } finally {
      process.env.PATH = path;
    }
  });

  it('is told of where the working folder cannot be made', async () => {
    writeFileSync(join(workshop.folder, 'cache'), 'a file');
    expect(await readAll(workshop.commit('a', {}))).toMatchObject({ failure: 'internal' });
  });

  it('rejects when the run is ended', async () => {
    const aborted = { ...request(workshop.commit('a', { 'x.py': 'x' })), signal: AbortSignal.abort() };
    await expect(openRepository(aborted)).rejects.toThrow();
    expect(readdirSync(join(workshop.folder, 'cache'))).toEqual([]);
  });
});

describe('a hostile repository', () => {
  it('gets no link, submodule, odd name or giant file past', async () => {
    const folder = workshop.commit('a', {
      'ok.py': 'ok',
      '--output=x': 'dash',
      'big.py': Buffer.alloc(1_200_000, 'a'),
      'zero.py': 'a\0b',
    });
    const blob = workshop.git(folder, ['hash-object', '-w', '--stdin'], '/etc/passwd');
    const commit = workshop.git(folder, ['rev-parse', 'HEAD']);
    const ls = workshop.git(folder, ['ls-tree', '-z', 'HEAD']);
    const entries = [
      `120000 blob ${blob}\tlink.py`,
      `160000 commit ${commit}\tsub`,
      `100644 blob ${blob}\tline\nbreak.py`,
      `100644 blob ${blob}\t..`,
      `100644 blob ${blob}\tback\\slash.py`,
    ];
    const tree = workshop.git(folder, ['mktree', '-z', '--missing'], `${ls}${entries.join('\0')}\0`);
    const made = workshop.git(folder, ['commit-tree', tree, '-m', 'x']);
    workshop.git(folder, ['update-ref', 'refs/heads/main', made]);

    const read = succeed(await readAll(folder));

    expect(read.texts).toEqual({ 'ok.py': 'ok', '--output=x': 'dash' });
    expect(read.tree.leftOut).toEqual([
      '1 symbolic link not followed',
      '1 submodule not fetched',
      '3 files with an unusable name left out',
      '1 file over 1 MB not read',
    ]);
  });

  it('gets no program run by its settings, hooks, filters or missing objects', async () => {
    const folder = workshop.commit('a', { 'x.py': 'x', '.gitattributes': '* filter=evil diff=evil\n' });
    const mark = join(workshop.folder, 'ran');
    const script = join(workshop.folder, 'evil.sh');
    writeFileSync(script, `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    const blob = workshop.git(folder, ['rev-parse', 'HEAD:x.py']);
    workshop.git(folder, ['config', 'core.repositoryformatversion', '1']);
    for (const [key, value] of [
      ['core.fsmonitor', script],
      ['core.hooksPath', workshop.folder],
      ['core.sshCommand', script],
      ['core.pager', script],
      ['core.alternateRefsCommand', script],
      ['filter.evil.smudge', script],
      ['filter.evil.process', script],
      ['diff.evil.textconv', script],
      ['extensions.partialClone', 'origin'],
      ['remote.origin.url', `ext::${script}`],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.uploadpack', script],
      ['protocol.ext.allow', 'always'],
    ]) {
      workshop.git(folder, ['config', key ?? '', value ?? '']);
    }
    rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    rmSync(mark, { force: true });

    const read = succeed(await readAll(folder));

    expect(read.texts).toEqual({ '.gitattributes': '* filter=evil diff=evil\n' });
    expect(existsSync(mark)).toBe(false);
  });

  it('does not lead to another repository by its .git', async () => {
    const secret = workshop.commit('secret', { 's.py': 's' });
    const byFile = join(workshop.folder, 'by-file');
    const byLink = join(workshop.folder, 'by-link');
    const byCommon = workshop.commit('by-common', { 'x.py': 'x' });
    mkdirSync(byFile);
    mkdirSync(byLink);
    writeFileSync(join(byFile, '.git'), `gitdir: ${join(secret, '.git')}\n`);
    symlinkSync(join(secret, '.git'), join(byLink, '.git'));
    writeFileSync(join(byCommon, '.git/commondir'), join(secret, '.git'));

    for (const place of [byFile, byLink, byCommon])
      expect(await readAll(place)).toMatchObject({ ok: false, failure: 'bad-input' });
  });

  it('does not read other files as references', async () => {
    const folder = workshop.commit('a', { 'x.py': 'x' });
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/../../../../etc/passwd\n');
    expect(await readAll(folder)).toMatchObject({ ok: false, failure: 'bad-input' });
  });

  it('does not fill memory with a tree that multiplies', async () => {
    const folder = workshop.commit('a', {});
    const blob = workshop.git(folder, ['hash-object', '-w', '--stdin'], 'x');
    let tree = workshop.git(
      folder,
      ['mktree'],
      Array.from({ length: 10 }, (_, index) => `100644 blob ${blob}\tf${index}\n`).join(''),
    );
    for (let level = 0; level < 9; level++) {
      tree = workshop.git(
        folder,
        ['mktree'],
        Array.from({ length: 10 }, (_, index) => `040000 tree ${tree}\td${index}\n`).join(''),
      );
    }
    workshop.git(folder, ['update-ref', 'refs/heads/main', workshop.git(folder, ['commit-tree', tree, '-m', 'x'])]);

    expect(await readAll(folder)).toMatchObject({ ok: false, failure: 'too-large' });
  });
});
