/** Keeps the amount of a payment between nothing and the profile's cap, where the schema has an amount to look at. */
import type { Condition, DenyRule } from '../../schema/policy.ts';
import { isJsonObject, type JsonObject, readTool } from '../../schema/tool-definition.ts';
import { formatPath } from '../argument-path.ts';
import { nameInWords } from '../words.ts';
import { amountWords, unitWords } from './profiles.generated.ts';

interface Amount {
  name: string;
  schema: JsonObject;
  /** Lower is better: required before optional, then in the order of `amountWords`. */
  rank: number;
}

/**
 * A negative amount is denied as well: it would pay in the other direction. An absent one cannot be capped, so it is denied unless
 * the schema has a default. `when` says which calls move money.
 */
export function capAmount(definition: unknown, moneyCap: number, when: readonly Condition[]): DenyRule[] {
  const amount = findAmount(definition);
  const path = amount && formatPath([amount.name]);
  if (amount === undefined || path === undefined) return [];
  const { maximum, default: fallback } = amount.schema;
  const cap = typeof maximum === 'number' && maximum >= 0 ? Math.min(moneyCap, maximum) : moneyCap;
  const absent = typeof fallback === 'number' ? { default: fallback } : {};
  const on_deny = `${nameInWords(amount.name)} must be a number from 0 to ${cap}.`;
  return [
    { conditions: [...when, { path, op: 'gt', value: cap, ...absent }], on_deny },
    { conditions: [...when, { path, op: 'lt', value: 0, ...absent }], on_deny },
  ];
}

function findAmount(definition: unknown): Amount | undefined {
  const { properties, required } = readTool(definition).inputSchema ?? {};
  if (!isJsonObject(properties)) return undefined;
  const amounts = Object.entries(properties).flatMap(([name, schema]): Amount[] => {
    const word = amountWords.indexOf(lastWord(name));
    if (word === -1 || !isJsonObject(schema) || !takesNumbers(schema)) return [];
    const isRequired = Array.isArray(required) && required.includes(name);
    return [{ name, schema, rank: word + (isRequired ? 0 : amountWords.length) }];
  });
  return amounts.sort((left, right) => left.rank - right.rank)[0];
}

function takesNumbers({ type }: JsonObject): boolean {
  const types = Array.isArray(type) ? type : [type];
  return types.includes('number') || types.includes('integer');
}

/** The last word of a name in camel, snake or kebab case that is no unit. */
function lastWord(name: string): string {
  const words = name
    .slice(0, 100)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  while (words.length > 1 && unitWords.includes(words.at(-1) ?? '')) words.pop();
  return words.at(-1) ?? '';
}
