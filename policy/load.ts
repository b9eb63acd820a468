/** Reads `policy.json`. Anything that an engine might read in two ways, or pass over, is an error with its place. */
import { toPointer } from '../schema/json-pointer.ts';
import { type AskRule, type Condition, type LimitRule, Policy, ToolRule } from '../schema/policy.ts';
import { checkCondition } from './check-conditions.ts';
import { type Fault, findDuplicateKeys } from './duplicate-keys.ts';

type ParsedPolicy = { ok: true; policy: Policy } | { ok: false; errors: Fault[] };

const longestText = 10_000_000;
const deepestNesting = 32;
const mostErrors = 100;

export function parsePolicy(text: string): ParsedPolicy {
  if (text.length > longestText) return refuse([{ pointer: '', message: 'longer than 10,000,000 characters' }]);
  const parsed = parseJson(text);
  if (!parsed.ok) return refuse([{ pointer: '', message: parsed.message }]);

  const duplicates = findDuplicateKeys(text, deepestNesting);
  if (duplicates.length > 0) return refuse(duplicates);
  const faults = checkShape(parsed.value);
  if (faults.length > 0) return refuse(faults);

  // Its shape was checked just now. Zod's own copy is not used, since Zod drops a tool called __proto__.
  const policy = parsed.value as Policy;
  const meaningless = checkMeaning(policy);
  return meaningless.length > 0 ? refuse(meaningless) : { ok: true, policy };
}

function refuse(errors: readonly Fault[]): ParsedPolicy {
  return { ok: false, errors: errors.slice(0, mostErrors) };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: `not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}` };
  }
}

function checkShape(value: unknown): Fault[] {
  const result = Policy.safeParse(value);
  const faults = result.success ? [] : listFaults(result.error.issues, []);
  const tools = typeof value === 'object' && value !== null && 'tools' in value ? value.tools : undefined;
  if (typeof tools !== 'object' || tools === null || !Object.hasOwn(tools, '__proto__')) return faults;
  const hidden = ToolRule.safeParse(Reflect.get(tools, '__proto__'));
  return hidden.success ? faults : [...faults, ...listFaults(hidden.error.issues, ['tools', '__proto__'])];
}

type Issue = NonNullable<ReturnType<typeof Policy.safeParse>['error']>['issues'][number];

function listFaults(issues: readonly Issue[], base: readonly string[]): Fault[] {
  return issues.flatMap((issue) => {
    const place = [...base, ...issue.path.map(String)];
    if (issue.code !== 'unrecognized_keys') return [{ pointer: toPointer(place), message: issue.message }];
    return issue.keys.map((key) => ({ pointer: toPointer([...place, key]), message: 'unknown key' }));
  });
}

function checkMeaning(policy: Policy): Fault[] {
  return [
    ...checkLimits(policy, policy.all_tools?.limits, '/all_tools/limits'),
    ...Object.entries(policy.tools ?? {}).flatMap(([name, rule]) =>
      checkRule(policy, rule, toPointer(['tools', name])),
    ),
  ];
}

function checkRule(policy: Policy, rule: ToolRule, place: string): Fault[] {
  const faults: Fault[] = [];
  if (policy.version === '1') {
    if (rule.ask_if) faults.push({ pointer: `${place}/ask_if`, message: 'needs version 2' });
    if (rule.require && rule.require.length > 0)
      faults.push({ pointer: `${place}/require`, message: 'needs version 2' });
  }
  return [
    ...faults,
    ...checkRules(policy, rule.deny_if, `${place}/deny_if`),
    ...checkRules(policy, rule.require, `${place}/require`),
    ...checkRules(policy, rule.ask_if, `${place}/ask_if`),
    ...checkLimits(policy, rule.limits, `${place}/limits`),
  ];
}

function checkRules(policy: Policy, rules: readonly Pick<AskRule, 'conditions'>[] | undefined, place: string): Fault[] {
  return (rules ?? []).flatMap(({ conditions }, index) =>
    checkConditions(policy, conditions, `${place}/${index}/conditions`),
  );
}

function checkLimits(policy: Policy, limits: readonly LimitRule[] | undefined, place: string): Fault[] {
  return (limits ?? []).flatMap(({ conditions }, index) => {
    const pointer = `${place}/${index}/conditions`;
    if (conditions && policy.version === '1') return [{ pointer, message: 'needs version 2' }];
    return checkConditions(policy, conditions ?? [], pointer);
  });
}

function checkConditions(policy: Policy, conditions: readonly Condition[], pointer: string): Fault[] {
  if (policy.version === '1' && conditions.length > 0) return [{ pointer, message: 'needs version 2' }];
  return conditions.flatMap((condition, index) => checkCondition(condition, `${pointer}/${index}`));
}
