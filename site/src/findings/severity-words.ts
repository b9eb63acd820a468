/** What a finding's severity is called, and which findings a page should open with. */
import type { DefinitionFinding } from '../../../schema/verdict.ts';

export const severityWords = {
  alarm: 'Alarm',
  warning: 'Warning',
  note: 'Note',
} as const satisfies Record<DefinitionFinding['severity'], string>;

const order: readonly DefinitionFinding['severity'][] = ['alarm', 'warning', 'note'];

export function worstFirst<Finding extends DefinitionFinding>(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
