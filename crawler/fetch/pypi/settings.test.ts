import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { readPipConfig } from './pip-config.ts';
import { type Environment, readPackageIndexes } from './settings.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'plimsoll-pip-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function readIndexes(config: string, variables: Environment = {}) {
  const file = path.join(home, 'mine', 'pip.conf');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, config);
  return readPackageIndexes(variables, [file]);
}

describe('the indexes of a person', () => {
  it('are the public one where nothing is said', async () => {
    const [index, ...others] = await readPackageIndexes({ HOME: home, PIP_CONFIG_FILE: '/dev/null' });

    expect(index?.base).toMatch(/^https:\/\/[\w.]+\/simple$/);
    expect(others).toEqual([]);
  });

  it.each<[string, string, Environment, string[]]>([
    ['the configuration file', '[global]\nindex-url = https://a.example/simple/', {}, ['https://a.example/simple']],
    [
      'a variable before the file',
      '[global]\nindex-url = https://a.example/',
      { PIP_INDEX_URL: 'https://b.example/' },
      ['https://b.example'],
    ],
    [
      'uv’s before pip’s',
      '',
      { PIP_INDEX_URL: 'https://b.example/', UV_DEFAULT_INDEX: 'https://c.example/s' },
      ['https://c.example/s'],
    ],
    [
      'added ones before the usual one, each once',
      '[global]\nindex-url = https://a.example\nextra-index-url =\n    https://x.example/s\n    https://y.example\n  https://a.example\n',
      {},
      ['https://x.example/s', 'https://y.example', 'https://a.example'],
    ],
    [
      'named ones as uv has them',
      '',
      { PIP_INDEX_URL: 'https://b.example', UV_INDEX: 'own=https://n.example/s' },
      ['https://n.example/s', 'https://b.example'],
    ],
    ['a folder', '', { PIP_INDEX_URL: 'file:///srv/simple' }, ['file:///srv/simple']],
    [
      'nothing of another kind',
      '',
      { PIP_INDEX_URL: 'ftp://b.example', PIP_EXTRA_INDEX_URL: 'no https://d.example' },
      ['https://d.example'],
    ],
  ])('come from %s', async (_what, config, variables, expected) => {
    const indexes = await readIndexes(config, variables);

    expect(indexes.map(({ base }) => base)).toEqual(expected);
  });

  it('have their credentials in a header and not in the address', async () => {
    const [index] = await readIndexes('', { PIP_INDEX_URL: 'https://me:p%40ss@b.example/simple' });

    expect(index).toEqual({
      base: 'https://b.example/simple',
      options: { allowPrivate: true, headers: { authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}` } },
    });
  });

  it('are trusted by the certificates the person names', async () => {
    const cert = path.join(home, 'ca.pem');
    await writeFile(cert, 'PEM');

    expect((await readIndexes(`[global]\ncert = ${cert}`))[0]?.options.authorities).toEqual(['PEM']);
    expect((await readIndexes('[global]\ncert = /none'))[0]?.options.authorities).toBeUndefined();
  });
});

test.each([
  ['[global]\nindex_url: a\n# [install]\n; x', { 'index-url': 'a' }],
  ['[install]\nindex-url = b\n[global]\nindex-url = a\ncert = c', { 'index-url': 'b', cert: 'c' }],
  ['[freeze]\nindex-url = a', {}],
  ['index-url = a\n[', {}],
])('pip’s file %j says %j', (text, expected) => {
  expect(Object.fromEntries(readPipConfig(text))).toEqual(expected);
});
