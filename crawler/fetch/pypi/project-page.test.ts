import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Distribution, readFileName } from './file-name.ts';
import { readProjectPage } from './project-page.ts';

const address = 'https://a.example/simple/harbour/';
const digest = 'ab'.repeat(32);

describe('what an index says of a project', () => {
  it('is read from JSON', () => {
    const body = JSON.stringify({
      meta: { 'api-version': '1.1' },
      files: [
        { filename: 'harbour-1.0.tar.gz', url: '../../f/harbour-1.0.tar.gz', hashes: { sha256: digest } },
        { filename: 'a.whl', url: 'https://f.example/a.whl', hashes: {}, yanked: 'broken' },
        { filename: 'b.whl', url: 'https://f.example/b.whl', yanked: true },
        { filename: 7, url: 'https://f.example/b.whl' },
        'nothing',
      ],
    });

    expect(readProjectPage(body, address)).toEqual([
      { name: 'harbour-1.0.tar.gz', url: 'https://a.example/f/harbour-1.0.tar.gz', sha256: digest, yanked: false },
      { name: 'a.whl', url: 'https://f.example/a.whl', sha256: undefined, yanked: true },
      { name: 'b.whl', url: 'https://f.example/b.whl', sha256: undefined, yanked: true },
    ]);
  });

  it('is read from a page of links', () => {
    const body = `<!DOCTYPE html><html><body><a name="top">x</a><abbr>y</abbr>
      <A HREF='../../f/harbour-1.0.tar.gz#sha256=${digest.toUpperCase()}' data-requires-python="&gt;=3.10">harbour-1.0.tar.gz</A>
      <a data-yanked="" href="https://f.example/a.whl#egg=a&amp;sha256=${digest}"> a.whl </a>
      <a href="https://f.example/c.whl#md5=1">c.whl</a>`;

    expect(readProjectPage(body, address)).toEqual([
      { name: 'harbour-1.0.tar.gz', url: 'https://a.example/f/harbour-1.0.tar.gz', sha256: digest, yanked: false },
      { name: 'a.whl', url: 'https://f.example/a.whl', sha256: digest, yanked: true },
      { name: 'c.whl', url: 'https://f.example/c.whl', sha256: undefined, yanked: false },
    ]);
  });

  it.each(['', 'not found', '{"files":', '[]', '{"files": 7', 'null'])('is nothing that can be read: %j', (body) => {
    expect(readProjectPage(body, address)).toBeUndefined();
  });

  it('is read in one go, however many tags begin and do not end', () => {
    expect(readProjectPage(`<html>${'<a '.repeat(1_000_000)}`, address)).toEqual([]);
    expect(readProjectPage(`<html>${'<a href="#sha256=&'.repeat(100_000)}>x<`, address)).toEqual([]);
  });

  it('never is a fault', () => {
    const word = fc.constantFrom(
      '<a',
      ' href="',
      '"',
      '>',
      '</a>',
      '#sha256=',
      '&',
      "'",
      ' data-yanked',
      'x.whl',
      '{',
      '<html>',
    );
    fc.assert(
      fc.property(
        fc.array(word).map((words) => words.join('')),
        (body) => void readProjectPage(body, address),
      ),
    );
  });
});

test.each<[string, Distribution | undefined]>([
  ['Harbour_MCP-1.0-py3-none-any.whl', { kind: 'wheel', version: '1.0', python: 'py3', abi: 'none', platform: 'any' }],
  [
    'harbour.mcp-1.0+x_1-2-cp311-cp311-linux_x86_64.whl',
    { kind: 'wheel', version: '1.0+x-1', python: 'cp311', abi: 'cp311', platform: 'linux_x86_64' },
  ],
  ['harbour_mcp-1.0.tar.gz', { kind: 'source', version: '1.0', archive: 'tar' }],
  ['harbour-mcp-1.0rc1.tar.gz', { kind: 'source', version: '1.0rc1', archive: 'tar' }],
  ['harbour-mcp-1.0.zip', { kind: 'source', version: '1.0', archive: 'zip' }],
  ['other-1.0.tar.gz', undefined],
  ['other-1.0-py3-none-any.whl', undefined],
  ['harbour_mcp-1.0.whl', undefined],
  ['harbour-mcp.tar.gz', undefined],
  ['harbour-mcp-1.0.exe', undefined],
  ['-'.repeat(300), undefined],
])('the file name %s says what it is', (name, expected) => {
  expect(readFileName(name, 'harbour-mcp')).toEqual(expected);
});
