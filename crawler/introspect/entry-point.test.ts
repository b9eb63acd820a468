import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findEntryPoint } from './entry-point.ts';
import { readPackageManifest } from './package-manifest.ts';

let folder: string;

beforeEach(async () => {
  const outer = await mkdtemp(path.join(tmpdir(), 'plimsoll-entry-'));
  folder = path.join(outer, 'package');
  await mkdir(path.join(folder, 'dist'), { recursive: true });
  await writeFile(path.join(outer, 'outside.js'), '');
  await symlink(path.join(outer, 'outside.js'), path.join(folder, 'linked.js'));
  await writeFile(path.join(folder, 'dist', 'index.js'), '#!/usr/bin/env -S node --no-warnings --eval=1;2\n');
  await writeFile(path.join(folder, 'run.sh'), '#!/bin/sh\n');
  await writeFile(path.join(folder, 'native'), '\u007fELF\u0000');
  return () => rm(outer, { recursive: true, force: true });
});

async function find(manifest: object, name = '@farm/flock') {
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  const read = await readPackageManifest(folder, name, '1.0.0');
  return read === undefined ? undefined : findEntryPoint(folder, read);
}

describe('findEntryPoint', () => {
  it.each([
    ['one command', { bin: 'dist/index.js' }, 'flock', 'dist/index.js', 'node'],
    [
      'the command named like the package',
      { bin: { other: 'run.sh', flock: 'dist/index.js' } },
      'flock',
      'dist/index.js',
      'node',
    ],
    [
      'the command that names MCP',
      { bin: { a: 'run.sh', 'b-mcp': 'dist/index.js' } },
      'b-mcp',
      'dist/index.js',
      'node',
    ],
    ['a script', { bin: { a: './run.sh' } }, 'a', 'run.sh', 'shell'],
    ['a program', { bin: { a: 'native' } }, 'a', 'native', 'itself'],
    ['the main file', { main: 'dist/index' }, 'flock', 'dist/index.js', 'node'],
    ['a main folder', { main: 'dist' }, 'flock', 'dist/index.js', 'node'],
    ['an export', { exports: { '.': { import: './dist/index.js' } } }, 'flock', 'dist/index.js', 'node'],
    ['the next command where the first is missing', { bin: { flock: 'gone.js', b: 'run.sh' } }, 'b', 'run.sh', 'shell'],
  ])('takes %s', async (_, manifest, name, file, runner) => {
    expect(await find(manifest)).toMatchObject({ name, file, runner });
  });

  it.each([
    ['nothing to run', {}],
    ['a file that is not there', { bin: 'gone.js' }],
    ['a path out of the package', { bin: '../outside.js', main: '../outside.js' }],
    ['an absolute path', { bin: '/etc/passwd' }],
    ['a link out of the package', { bin: 'linked.js' }],
    ['a folder', { bin: '.' }],
    ['wrong types', { bin: [1], main: {} }],
    ['members of a prototype', JSON.parse('{"bin":{"__proto__":"gone"},"main":"constructor"}')],
  ])('finds none in %s', async (_, manifest) => {
    expect(await find(manifest)).toBeUndefined();
  });

  it('passes on the plain options of the first line alone', async () => {
    expect((await find({ bin: 'dist/index.js' }))?.nodeOptions).toEqual(['--no-warnings']);
  });
});

describe('readPackageManifest', () => {
  it.each([
    ['git+https://git.example.com/a/b.git', 'https://git.example.com/a/b'],
    ['git@git.example.com:a/b.git', 'https://git.example.com/a/b'],
    ['github:a/b', 'https://github.com/a/b'],
    ['a/b', 'https://github.com/a/b'],
    ['javascript:alert(1)', undefined],
    ['https://user:secret@git.example.com/a', undefined],
    [7, undefined],
  ])('reads the repository %s', async (repository, expected) => {
    await writeFile(
      path.join(folder, 'package.json'),
      JSON.stringify({ repository: { url: repository }, homepage: repository }),
    );

    expect((await readPackageManifest(folder, 'a', '1.0.0'))?.repository).toBe(expected);
  });

  it.each([
    ['io.github.acme/notes', 'io.github.acme/notes'],
    ['acme', undefined],
    ['a/b/c', undefined],
    ['io.acme/<b>', undefined],
    [`io.acme/${'x'.repeat(300)}`, undefined],
    [{ name: 'io.acme/notes' }, undefined],
  ])('reads the name %j in the MCP registry', async (mcpName, expected) => {
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ mcpName }));

    expect((await readPackageManifest(folder, 'a', '1.0.0'))?.registryName).toBe(expected);
  });

  it.each(['', '[]', '{', 'null', '"x"'])('reads nothing from %j', async (text) => {
    await writeFile(path.join(folder, 'package.json'), text);

    expect(await readPackageManifest(folder, 'a', '1.0.0')).toBeUndefined();
  });
});
