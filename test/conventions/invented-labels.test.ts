/** The invented tools in `data/labels`, which the local model is trained with. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LabelledCategory, LabelledTool } from '../../schema/labelled-tool.ts';

const folder = path.resolve(import.meta.dirname, '../../data/labels');
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const readLines = (file: string): string[] => readFileSync(path.join(folder, file), 'utf8').trimEnd().split('\n');
const readTools = (file: string): LabelledTool[] => readLines(file).map((line) => LabelledTool.parse(JSON.parse(line)));

describe.each(files)('%s', (file) => {
  test('has lines that are all labelled tools with a risk', () => {
    const faults = readLines(file).flatMap((line, index) => {
      const tool = LabelledTool.safeParse(JSON.parse(line));
      return tool.success && tool.data.risk !== undefined && !tool.data.also.includes(tool.data.category)
        ? []
        : [`line ${index + 1}`];
    });

    expect(faults).toEqual([]);
  });

  test('has every category, so that the kind of tool does not tell the label', () => {
    const found = new Set(readTools(file).map((tool) => tool.category));

    expect([...found].sort()).toEqual([...LabelledCategory.options].sort());
  });

  test('has many servers, all of them named as invented', () => {
    const servers = new Set(readTools(file).map((tool) => tool.server ?? ''));

    expect([...servers].filter((server) => !server.startsWith('invented-'))).toEqual([]);
    expect(servers.size).toBeGreaterThanOrEqual(25);
  });
});

test('no tool of a server is there twice', () => {
  const keys = files.flatMap(readTools).map((tool) => `${tool.server} ${tool.tool}`);

  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
