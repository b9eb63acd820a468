import { describe, expect, it } from 'vitest';
import { LabelledTool } from '../../schema/labelled-tool.ts';
import { findParts, listAblations, toDefinition } from './definition-parts.ts';

const row = LabelledTool.parse({
  name: 'move_boat',
  title: 'Move a boat',
  description: 'Moves a boat to a berth.',
  inputSchema: { type: 'object', properties: { boat: { type: 'string' } } },
  annotations: { readOnlyHint: false },
  category: 'write',
  risk: 'medium',
  tags: ['trap'],
});

describe('a definition made of a labelled tool', () => {
  it('holds none of the labels', () => {
    expect(Object.keys(toDefinition(row))).toEqual(['name', 'title', 'description', 'inputSchema', 'annotations']);
  });

  it.each([
    [[], ['name']],
    [['description'], ['name', 'title', 'description']],
    [['schema'], ['name', 'inputSchema']],
    [['annotations'], ['name', 'annotations']],
  ] as const)('has, with %j, the fields %j', (parts, fields) => {
    expect(Object.keys(toDefinition(row, new Set(parts)))).toEqual(fields);
  });

  it('reads a list of parameters as the schema that it stands for', () => {
    const listed = LabelledTool.parse({
      name: 'move_boat',
      category: 'write',
      inputSchema: [
        { name: 'boat', required: true, type: 'string' },
        { name: '__proto__', required: false, type: 'string' },
        'berth',
        { type: 'string' },
      ],
    });

    const { inputSchema } = toDefinition(listed);

    expect(JSON.stringify(inputSchema)).toBe(
      '{"type":"object","properties":{"boat":{"type":"string"},"__proto__":{"type":"string"}},"required":["boat"]}',
    );
  });
});

describe('ablations', () => {
  it('add the parts one by one and then take each away', () => {
    const titles = listAblations(['description', 'schema', 'annotations']).map(({ title, parts }) => [
      title,
      [...parts],
    ]);

    expect(titles).toEqual([
      ['name only', []],
      ['+ description', ['description']],
      ['+ schema', ['description', 'schema']],
      ['+ annotations', ['description', 'schema', 'annotations']],
      ['all but description', ['schema', 'annotations']],
      ['all but schema', ['description', 'annotations']],
    ]);
  });

  it('leave out what no tool has', () => {
    const bare = LabelledTool.parse({ name: 'move_boat', category: 'write', annotations: {} });

    expect(findParts([bare])).toEqual(['annotations']);
  });
});
