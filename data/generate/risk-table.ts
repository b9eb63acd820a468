/** Compiles `data/classifier/risk-table.yaml` into `classifier/risk-table.generated.ts`. */
import { z } from 'zod';
import {
  Accepts,
  Destination,
  Outcome,
  Power,
  rankedCategories,
  rankedRisks,
  Scope,
  Sensitivity,
} from '../../schema/taxonomy.ts';
import type { GeneratedFile } from './generated-file.ts';
import { generatedHeader } from './generated-header.ts';
import { readData } from './read-data.ts';

const source = 'data/classifier/risk-table.yaml';

const Row = z.strictObject({
  category: z.array(z.enum(rankedCategories)).min(1),
  when: z.strictObject({
    outcome: z.array(Outcome).optional(),
    destination: z.array(Destination).optional(),
    sensitivity: z.array(Sensitivity).optional(),
    scope: z.array(Scope).optional(),
    power: z.array(Power).optional(),
    openInput: z.array(Accepts).optional(),
    movesMoney: z.array(z.boolean()).optional(),
  }),
  risk: z.enum(rankedRisks),
  why: z.string(),
});

/** Every category ends with a row that always holds, so that the table answers whatever the facets are. */
function checkTotal(rows: z.infer<typeof Row>[]): void {
  for (const category of rankedCategories) {
    const last = rows.filter((row) => row.category.includes(category)).at(-1);
    if (!last || Object.keys(last.when).length > 0) {
      throw new Error(`${source}: the last row for ${category} must have no conditions (when: {})`);
    }
  }
}

export async function generateRiskTable(): Promise<GeneratedFile[]> {
  const rows = await readData('classifier/risk-table.yaml', z.array(Row));
  checkTotal(rows);
  const content = `${generatedHeader(source)}import type { RiskRow } from './risk.ts';

export const riskTable: readonly RiskRow[] = ${JSON.stringify(rows, null, 2)};
`;
  return [{ path: 'classifier/risk-table.generated.ts', content }];
}
