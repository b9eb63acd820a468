import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { readCommands, readInstalledPackage } from './installed-package.ts';
import { readMetadata } from './metadata.ts';
import { pipEnvironment } from './pip-environment.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-installed-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function install(info: string, files: Record<string, string>) {
  await mkdir(path.join(folder, info));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, info, name), text);
}

describe('the commands of an installed package', () => {
  it('begin with the one that bears its name, then one that says MCP; modules come last', async () => {
    await install('Harbour_MCP-1.0.dist-info', {
      'entry_points.txt':
        '[console_scripts]\nharbour-cli = a:one\nharbour_mcp_x = a.b:two [extra]\nHarbour.MCP = a:Class.three\n[other]\nx = a:four\n',
      RECORD: 'harbour/__main__.py,sha256=x,1\nharbour/inner/__main__.py,,\n../../bin/x,,\n',
    });

    expect((await readInstalledPackage(folder, 'harbour-mcp'))?.commands).toEqual([
      { name: 'Harbour.MCP', module: 'a', attribute: 'Class.three' },
      { name: 'harbour_mcp_x', module: 'a.b', attribute: 'two' },
      { name: 'harbour-cli', module: 'a', attribute: 'one' },
      { name: 'harbour-mcp', module: 'harbour', attribute: undefined },
    ]);
  });

  it('are none of another package', async () => {
    await install('harbour-1.0.dist-info', { 'entry_points.txt': '[console_scripts]\nharbour = a:one\n' });

    expect(await readInstalledPackage(folder, 'harbour-mcp')).toBeUndefined();
    expect(await readInstalledPackage(path.join(folder, 'none'), 'harbour')).toBeUndefined();
  });

  it.each(["a'); import os #:x", 'a:x; y', 'a:x-y', 'a..b:x', '.a:x', '1a:x', 'a'])(
    'are plain dotted names, or as much of them as is plain: %j',
    (value) => {
      for (const { module, attribute } of readCommands(`[console_scripts]\nh = ${value}\n`)) {
        expect([module, attribute]).toEqual(['a', 'x']);
      }
    },
  );

  it('hold nothing that could end a quoted text, whatever the file says', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '.', ':', '=', "'", '\\', '\n', ' ', '"', ';', '[', ']') });
    fc.assert(
      fc.property(line, (text) => {
        for (const { name, module, attribute } of readCommands(`[console_scripts]\n${text}\na=${text}:${text}`)) {
          expect(`${name}|${module}|${attribute}`).toMatch(/^[\w.-]+\|[\w.]+\|[\w.]+$/);
        }
      }),
    );
  });
});

describe('the metadata of a package', () => {
  it('says what it is, where its source lies and whether it speaks of MCP', () => {
    const text =
      'Metadata-Version: 2.4\nName: harbour\nSummary: Looks  after\n ships.\nHome-page: https://h.example/\nProject-URL: Repository, https://git.example/h.git\nRequires-Dist: fastmcp>=2\n\n# Harbour\n\nText: here\n';

    expect(readMetadata(text)).toEqual({
      summary: 'Looks after ships.',
      homepage: 'https://h.example/',
      repository: 'https://git.example/h',
      description: '# Harbour\n\nText: here\n',
      mentionsMcp: true,
    });
  });

  it.each([
    'javascript:alert(1)',
    'https://me:secret@h.example/',
    'ftp://h.example',
    `https://h.example/${'x'.repeat(400)}`,
    'UNKNOWN',
  ])('gives no address that a browser should not be sent to: %s', (url) => {
    const { homepage, repository } = readMetadata(`Name: h\nHome-page: ${url}\nProject-URL: Source, ${url}\n\n`);

    expect([homepage, repository]).toEqual([undefined, undefined]);
  });

  it('is never a fault', () => {
    const word = fc.constantFrom(
      'Name: ',
      'Project-URL: ',
      'Source, ',
      '\n',
      ' ',
      ':',
      'https://github.com/a',
      '\n\n',
      'Summary:',
    );
    fc.assert(fc.property(fc.array(word), (words) => void readMetadata(words.join(''))));
  });
});

test('pip is given its own settings, and nothing else of the person’s', () => {
  const environment = {
    PIP_INDEX_URL: 'a',
    PIP_USER: '1',
    PIP_TARGET: '/x',
    AWS_SECRET_ACCESS_KEY: 's',
    https_proxy: 'p',
  };

  expect(pipEnvironment(environment)).toEqual({
    PIP_INDEX_URL: 'a',
    https_proxy: 'p',
    PIP_USER: '0',
    PIP_REQUIRE_VIRTUALENV: '0',
    PIP_NO_INPUT: '1',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PYTHONDONTWRITEBYTECODE: '1',
  });
});
