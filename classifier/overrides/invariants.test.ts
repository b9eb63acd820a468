import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Override } from '../../schema/override.ts';
import {
  categoryRank,
  Outcome,
  Power,
  rankedCategories,
  rankedRisks,
  riskRank,
  Sensitivity,
} from '../../schema/taxonomy.ts';
import { Verdict } from '../../schema/verdict.ts';
import { classifyTool } from '../index.ts';
import { rateRisk } from '../risk.ts';
import { applyOverride } from './apply-override.ts';

const definition = {
  name: 'manage_berth',
  description: 'Manages a berth.',
  inputSchema: { properties: { action: { enum: ['show', 'reserve', 'delete'] } } },
  annotations: { readOnlyHint: true },
};
const verdict = classifyTool({ id: 'manage_berth', definition });

const operation = fc.record({
  selector: fc.record({ path: fc.constant('/action'), value: fc.constantFrom('show', 'reserve', 'delete', 'fold') }),
  category: fc.constantFrom(...rankedCategories),
  risk: fc.constantFrom(...rankedRisks),
  rationale: fc.constant('It does that.'),
});
const correction = fc.record(
  {
    category: fc.constantFrom(...rankedCategories),
    facets: fc.record(
      {
        outcome: fc.constantFrom(...Outcome.options),
        power: fc.constantFrom(...Power.options),
        sensitivity: fc.constantFrom(...Sensitivity.options),
      },
      { requiredKeys: ['outcome', 'power'] },
    ),
    movesMoney: fc.boolean(),
    metaTool: fc.boolean(),
    operations: fc.array(operation, { minLength: 1, maxLength: 3 }),
    risk: fc.constantFrom(...rankedRisks),
  },
  { requiredKeys: ['facets'] },
);

it('never makes a verdict that contradicts itself, whatever a person says', () => {
  let applied = 0;
  fc.assert(
    fc.property(correction, (changes) => {
      const override = Override.parse({
        server: 'pkg:npm/harbour',
        tool: 'manage_berth',
        definitionHash: verdict.by.definitionHash,
        reason: 'Invented for a test.',
        evidence: [{ pointer: '/description', quote: 'Manages a berth', says: 'nothing' }],
        by: 'a test',
        date: '2026-01-31',
        ...changes,
      });

      const outcome = applyOverride(verdict, override, { definition });

      if (outcome.state !== 'applied') return;
      applied += 1;
      const { category, risk, facets, flags, operations } = Verdict.parse(outcome.verdict);
      const byTable = rateRisk(category, facets, flags.includes('movesMoney')).risk;
      expect(riskRank(risk)).toBeGreaterThanOrEqual(riskRank(byTable));
      for (const one of operations) {
        expect(categoryRank(category)).toBeGreaterThanOrEqual(categoryRank(one.category));
        expect(riskRank(risk)).toBeGreaterThanOrEqual(riskRank(one.risk));
      }
      if (changes.risk !== undefined) expect(risk).toBe(changes.risk);
    }),
    { numRuns: 500 },
  );
  expect(applied).toBeGreaterThan(20);
});
