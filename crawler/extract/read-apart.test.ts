import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTool } from '../../schema/tool-definition.ts';
import type { Extraction } from './extract.ts';
import { readPackageApart, readTreeApart } from './read-apart.ts';
import { makeSourceTree } from './source-tree.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-apart-'));
  for (const [name, tools] of [
    ['small', 1],
    ['large', 4_000],
  ] as const) {
    await mkdir(path.join(folder, name));
    const calls = Array.from(
      { length: tools },
      (_, at) => `s.registerTool("moor_${at}",{description:"Moors."},async()=>({}));`,
    );
    const script = `import{McpServer as M}from"@modelcontextprotocol/sdk/server/mcp.js";const s=new M({name:"f"});\n${calls.join('\n')}`;
    await writeFile(path.join(folder, name, 'index.js'), script);
  }
});
afterAll(() => rm(folder, { recursive: true }));

const never = new AbortController().signal;
const at = (name: string) => path.join(folder, name);

function namesIn(extraction: Extraction | undefined): string[] | undefined {
  return extraction?.tools.map(({ definition }) => readTool(definition).name);
}

test('reads one package after another, asked for all at once', async () => {
  const read = await Promise.all([at('small'), at('nowhere'), at('small')].map((one) => readPackageApart(one, never)));

  expect(read.map(namesIn)).toEqual([['moor_0'], [], ['moor_0']]);
});

test('a package that takes too long is given up, and the next one is read', async () => {
  const slow = readPackageApart(at('large'), never, { limitMs: 1, heapMb: 500 });
  const next = readPackageApart(at('small'), never);

  expect(await slow).toBeUndefined();
  expect(namesIn(await next)).toEqual(['moor_0']);
});

test('a run that is stopped waits for none of them', async () => {
  const stop = new AbortController();
  const [running, waiting] = [readPackageApart(at('large'), stop.signal), readPackageApart(at('large'), stop.signal)];
  stop.abort();

  expect(await Promise.all([running, waiting])).toEqual([undefined, undefined]);
  expect(namesIn(await readPackageApart(at('small'), never))).toEqual(['moor_0']);
});

const python = (tools: number) =>
  `from mcp.server.fastmcp import FastMCP\nmcp = FastMCP("quay")\n${Array.from(
    { length: tools },
    (_, at) => `@mcp.tool()\ndef moor_${at}(rope: str) -> str:\n    "Moors."\n    return rope\n`,
  ).join('\n')}`;
const treeOf = (tools: number) => makeSourceTree(new Map([['quay/server.py', python(tools)]]));

test('reads a tree whose texts stay where it was opened', async () => {
  const read = await readTreeApart(treeOf(2), { subfolder: 'quay' }, never);

  expect(read.ok && namesIn(read.extraction)).toEqual(['moor_0', 'moor_1']);
});

test('a tree that takes too long is a failure that says so, and the next one is read', async () => {
  const slow = readTreeApart(treeOf(3_000), {}, never, { limitMs: 1, heapMb: 500 });
  const next = readTreeApart(treeOf(1), {}, never);

  expect(await slow).toMatchObject({ ok: false, failure: 'timeout', reason: expect.stringContaining('500 MB') });
  expect(await next).toMatchObject({ ok: true });
});

test('a tree whose texts cannot be read is given up', async () => {
  const broken = { ...treeOf(1), read: () => Promise.reject(new Error('the disk is gone')) };

  expect(await readTreeApart(broken, {}, never)).toMatchObject({ ok: false });
});
