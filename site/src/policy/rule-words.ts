/** A tool's rule in two or three words, for a column of a table. What it says is found by running the policy that is shown. */
import { type EffectRow, explainTool, explainValue } from '../../../policy/index.ts';
import type { Policy } from '../../../schema/policy.ts';
import type { OperationVerdict } from '../../../schema/verdict.ts';
import { joinWords } from '../words/counting.ts';

export function ruleWords(policy: Policy, tool: string): string {
  const { glance, rows } = explainTool(policy, tool);
  if (glance === 'mixed') return 'By argument';
  const [first] = rows;
  const isAlike = rows.every((row) => rowWords(row) === (first && rowWords(first)));
  if (glance === 'limit' && !isAlike) return 'Limited';
  return first === undefined ? '' : rowWords(rows.find(({ effect }) => effect === glance) ?? first);
}

/** The rule for each operation, in the order given. */
export function operationRules(policy: Policy, tool: string, operations: readonly OperationVerdict[]): string[] {
  return operations.map(({ selector }) => rowWords(explainValue(policy, tool, selector.path, selector.value)));
}

export function rowWords({ effect, limits }: Pick<EffectRow, 'effect' | 'limits'>): string {
  const limited = joinWords(limits.map(({ max, window }) => `${max} ${window === 'hour' ? 'an' : 'a'} ${window}`));
  switch (effect) {
    case 'allow':
      return 'Passes';
    case 'limit':
      return limited;
    case 'ask':
      return limited === '' ? 'Asks first' : `Asks first, ${limited}`;
    case 'deny':
      return 'Denied';
    case 'hide':
      return 'Hidden';
  }
}
