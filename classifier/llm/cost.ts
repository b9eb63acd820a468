/** What requests cost: estimated from characters before, counted from the API's own figures after. US dollars. */
import { z } from 'zod';
import { knownModels, priceList } from './models.generated.ts';

/** US dollars for a million tokens. */
export interface Prices {
  input: number;
  output: number;
  /** Writing to the prompt cache, kept for five minutes or an hour. */
  cacheWrite5m: number;
  cacheWrite1h: number;
  cacheRead: number;
}

export interface KnownModel extends Prices {
  /** Whether the model takes `output_config.effort`. */
  effort: boolean;
}

/** `input` leaves out what was written to or read from the prompt cache. */
export type TokenCounts = { [kind in keyof Prices]: number };

export const pricesAsOf: string = priceList.asOf;

export function findModel(model: string): KnownModel | undefined {
  return knownModels.get(model);
}

export const noTokens: TokenCounts = { input: 0, output: 0, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0 };

const kinds = ['input', 'output', 'cacheWrite5m', 'cacheWrite1h', 'cacheRead'] as const;

export function addTokens(a: TokenCounts, b: TokenCounts): TokenCounts {
  const sum = { ...noTokens };
  for (const kind of kinds) sum[kind] = a[kind] + b[kind];
  return sum;
}

export function priceTokens(tokens: TokenCounts, prices: Prices, batch: boolean): number {
  const dollars = kinds.reduce((sum, kind) => sum + tokens[kind] * prices[kind], 0) / 1_000_000;
  return batch ? dollars * priceList.batchShare : dollars;
}

// Schemas are dense in punctuation: 2.6 characters a token was seen, fewer than in prose. Beyond ASCII a character is about a token.
const charactersPerToken = 2.6;
const fewestCharactersPerToken = 1.5;
const mostTokensPerForeignCharacter = 3;

/** Tokens of a text: `expected`, and a number that it will hardly exceed. */
export function estimateTokens(text: string): { expected: number; most: number } {
  let foreign = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7e) foreign++;
  const plain = text.length - foreign;
  return {
    expected: Math.ceil(plain / charactersPerToken + foreign),
    most: Math.ceil(plain / fewestCharactersPerToken + foreign * mostTokensPerForeignCharacter),
  };
}

const Count = z.number().nonnegative().finite().max(1e9);
const Usage = z.looseObject({
  input_tokens: Count,
  output_tokens: Count,
  cache_creation_input_tokens: Count.nullish(),
  cache_read_input_tokens: Count.nullish(),
  cache_creation: z.looseObject({ ephemeral_1h_input_tokens: Count.nullish() }).nullish(),
});

/** A message's `usage`; undefined where it is missing or makes no sense, which must not be counted as nothing. */
export function readUsage(message: unknown): TokenCounts | undefined {
  const parsed = z.looseObject({ usage: Usage }).safeParse(message);
  if (!parsed.success) return undefined;
  const { usage } = parsed.data;
  const written = usage.cache_creation_input_tokens ?? 0;
  const writtenForHour = Math.min(written, usage.cache_creation?.ephemeral_1h_input_tokens ?? 0);
  return {
    input: usage.input_tokens,
    output: usage.output_tokens,
    cacheWrite5m: written - writtenForHour,
    cacheWrite1h: writtenForHour,
    cacheRead: usage.cache_read_input_tokens ?? 0,
  };
}
