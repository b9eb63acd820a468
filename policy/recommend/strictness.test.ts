/** Holds that more category, more risk or more doubt never loosens a rule, whatever the profile. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decision, type Policy, type Profile, profiles } from '../../schema/policy.ts';
import {
  categoryRank,
  type Flag,
  rankedCategories,
  rankedRisks,
  riskRank,
  Sensitivity,
} from '../../schema/taxonomy.ts';
import type { OperationVerdict, Verdict } from '../../schema/verdict.ts';
import { sampleVerdict } from '../../test/samples/verdict.ts';
import { noCallsYet } from '../counters.ts';
import { decide, spend } from '../decide.ts';
import { parsePolicy } from '../load.ts';
import { compareActions } from './profile-table.ts';
import { profileTables } from './profiles.generated.ts';
import { recommendServerPolicy, recommendToolPolicy } from './recommend.ts';

/** What a policy lets through within one minute without asking anybody, and what it answers to the first call. */
interface Leeway {
  unasked: number;
  first: Decision['action'];
}

const manyCalls = 130;

function leewayOf(policy: Policy, args: unknown): Leeway {
  const call = { tool: 'act', args };
  let state = noCallsYet(0);
  let unasked = 0;
  while (unasked < manyCalls && decide(policy, call, state).action === 'allow') {
    state = spend(policy, call, state, 0);
    unasked++;
  }
  return { unasked, first: decide(policy, call, noCallsYet(0)).action };
}

const severity = { allow: 0, ask: 1, deny: 2 } as const;

function isNoLooser(strict: Leeway, loose: Leeway): boolean {
  return strict.unasked <= loose.unasked && severity[strict.first] >= severity[loose.first];
}

const amount = { type: 'number' };
const definition = { name: 'act', inputSchema: { properties: { action: { default: 'b' }, amount } } };
/** One whose argument may be left out, without a word on what that does; one in which it must be given. */
const openDefinition = { name: 'act', inputSchema: { properties: { action: {}, amount } } };
const requiredDefinition = {
  name: 'act',
  inputSchema: { properties: { action: {}, amount }, required: ['action'] },
};
const definitions = [definition, openDefinition, requiredDefinition];

const calls = [undefined, true, false, 'a', 'b', 'c', 'undeclared', 7].flatMap((action) =>
  [undefined, 50, 5000].map((amount) => ({
    ...(action !== undefined && { action }),
    ...(amount !== undefined && { amount }),
  })),
);

function expectNoLooser(raised: Verdict, verdict: Verdict, profile: Profile): void {
  for (const listed of definitions) {
    const strict = recommendToolPolicy(raised, listed, profile);
    const loose = recommendToolPolicy(verdict, listed, profile);
    for (const args of calls) {
      const [after, before] = [leewayOf(strict, args), leewayOf(loose, args)];
      expect({ listed, args, before, after, noLooser: isNoLooser(after, before) }).toMatchObject({ noLooser: true });
    }
  }
}

const profile = fc.constantFrom(...profiles);
const listings = fc.constantFrom(...definitions);
const category = fc.constantFrom(...rankedCategories);
const risk = fc.constantFrom(...rankedRisks);
const level = fc.record({ category, risk });
const flags = fc.subarray<Flag>(['movesMoney', 'metaTool']);
const sensitivity = fc.constantFrom(...Sensitivity.options);

function makeOperation(
  value: string | boolean,
  { category, risk }: Pick<OperationVerdict, 'category' | 'risk'>,
): OperationVerdict {
  return { selector: { path: '/action', value }, category, risk, rationale: `Does ${value}.` };
}

/** The verdict that goes with these operations: as grave as the gravest category and the gravest risk among them. */
function makeVerdict(operations: OperationVerdict[], more: Partial<Verdict>): Verdict {
  const own = { category: more.category ?? 'read', risk: more.risk ?? 'low' };
  const all = operations.length > 0 ? operations : [own];
  return sampleVerdict({
    ...more,
    operations,
    category: all
      .map((one) => one.category)
      .reduce((worst, one) => (categoryRank(one) > categoryRank(worst) ? one : worst)),
    risk: all.map((one) => one.risk).reduce((worst, one) => (riskRank(one) > riskRank(worst) ? one : worst)),
  });
}

const verdicts = fc
  .record({
    levels: fc.array(level, { maxLength: 3 }),
    isSwitch: fc.boolean(),
    own: level,
    flags,
    sensitivity,
    needsReview: fc.boolean(),
  })
  .map(({ levels, isSwitch, own, sensitivity: delicate, ...more }) =>
    makeVerdict(
      isSwitch
        ? levels.slice(0, 2).map((one, index) => makeOperation(index === 0, one))
        : levels.map((one, index) => makeOperation(['a', 'b', 'c'][index] ?? 'd', one)),
      { ...own, ...more, facets: { ...sampleVerdict().facets, sensitivity: delicate } },
    ),
  );

/** A word that stands outside the ranking, as `unclassified` does, is given back as the gravest. */
function raise<Word extends string>(ranked: readonly [Word, ...Word[]], word: string, by: number): Word {
  const index = ranked.map(String).indexOf(word);
  return ranked[index === -1 ? ranked.length - 1 : Math.min(index + by, ranked.length - 1)] ?? ranked[0];
}

const steps = fc.nat({ max: 3 });

describe('a rule is never loosened', () => {
  test('by a higher category or risk of the tool', () => {
    fc.assert(
      fc.property(verdicts, steps, steps, profile, (verdict, byCategory, byRisk, chosen) => {
        const raised = {
          ...verdict,
          category: raise(rankedCategories, verdict.category, byCategory),
          risk: raise(rankedRisks, verdict.risk, byRisk),
        };

        expectNoLooser(raised, verdict, chosen);
      }),
    );
  });

  test('by a higher category or risk of one operation', () => {
    fc.assert(
      fc.property(verdicts, fc.nat({ max: 2 }), steps, steps, profile, (verdict, which, byCategory, byRisk, chosen) => {
        const operations = verdict.operations.map((operation, index) =>
          index === which
            ? {
                ...operation,
                category: raise(rankedCategories, operation.category, byCategory),
                risk: raise(rankedRisks, operation.risk, byRisk),
              }
            : operation,
        );

        expectNoLooser(makeVerdict(operations, verdict), verdict, chosen);
      }),
    );
  });

  test('by doubt, by a flag or by more delicate data', () => {
    fc.assert(
      fc.property(
        verdicts,
        flags,
        fc.constantFrom('credentials', 'regulated'),
        profile,
        (verdict, more, delicate, chosen) => {
          const raised: Verdict = {
            ...verdict,
            needsReview: true,
            flags: [...new Set([...verdict.flags, ...more])],
            facets: { ...verdict.facets, sensitivity: delicate === 'credentials' ? 'credentials' : 'regulated' },
          };

          expectNoLooser({ ...verdict, needsReview: true }, verdict, chosen);
          expectNoLooser({ ...verdict, flags: raised.flags }, verdict, chosen);
          expectNoLooser(raised, verdict, chosen);
        },
      ),
    );
  });

  test('by knowing nothing: what is unclassified is never let through unasked', () => {
    fc.assert(
      fc.property(verdicts, listings, profile, (verdict, listed, chosen) => {
        const unknown: Verdict = { ...verdict, category: 'unclassified', risk: 'unrated' };
        const hidden = compareActions(profileTables[chosen].table[verdict.category][verdict.risk], 'hide') === 0;

        for (const args of calls) expect(leewayOf(recommendToolPolicy(unknown, listed, chosen), args).unasked).toBe(0);
        if (!hidden) expectNoLooser(unknown, verdict, chosen);
      }),
    );
  });

  test('by a stricter profile', () => {
    fc.assert(
      fc.property(verdicts, listings, (verdict, listed) => {
        const [strict, balanced, open] = profiles.map((one) => recommendToolPolicy(verdict, listed, one));
        for (const args of calls) {
          if (!strict || !balanced || !open) continue;
          expect(isNoLooser(leewayOf(strict, args), leewayOf(balanced, args))).toBe(true);
          expect(isNoLooser(leewayOf(balanced, args), leewayOf(open, args))).toBe(true);
        }
      }),
    );
  });

  test('by listing the same name a second time', () => {
    fc.assert(
      fc.property(verdicts, listings, verdicts, listings, profile, (verdict, listed, second, other, chosen) => {
        const both = recommendServerPolicy(
          [
            { verdict, definition: listed },
            { verdict: second, definition: other },
          ],
          chosen,
        );
        const alone = recommendToolPolicy(verdict, listed, chosen);

        for (const args of calls) expect(isNoLooser(leewayOf(both, args), leewayOf(alone, args))).toBe(true);
      }),
    );
  });
});

test('a value that the schema does not declare or of another type is denied, and so is every other tool', () => {
  const undeclared = fc.oneof(
    fc.string().filter((text) => !['a', 'b', 'c'].includes(text)),
    fc.constantFrom(null, 7, [], ['a'], {}, { a: 'a' }),
  );
  fc.assert(
    fc.property(verdicts, listings, profile, undeclared, (verdict, listed, chosen, action) => {
      const policy = recommendToolPolicy(verdict, listed, chosen);

      if (verdict.operations.length > 0) expect(leewayOf(policy, { action, amount: 1 }).first).toBe('deny');
      expect(decide(policy, { tool: 'other', args: {} }, noCallsYet(0)).action).toBe('deny');
    }),
  );
});

describe('where leaving the argument out is a case of its own', () => {
  const chosenByText = verdicts.filter(
    ({ operations }) => operations.length > 0 && operations.every(({ selector }) => typeof selector.value === 'string'),
  );

  test('a call without it gets no more than any operation that is not hidden', () => {
    fc.assert(
      fc.property(chosenByText, profile, (verdict, chosen) => {
        const policy = recommendToolPolicy(verdict, openDefinition, chosen);
        const absent = leewayOf(policy, { amount: 1 });
        const given = verdict.operations.map(({ selector }) => leewayOf(policy, { action: selector.value, amount: 1 }));
        const shown = given.filter(({ first }) => first !== 'deny');

        for (const one of shown) expect(isNoLooser(absent, one)).toBe(true);
        if (shown.length < given.length) expect(absent.first).not.toBe('allow');
        if (shown.length === 0) expect(absent.first).toBe('deny');
      }),
    );
  });

  test('it is no way to more calls of an operation', () => {
    fc.assert(
      fc.property(chosenByText, profile, (verdict, chosen) => {
        const policy = recommendToolPolicy(verdict, openDefinition, chosen);
        const absent = { tool: 'act', args: { amount: 1 } };
        if (decide(policy, absent, noCallsYet(0)).action !== 'allow') return;
        const state = spend(policy, absent, noCallsYet(0), 0);

        for (const { selector } of verdict.operations) {
          const call = { tool: 'act', args: { action: selector.value, amount: 1 } };
          const { unasked } = leewayOf(policy, call.args);
          let left = state;
          for (let count = 0; count < unasked - 1; count++) left = spend(policy, call, left, 0);
          if (unasked < manyCalls) expect(decide(policy, call, left).action).toBe('deny');
        }
      }),
    );
  });

  test('every value gets what it gets where the argument is required', () => {
    fc.assert(
      fc.property(verdicts, profile, (verdict, chosen) => {
        const [open, required] = [openDefinition, requiredDefinition].map((one) =>
          recommendToolPolicy(verdict, one, chosen),
        );
        for (const args of calls.filter(({ action }) => action !== undefined)) {
          if (open && required) expect(leewayOf(open, args)).toEqual(leewayOf(required, args));
        }
      }),
    );
  });
});

test('every recommended policy can be loaded again as it is', () => {
  fc.assert(
    fc.property(verdicts, listings, profile, fc.string(), (verdict, listed, chosen, name) => {
      const policy = recommendToolPolicy(verdict, { ...listed, name }, chosen);

      expect(parsePolicy(JSON.stringify(policy))).toEqual({ ok: true, policy });
    }),
  );
});

test('keeps the cap on payments for a truth value that is left out, when the other value comes to ask as well', () => {
  const operations = [
    makeOperation(true, { category: 'read', risk: 'low' }),
    makeOperation(false, { category: 'execute', risk: 'high' }),
  ];
  const verdict = makeVerdict(operations, { flags: ['movesMoney'] });

  expectNoLooser({ ...verdict, risk: 'critical' }, verdict, 'open');
});
