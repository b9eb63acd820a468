import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { inspectSavedList } from './inspect-saved-list.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-saved-'));
  return () => rm(folder, { recursive: true, force: true });
});

const tool = { name: 'count_sheep', description: 'Counts sheep.', inputSchema: { type: 'object' } };

async function inspectText(text: string) {
  const file = path.join(folder, 'list.json');
  await writeFile(file, text);
  return inspectSavedList({ kind: 'tools', file });
}

describe('inspectSavedList', () => {
  it.each([
    ['a list', JSON.stringify([tool])],
    ['an object', JSON.stringify({ tools: [tool], nextCursor: null })],
    ['an answer', JSON.stringify({ jsonrpc: '2.0', id: 1, result: { tools: [tool] } })],
    ['lines', `${JSON.stringify(tool)}\n\n`],
    ['a mark at the beginning', `\ufeff${JSON.stringify([tool])}`],
  ])('reads %s', async (_, text) => {
    const snapshot = await inspectText(text);

    expect(snapshot.tools.map(({ definition }) => definition)).toEqual([tool]);
    expect(snapshot).toMatchObject({
      target: 'tools:list.json',
      coverage: { state: 'complete' },
      launch: { transport: 'none' },
    });
  });

  it('keeps several lines, and marks what is malformed', async () => {
    const snapshot = await inspectText(`${JSON.stringify(tool)}\n7\n`);

    expect(snapshot.tools.map(({ conformance }) => conformance.length)).toEqual([0, 1]);
  });

  it.each([
    ['{"a":1}', 'bad-input'],
    ['not json', 'bad-input'],
    ['[', 'bad-input'],
    ['[]', 'no-tools-found'],
    ['', 'no-tools-found'],
  ])('refuses %j', async (text, failure) => {
    expect((await inspectText(text)).coverage).toMatchObject({ state: 'failed', failure });
  });

  it.each([
    ['missing.json', 'not-found'],
    ['.', 'bad-input'],
  ])('refuses the file %s', async (name, failure) => {
    const snapshot = await inspectSavedList({ kind: 'tools', file: path.join(folder, name) });

    expect(snapshot.coverage).toMatchObject({ state: 'failed', failure });
  });
});
