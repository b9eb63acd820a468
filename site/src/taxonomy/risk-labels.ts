/** What risks are called on a page. Apart from the other labels, since the search in the browser needs these alone. */
import type { Risk } from '../../../schema/taxonomy.ts';

export const riskLabels = {
  low: 'Low risk',
  medium: 'Medium risk',
  high: 'High risk',
  critical: 'Critical risk',
  unrated: 'Not rated',
} as const satisfies Record<Risk, string>;
