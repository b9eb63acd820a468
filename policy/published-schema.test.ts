/** The published JSON Schema, as somebody else's validator reads it, against what this project recommends and loads. */
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { profiles } from '../schema/policy.ts';
import { Category, Risk } from '../schema/taxonomy.ts';
import { sampleOperation, sampleVerdict } from '../test/samples/verdict.ts';
import { parsePolicy } from './load.ts';
import { policySchemaUrl, recommendServerPolicy } from './recommend/recommend.ts';

const file = new URL('../schema/published/policy.schema.json', import.meta.url);
let schema: { $id: string };
let validate: ReturnType<Ajv2020['compile']>;

beforeAll(async () => {
  schema = JSON.parse(await readFile(file, 'utf8'));
  validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);
});

describe('the published schema', () => {
  test('has the address that recommended policies name', () => {
    expect(schema.$id).toBe(policySchemaUrl);
  });

  test('accepts every recommended policy', () => {
    const tool = fc.record({
      name: fc.oneof(fc.string(), fc.constantFrom('__proto__', '*', 'constructor')),
      category: fc.constantFrom(...Category.options),
      risk: fc.constantFrom(...Risk.options),
      values: fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean()), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(tool, { maxLength: 6 }), fc.constantFrom(...profiles), (tools, profile) => {
        const policy = recommendServerPolicy(
          tools.map(({ name, category, risk, values }) => ({
            verdict: sampleVerdict({
              category,
              risk,
              flags: ['movesMoney'],
              operations: values.map((value) => sampleOperation(value, category, risk)),
            }),
            definition: { name, inputSchema: { properties: { amount: { type: 'number' } } } },
          })),
          profile,
        );
        const text = JSON.stringify(policy);

        validate(JSON.parse(text));
        expect(validate.errors ?? []).toEqual([]);
        expect(parsePolicy(text)).toEqual({ ok: true, policy });
      }),
    );
  });

  test.each([
    '{"version":"3","default":"deny"}',
    '{"version":"1"}',
    '{"version":"1","default":"deny","extra":1}',
    '{"version":"2","default":"deny","tools":{"a":{"ask":[]}}}',
    '{"version":"2","default":"deny","tools":{"a":{"ask_if":[{"conditions":[{"path":"args.x","op":"like","value":"a"}]}]}}}',
    '{"version":"1","default":"deny","tools":{"a":{"limits":[{"counter":"c","window":"week","max":1,"scope":"grant"}]}}}',
  ])('refuses what cannot be loaded: %s', (text) => {
    expect(validate(JSON.parse(text))).toBe(false);
    expect(parsePolicy(text).ok).toBe(false);
  });
});
