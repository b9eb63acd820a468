import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeSnapshotTool } from '../snapshot-tool.ts';
import { findKeptReading, keepReading } from './kept-reading.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-kept-'));
  file = path.join(folder, 'deep', 'reading.json');
});
afterEach(() => rm(folder, { recursive: true }));

const reading = {
  tools: [makeSnapshotTool({ name: 'moor' }, { from: 'source', file: 'a.js', line: 1 }, { conditions: ['--all'] })],
  notes: ['a note'],
  server: {},
};

test('gives back what was kept', async () => {
  expect(await findKeptReading(file)).toBeUndefined();
  await keepReading(file, reading);

  expect(await findKeptReading(file)).toEqual(reading);
});

test('what other readers made does not count', async () => {
  await keepReading(file, reading);
  await writeFile(file, (await readFile(file, 'utf8')).replace(/"readers":"\w+"/, '"readers":"older"'));

  expect(await findKeptReading(file)).toBeUndefined();
});

test.each(['', '{', 'null', '{"readers":1}', '{"tools":[{}]}'])('a file that holds %j counts as none', async (text) => {
  await keepReading(file, reading);
  await writeFile(file, text);

  expect(await findKeptReading(file)).toBeUndefined();
});

test('a disk that takes nothing costs nothing but the next reading', async () => {
  await writeFile(path.join(folder, 'deep'), 'a file where a folder should be');

  await expect(keepReading(file, reading)).resolves.toBeUndefined();
});
