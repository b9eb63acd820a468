import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SnapshotTool } from '../schema/snapshot.ts';
import type { Json } from '../schema/tool-definition.ts';
import { makeSnapshotTool, makeSnapshotTools } from './snapshot-tool.ts';

const live = { from: 'live' } as const;
const plain = { name: 'count_sheep', description: 'Counts sheep.', inputSchema: { type: 'object' } };

function findingIds(definition: Json): string[] {
  return makeSnapshotTool(definition, live).conformance.map((finding) => finding.id);
}

function nest(depth: number): Json {
  return JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
}

describe('makeSnapshotTool', () => {
  it('keeps a definition as it is, unknown fields included', () => {
    const definition = { ...plain, 'x-herd': { size: 3 }, execution: { taskSupport: 'optional' } };

    const tool = makeSnapshotTool(definition, live);

    expect(tool.definition).toBe(definition);
    expect(tool.conformance).toEqual([]);
  });

  it('keeps members named like parts of a prototype', () => {
    const text =
      '{"name":"x","description":"d","inputSchema":{"type":"object","properties":{"__proto__":{"type":"string"}}}}';

    const tool = makeSnapshotTool(JSON.parse(text), live);

    expect(JSON.stringify(tool.definition)).toBe(text);
    expect(Object.getPrototypeOf(tool.definition)).toBe(Object.prototype);
  });

  it.each<[string, Json, string[]]>([
    ['null', null, ['not-an-object']],
    ['a list', [], ['not-an-object']],
    ['a text', 'tool', ['not-an-object']],
    ['nothing', {}, ['name-missing', 'description-missing', 'input-schema-missing']],
    [
      'wrong types',
      { name: 1, description: 2, inputSchema: 3 },
      ['name-not-text', 'description-not-text', 'input-schema-not-an-object'],
    ],
    ['an empty name', { ...plain, name: '' }, ['name-empty']],
    ['a long name', { ...plain, name: 'a'.repeat(129) }, ['name-too-long']],
    ['an odd name', { ...plain, name: 'a b' }, ['name-characters']],
    ['a schema without a type', { ...plain, inputSchema: {} }, ['input-schema-type']],
    ['text for a hint', { ...plain, annotations: { readOnlyHint: 'yes' } }, ['annotation-not-boolean']],
    ['a list of annotations', { ...plain, annotations: [] }, ['annotations-not-an-object']],
    ['a long description', { ...plain, description: 'a'.repeat(200_000) }, ['large-definition']],
    ['half a character', { ...plain, description: 'a\ud800b' }, ['ill-formed-text']],
    ['an endless number', { ...plain, limit: Number.POSITIVE_INFINITY }, ['number-out-of-range']],
    ['deep nesting', { ...plain, meta: nest(200) }, ['too-deep']],
  ])('marks %s', (_, definition, ids) => {
    expect(findingIds(definition)).toEqual(ids);
  });

  it('keeps what nests too deeply as text, a hundred thousand levels down', () => {
    const tool = makeSnapshotTool({ ...plain, meta: nest(100_000) }, live);

    expect(JSON.stringify(tool.definition)).toContain('{\\"a\\":1}');
    expect(SnapshotTool.safeParse(tool).success).toBe(true);
  });

  it('spells out half characters in keys and deep values too', () => {
    const tool = makeSnapshotTool({ ...plain, '\udc00': nest(150), deep: [nest(100), '\ud800'] }, live);

    expect(JSON.stringify(tool.definition)).toContain('\\\\udc00');
  });

  it('makes a record of any JSON value whatever', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        // fast-check calls the type `JsonValue`; it is the same set of values.
        const tool = makeSnapshotTool(value as Json, live);
        expect(tool.definitionHash).toMatch(/^sha256:[0-9a-f]{64}$/);
      }),
    );
  });

  it('hashes alike whatever the order of keys', () => {
    const turned = { inputSchema: plain.inputSchema, description: plain.description, name: plain.name };

    expect(makeSnapshotTool(turned, live).definitionHash).toBe(makeSnapshotTool(plain, live).definitionHash);
  });

  it.each([
    ['a time in a default', { default: '2026-01-02T03:04:05.678Z' }, { default: '2027-06-07T08:09:10Z' }],
    ['a day in a description', { description: 'Today is 2026-01-02.' }, { description: 'Today is 2026-01-03.' }],
    [
      'a UUID in an example',
      { examples: ['3f1c2d4e-0000-4000-8000-000000000000'] },
      { examples: ['3f1c2d4e-1111-4111-8111-111111111111'] },
    ],
    ['a Unix time as a default', { default: 1_790_000_000_123 }, { default: 1_790_000_001_456 }],
  ])('leaves %s out of the stable hash alone', (_, before, after) => {
    const [first, second] = [before, after].map((schema) =>
      makeSnapshotTool({ ...plain, inputSchema: { type: 'object', properties: { since: schema } } }, live),
    );

    expect(first?.stableHash).toBe(second?.stableHash);
    expect(first?.definitionHash).not.toBe(second?.definitionHash);
  });

  it('sees every other change in the stable hash', () => {
    const changed = { ...plain, description: 'Counts goats.' };

    expect(makeSnapshotTool(changed, live).stableHash).not.toBe(makeSnapshotTool(plain, live).stableHash);
  });
});

describe('makeSnapshotTools', () => {
  it('marks a second tool of the same name and keeps both', () => {
    const tools = makeSnapshotTools([plain, { ...plain, description: 'Shears sheep.' }], live);

    expect(tools.map((tool) => tool.conformance.map(({ id }) => id))).toEqual([[], ['name-repeated']]);
  });
});
