/** Compiles `data/classifier/llm-models.yaml` into `classifier/llm/models.generated.ts`. */
import { z } from 'zod';
import type { GeneratedFile } from './generated-file.ts';
import { generatedHeader } from './generated-header.ts';
import { readData } from './read-data.ts';

const Price = z.number().nonnegative().max(1_000);
const Model = z.strictObject({
  input: Price,
  output: Price,
  cacheWrite5m: Price,
  cacheWrite1h: Price,
  cacheRead: Price,
  effort: z.boolean(),
});
const LlmModels = z.strictObject({
  asOf: z.iso.date(),
  source: z.url(),
  batchShare: z.number().positive().max(1),
  models: z.record(z.string().regex(/^[a-z0-9-]+$/), Model),
});

export async function generateLlmModels(): Promise<GeneratedFile[]> {
  const source = 'data/classifier/llm-models.yaml';
  const { models, ...table } = await readData('classifier/llm-models.yaml', LlmModels);
  const content = `${generatedHeader(source)}import type { KnownModel } from './cost.ts';

export const priceList = ${JSON.stringify(table, null, 2)} as const;

export const knownModels: ReadonlyMap<string, KnownModel> = new Map(${JSON.stringify(Object.entries(models), null, 2)});
`;
  return [{ path: 'classifier/llm/models.generated.ts', content }];
}
