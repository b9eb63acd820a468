import { expect, test } from 'vitest';
import { ReadingProcess } from './reading-process.ts';
import { makeSourceTree } from './source-tree.ts';

const never = new AbortController().signal;
const plain = { limitMs: 30_000, heapMb: 500 };
const tree = makeSourceTree(
  new Map([
    [
      'quay.py',
      'from mcp.server.fastmcp import FastMCP\nmcp = FastMCP("quay")\n@mcp.tool()\ndef moor():\n    "Moors."\n',
    ],
  ]),
);
const order = { kind: 'tree' as const, files: tree.files, leftOut: [], options: {} };

test('a reader that breaks takes nothing with it, and another takes its place', async () => {
  const reader = new ReadingProcess();

  expect(await reader.read(order, tree, never, { ...plain, heapMb: 4 })).toBeUndefined();
  expect((await reader.read(order, tree, never, plain))?.tools).toHaveLength(1);
});

test('a reader that has read much is replaced between two readings', async () => {
  const reader = new ReadingProcess();
  const counts: (number | undefined)[] = [];
  for (let at = 0; at < 22; at++) counts.push((await reader.read(order, tree, never, plain))?.tools.length);

  expect(counts).toEqual(Array.from({ length: 22 }, () => 1));
});
