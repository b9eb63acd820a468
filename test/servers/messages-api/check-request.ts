/** Refuses what the Messages API of today refuses, so that a request which would fail there fails here. */
import { z } from 'zod';

const ephemeral = z.strictObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() });
const textBlock = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  cache_control: ephemeral.optional(),
});

/** Strict: a sampling parameter, a prefill or a misspelt key is a 400. */
export const MessageParams = z.strictObject({
  model: z.string().min(1),
  max_tokens: z.int().positive().max(128_000),
  system: z.array(textBlock).optional(),
  messages: z.array(z.strictObject({ role: z.literal('user'), content: z.string().min(1) })).length(1),
  output_config: z
    .strictObject({
      effort: z.enum(['low', 'medium', 'high']).optional(),
      format: z.strictObject({ type: z.literal('json_schema'), schema: z.record(z.string(), z.unknown()) }),
    })
    .optional(),
});
export type MessageParams = z.infer<typeof MessageParams>;

export const BatchParams = z.strictObject({
  requests: z
    .array(z.strictObject({ custom_id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), params: MessageParams }))
    .min(1),
});

/** Structured output takes a narrow JSON Schema: every object closed, no bounds on numbers, lengths or sizes. */
export function findSchemaFault(schema: unknown): string | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  if (Array.isArray(schema)) return schema.map(findSchemaFault).find((fault) => fault !== undefined);
  const node = new Map(Object.entries(schema));
  if (node.get('type') === 'object' && node.get('additionalProperties') !== false)
    return 'additionalProperties must be false';
  for (const bound of ['minimum', 'maximum', 'minLength', 'maxLength', 'maxItems', 'pattern']) {
    if (node.has(bound) && typeof node.get(bound) !== 'object') return `${bound} is not supported`;
  }
  return [...node.values()].map(findSchemaFault).find((fault) => fault !== undefined);
}

export type BatchParams = z.infer<typeof BatchParams>;
