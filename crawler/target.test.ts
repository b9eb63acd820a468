import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTarget, parseTarget } from './target.ts';

const base = '/home/person/project';
const digits = 'ab'.repeat(32);
const image = (host: string, repository: string, version: string | undefined) => ({
  kind: 'oci',
  image: { host, repository, version },
});

describe('parseTarget', () => {
  it.each([
    ['npm:plain', { kind: 'npm', name: 'plain', version: undefined }],
    ['npm:plain@1.2.3', { kind: 'npm', name: 'plain', version: '1.2.3' }],
    ['npm:@scope/name@next', { kind: 'npm', name: '@scope/name', version: 'next' }],
    ['pkg:npm/%40scope/name@1.0.0', { kind: 'npm', name: '@scope/name', version: '1.0.0' }],
    ['pypi:Harbour.MCP', { kind: 'pypi', name: 'Harbour.MCP', version: undefined }],
    ['pypi:harbour==1.0rc1', { kind: 'pypi', name: 'harbour', version: '1.0rc1' }],
    ['pypi:harbour@1!2.0+x', { kind: 'pypi', name: 'harbour', version: '1!2.0+x' }],
    ['pkg:pypi/harbour@1.0', { kind: 'pypi', name: 'harbour', version: '1.0' }],
    ['oci:acme/Harbour:V1', image('docker.io', 'acme/harbour', 'V1')],
    ['oci:harbour', image('docker.io', 'library/harbour', undefined)],
    ['oci:localhost:5000/a/b/c@sha256:'.concat(digits), image('localhost:5000', 'a/b/c', `sha256:${digits}`)],
    ['oci:r.example/a:1@sha256:'.concat(digits), image('r.example', 'a', `sha256:${digits}`)],
    [
      `pkg:oci/harbour@sha256:${digits}?repository_url=r.example/a/harbour`,
      image('r.example', 'a/harbour', `sha256:${digits}`),
    ],
    ['pkg:oci/harbour?repository_url=r.example/a/harbour&tag=1', image('r.example', 'a/harbour', '1')],
    ['tools:list.json', { kind: 'tools', file: '/home/person/project/list.json' }],
    ['https://mcp.example.com/mcp', { kind: 'http', url: 'https://mcp.example.com/mcp' }],
    ['git:../other', { kind: 'git', location: '/home/person/other', ref: undefined, subfolder: undefined }],
    [
      'git:https://git.example.com/a/b.git#v1:packages/server',
      { kind: 'git', location: 'https://git.example.com/a/b.git', ref: 'v1', subfolder: 'packages/server' },
    ],
    [
      'git:git@example.com:a/b.git',
      { kind: 'git', location: 'git@example.com:a/b.git', ref: undefined, subfolder: undefined },
    ],
    [
      'pkg:github/owner/repo@main#tools',
      { kind: 'git', location: 'https://github.com/owner/repo.git', ref: 'main', subfolder: 'tools' },
    ],
  ])('reads %s', (text, target) => {
    expect(parseTarget(text, base)).toEqual(target);
  });

  it.each([
    '',
    'npm:',
    'npm:--registry=http://evil.example',
    'npm:-g',
    'npm:../../etc',
    'npm:.hidden',
    'npm:a b',
    'npm:@scope',
    'npm:@a/b/c',
    'npm:name@file:/etc',
    'npm:name@-x',
    'npm:name@../..',
    'npm:name\u0000',
    'npm:na\u202eme',
    'oci:',
    'oci:../x',
    'oci:a//b',
    'oci:-a/b',
    'oci:r.example/a:',
    'oci:r.example/a:--x',
    'oci:r.example/a@sha256:12',
    'oci:r.example/a@md5:12',
    'oci:me:secret@r.example/a',
    'oci:https://r.example/a',
    'oci:r.example/a?b',
    'oci:r.example/%2e%2e/a',
    'pypi:',
    'pypi:-r',
    'pypi:--index-url=x',
    'pypi:../../etc',
    'pypi:harbour[all]',
    'pypi:harbour @ file:///etc',
    'pypi:harbour@git+https://x',
    'pypi:harbour@latest',
    'pypi:harbour>=1',
    'git:',
    'git:--upload-pack=touch x',
    'git:ext::sh -c touch% x',
    'git:ssh://-oProxyCommand=x/y',
    'git:weird://host/x',
    'git:https://user:secret@host/x',
    'git:repo#--exec',
    'git:repo#a..b',
    'git:repo#main:../..',
    'git:repo#main:/etc',
    'git:repo#main:.git/hooks',
    'tools:',
    'https://user:secret@host/mcp',
    'http://',
    'pkg:npm/',
    'pkg:maven/org/x@1',
    '--help',
    'plain-words',
    `npm:${'a'.repeat(3000)}`,
  ])('refuses %j in one line', (text) => {
    const result = parseTarget(text, base);

    expect(result).toHaveProperty('error');
    expect('error' in result && result.error).not.toMatch(/[\n\u0000-\u001f\u202e]/);
  });

  it('never throws, and reads again what it wrote', () => {
    const prefix = fc.constantFrom(
      '',
      'npm:',
      'pypi:',
      'oci:',
      'oci:a.b/',
      'git:',
      'tools:',
      'pkg:npm/',
      'pkg:github/a/',
      'https://',
    );
    fc.assert(
      fc.property(prefix, fc.string({ unit: 'binary' }), (start, rest) => {
        const target = parseTarget(start + rest, base);
        if ('error' in target || target.kind === 'tools') return;
        expect(parseTarget(formatTarget(target), base)).toEqual(target);
      }),
    );
  });
});
