import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyFolder, identifyRepository, isPlainRef, parseGitAddress } from './git-address.ts';

describe('the address of a repository', () => {
  it.each([
    ['https://example.org/a/b.git', 'https://example.org/a/b.git'],
    ['git+https://example.org/a/b', 'https://example.org/a/b'],
    ['HTTP://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x'],
  ])('may be the URL %s', (location, url) => expect(parseGitAddress(location)).toMatchObject({ kind: 'url', url }));

  it.each([
    ['/srv/repo', '/srv/repo'],
    ['file:///srv/my%20repo', '/srv/my repo'],
    ['/srv/-odd', '/srv/-odd'],
  ])('may be the folder %s', (location, path) => expect(parseGitAddress(location)).toEqual({ kind: 'path', path }));

  it.each([
    '',
    'ext::sh -c "touch /tmp/x"',
    'fd::7',
    'ssh://example.org/a',
    'git://example.org/a',
    'git@example.org:a/b.git',
    'ftp://example.org/a',
    'https://user:word@example.org/a',
    'https://token@example.org/a',
    'https://example.org/a?x=1',
    'https://example.org/a#b',
    'https://exa\nmple.org/a',
    'https://[',
  ])('is refused: %j', (location) => expect(parseGitAddress(location)).toHaveProperty('error'));

  it('follows redirects only where repositories are known to be renamed', () => {
    expect(parseGitAddress('https://github.com/a/b')).toMatchObject({ followRedirects: true });
    expect(parseGitAddress('https://github.com.example.org/a/b')).toMatchObject({ followRedirects: false });
  });
});

describe('the name of a branch, tag or commit', () => {
  it.each([
    'main',
    'v1.2.3',
    'feature/x',
    'refs/pull/12/head',
    '0123456789abcdef0123456789abcdef01234567',
    'fix#3',
    'a@b',
  ])('may be %s', (ref) => expect(isPlainRef(ref)).toBe(true));

  it.each([
    '',
    '-x',
    '--upload-pack=touch',
    'a..b',
    'a:b',
    '+a',
    'a b',
    'a\nb',
    'a^',
    'a~1',
    '@{u}',
    'a@{1}',
    'a/-x',
    '/a',
    'a/',
    'a//b',
    '.a',
    'a/.b',
    'a.lock',
    'HEAD^{tree}',
    'a*',
  ])('is never %j', (ref) => expect(isPlainRef(ref)).toBe(false));

  it('is never an option, a range or a refspec, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('-', '.', ':', '/', 'a', '^', '+', ' ') }),
        (ref) => !isPlainRef(ref) || !/^-|\.\.|[:^+ ]/.test(ref.replace(/(?<=.)\+/g, '')),
      ),
    );
  });
});

describe('the identity of a repository', () => {
  it.each([
    ['https://github.com/Owner/Name.git', 'pkg:github/owner/name'],
    ['https://www.github.com/Owner/Name/', 'pkg:github/owner/name'],
    ['git@github.com:Owner/Name.git', 'pkg:github/owner/name'],
    ['ssh://git@github.com/Owner/Name', 'pkg:github/owner/name'],
    ['https://token:x@github.com/Owner/Name', 'pkg:github/owner/name'],
    ['https://gitlab.com/group/sub/name', 'pkg:gitlab/group/sub/name'],
    ['https://bitbucket.org/team/name', 'pkg:bitbucket/team/name'],
    ['https://git.example.org/a/name.git', 'pkg:generic/name?vcs_url=git%2Bhttps%3A%2F%2Fgit.example.org%2Fa%2Fname'],
  ])('of %s is %s', (address, id) => expect(identifyRepository(address)?.id).toBe(id));

  it('names the folder within it', () => {
    expect(identifyRepository('https://github.com/a/b', 'src/git')?.id).toBe('pkg:github/a/b#src/git');
  });

  it.each([
    '',
    '/srv/git/name',
    '../name',
    'C:\\x\\y',
    'https://github.com/only',
    'https://github.com/a/b/c',
    'https://github.com/a/%2e%2e%2f',
    'file:///x/y',
  ])('is not known from %j', (address) => expect(identifyRepository(address)).toBeUndefined());

  it('never shows a name or password', () => {
    expect(JSON.stringify(identifyRepository('https://me:hunter2@git.example.org/a/b'))).not.toMatch(/me:|hunter2/);
  });

  it.each([
    ['/srv/harbour', 'pkg:generic/harbour'],
    ['/srv/harbour/.git', 'pkg:generic/harbour'],
    ['/srv/harbour.git/', 'pkg:generic/harbour'],
    ['/', 'pkg:generic/folder'],
  ])('of the folder %s is %s', (path, id) => expect(identifyFolder(path).id).toBe(id));
});
