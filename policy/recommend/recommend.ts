/** The recommended policy of a tool and of a whole server. Everything that is not listed is denied. */
import type { Policy, Profile, ToolRule } from '../../schema/policy.ts';
import { isJsonObject } from '../../schema/tool-definition.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { makeCounterNames } from './counter-names.ts';
import { joinRules } from './join-rules.ts';
import { profileTables } from './profiles.generated.ts';
import { makeRule } from './tool-rule.ts';

export const policySchemaUrl = 'https://plimsoll.dev/schema/policy.schema.json';

/** A tool as it was listed, and what was found of it. */
export interface ClassifiedTool {
  verdict: Verdict;
  definition: unknown;
}

/** Lists that tool alone: under this policy every other tool of the server is denied. */
export function recommendToolPolicy(verdict: Verdict, definition: unknown, profile: Profile): Policy {
  return recommendServerPolicy([{ verdict, definition }], profile);
}

/**
 * Lists every tool. A name that the server lists twice gets the rules of both definitions. A tool without a usable name is left
 * out, and so is denied: nothing could be said of it that a call would be sure to meet.
 */
export function recommendServerPolicy(tools: readonly ClassifiedTool[], profile: Profile): Policy {
  const nameCounter = makeCounterNames();
  const rules = new Map<string, (ToolRule | 'hide')[]>();
  for (const { name, verdict, definition } of sortByName(tools)) {
    const rule = makeRule(verdict, definition, { name, profile: profileTables[profile], nameCounter });
    rules.set(name, [...(rules.get(name) ?? []), rule]);
  }
  return assemble([...rules].map(([name, found]) => ({ name, rule: strictestRule(found) })));
}

function sortByName(tools: readonly ClassifiedTool[]): (ClassifiedTool & { name: string })[] {
  return tools
    .flatMap((tool) => {
      const name = isJsonObject(tool.definition) ? tool.definition.name : undefined;
      return typeof name === 'string' && name !== '' ? [{ ...tool, name }] : [];
    })
    .sort((left, right) => (left.name < right.name ? -1 : Number(left.name > right.name)));
}

function strictestRule(rules: readonly (ToolRule | 'hide')[]): ToolRule | 'hide' {
  const shown = rules.filter((rule) => rule !== 'hide');
  return shown.length < rules.length ? 'hide' : joinRules(shown);
}

interface NamedRule {
  name: string;
  rule: ToolRule | 'hide';
}

function assemble(rules: readonly NamedRule[]): Policy {
  const hide = rules.filter(({ name, rule }) => rule === 'hide' && name !== '*').map(({ name }) => name);
  const listed = rules.flatMap(({ name, rule }): [string, ToolRule][] => {
    if (rule !== 'hide') return [[name, rule]];
    // In `hide` an asterisk stands for every tool, so the tool of that name is denied by a rule of its own.
    return name === '*' ? [[name, { deny_if: [{ conditions: [], on_deny: 'The policy denies this tool.' }] }]] : [];
  });
  return {
    $schema: policySchemaUrl,
    version: listed.some(([, rule]) => needsVersion2(rule)) ? '2' : '1',
    default: 'deny',
    ...(hide.length > 0 && { hide }),
    // From entries, so that a tool called __proto__ becomes a member like any other.
    ...((listed.length > 0 || hide.length === 0) && { tools: Object.fromEntries(listed) }),
  };
}

function needsVersion2({ require, ask_if, deny_if, limits }: ToolRule): boolean {
  return (
    require !== undefined ||
    ask_if !== undefined ||
    (deny_if ?? []).some(({ conditions }) => conditions.length > 0) ||
    (limits ?? []).some(({ conditions }) => conditions !== undefined)
  );
}
