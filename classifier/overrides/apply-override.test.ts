import { describe, expect, it } from 'vitest';
import { Override } from '../../schema/override.ts';
import { Verdict } from '../../schema/verdict.ts';
import { sampleOperation, sampleVerdict } from '../../test/samples/verdict.ts';
import { applyOverride } from './apply-override.ts';

const hash = `sha256:${'a'.repeat(64)}`;
const definition = {
  name: 'clear_chart',
  description: 'Clears the chart that is on the screen; the data stays.',
  inputSchema: { properties: { action: { enum: ['show', 'erase'] } } },
  annotations: { readOnlyHint: true },
};
const verdict = sampleVerdict({
  category: 'destructive',
  risk: 'high',
  flags: ['metaTool'],
  confidence: 0.7,
  needsReview: true,
  facets: { ...sampleVerdict().facets, outcome: 'irreversible' },
  findings: [{ id: 'annotation-contradicts', severity: 'warning', message: 'It is declared read-only, and deletes.' }],
  by: { model: 'local-1', definitionHash: hash },
});
const correction = {
  server: 'pkg:npm/charts',
  tool: 'clear_chart',
  definitionHash: hash,
  category: 'read',
  facets: { outcome: 'benign', power: 'none' },
  reason: 'It changes what is drawn and nothing that is stored.',
  evidence: [{ pointer: '/description', quote: 'the data stays', says: 'changes nothing' }],
  by: 'a maintainer',
  date: '2026-01-31',
};
const override = (changes: Record<string, unknown> = {}) => Override.parse({ ...correction, ...changes });
const apply = (changes: Record<string, unknown> = {}, on: Verdict = verdict) =>
  applyOverride(on, override(changes), { definition });

describe('an override that holds', () => {
  const outcome = apply();
  const corrected = outcome.state === 'applied' ? outcome.verdict : undefined;

  it('gives the person’s verdict, with the risk that follows from its facets', () => {
    expect(corrected).toMatchObject({ category: 'read', risk: 'low', confidence: 1, needsReview: false });
    expect(Verdict.parse(corrected)).toEqual(corrected);
  });

  it('says whose it is and why', () => {
    expect(corrected?.by.override).toEqual({ by: 'a maintainer', reason: correction.reason });
    expect(corrected?.rationale).toBe(`${correction.reason} It only reads.`);
    expect(corrected?.evidence[0]).toMatchObject({ quote: 'the data stays', from: 'person:a maintainer' });
  });

  it('holds the hints against what it says now', () => {
    expect(corrected?.annotations.readOnlyHint).toEqual({ declared: true, state: 'agrees', suggested: true });
    expect(corrected?.findings).toEqual([]);
  });

  it('keeps a tool before a person where its definition raises an alarm', () => {
    const finding = { id: 'instructions-to-model', severity: 'alarm', message: 'It talks to the model.' } as const;

    expect(apply({}, { ...verdict, findings: [finding] })).toMatchObject({
      verdict: { needsReview: true, findings: [finding] },
    });
  });

  it('corrects a flag and leaves the category and its confidence as they were', () => {
    const outcome = apply({ category: undefined, facets: undefined, metaTool: false });

    expect(outcome).toMatchObject({ verdict: { category: 'destructive', flags: [], confidence: 0.7 } });
  });

  it('corrects an operation', () => {
    const operations = [sampleOperation('show', 'read', 'low'), sampleOperation('erase', 'destructive', 'high')];
    const stated = {
      selector: { path: '/action', value: 'erase' },
      category: 'write',
      risk: 'low',
      rationale: 'It clears what is drawn.',
    };

    const outcome = apply(
      { category: 'write', operations: [stated], facets: { outcome: 'benign', power: 'none' }, risk: 'low' },
      { ...verdict, operations },
    );

    expect(outcome).toMatchObject({ verdict: { category: 'write', risk: 'low', operations: [operations[0], stated] } });
  });
});

describe('an override that does not hold', () => {
  it('is stale once the definition has changed', () => {
    expect(apply({ definitionHash: `sha256:${'b'.repeat(64)}` }).state).toBe('stale');
  });

  it.each<[string, Record<string, unknown>]>([
    ['the category and its facets', {}],
    ['a facet alone', { category: undefined, facets: { sensitivity: 'none' } }],
    ['a flag', { category: undefined, facets: undefined, movesMoney: false }],
  ])('is no longer needed once the verdict has %s by itself', (_what, changes) => {
    const agreeing = { ...verdict, category: 'read', facets: sampleVerdict().facets } as const;

    expect(apply(changes, agreeing).state).toBe('agreed');
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    [
      'a quote is not there',
      { evidence: [{ pointer: '/description', quote: 'data remains', says: 'x' }] },
      /data remains/,
    ],
    [
      'a quote is of a source that was not read',
      { evidence: [{ file: 'a.ts', line: 1, quote: 'x', says: 'x' }] },
      /a\.ts/,
    ],
    [
      'an input is not there',
      {
        facets: {
          outcome: 'benign',
          power: 'none',
          openInput: [{ pointer: '/inputSchema/properties/sql', accepts: 'sql' }],
        },
      },
      /properties\/sql/,
    ],
    ['a read is said to destroy', { facets: { outcome: 'irreversible', power: 'none' } }, /only reads/],
    ['the risk does not follow from the facets', { risk: 'critical' }, /come to low/],
    [
      'the verdict has no such operation',
      {
        operations: [
          { selector: { path: '/action', value: 'fold' }, category: 'read', risk: 'low', rationale: 'It folds.' },
        ],
      },
      /action = fold/,
    ],
  ])('is refused where %s', (_what, changes, why) => {
    expect(apply(changes)).toMatchObject({ state: 'refused', why: expect.stringMatching(why) });
  });

  it.each<[string, 'read' | 'write' | 'destructive', 'critical' | 'high', RegExp]>([
    ['is stronger than its tool', 'destructive', 'high', /worst of its operations/],
    ['is rated as the table rates nothing of its kind', 'read', 'critical', /rates no read critical/],
  ])('is refused where an operation %s', (_what, category, risk, why) => {
    const stated = { selector: { path: '/action', value: 'erase' }, category, risk, rationale: 'It erases.' };

    const outcome = apply(
      { operations: [stated] },
      { ...verdict, operations: [sampleOperation('erase', 'write', 'low')] },
    );

    expect(outcome).toMatchObject({ state: 'refused', why: expect.stringMatching(why) });
  });
});

describe('the shape of an override', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ['corrects nothing', { category: undefined, facets: undefined, risk: 'low' }, /corrects nothing/],
    ['says the category without what changes with it', { facets: undefined }, /facets\.outcome/],
    ['has no reason', { reason: 'wrong' }, /sentence/],
    ['has no evidence', { evidence: [] }, /Too small/],
    ['means no definition', { definitionHash: 'sha256:1' }, /hash/],
    ['takes a tool for unclassified', { category: 'unclassified' }, /Invalid option/],
  ])('is refused where it %s', (_what, changes, message) => {
    const result = Override.safeParse({ ...correction, ...changes });

    expect(result.error?.issues.map((issue) => issue.message).join(' ')).toMatch(message);
  });
});
