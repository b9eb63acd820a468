/** The arguments by which a call chooses an operation, and what the profile says to each choice. */
import { fromPointer } from '../../schema/json-pointer.ts';
import type { Scalar } from '../../schema/policy.ts';
import type { Category } from '../../schema/taxonomy.ts';
import { isJsonObject, type Json, readTool } from '../../schema/tool-definition.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { formatPath } from '../argument-path.ts';
import { type Level, levelOfOperation } from './level.ts';
import { compareActions, type ProfileTable } from './profile-table.ts';

export interface Operation {
  value: string | number | boolean;
  category: Category;
  level: Level;
}

export interface Selector {
  /** As a policy writes it, `args.action`. */
  path: string;
  /** What the schema says is taken where the argument is absent. */
  fallback: Scalar | undefined;
  operations: Operation[];
}

/** One selector per argument; undefined where one of them cannot be written as a path. */
export function readSelectors(verdict: Verdict, definition: unknown, profile: ProfileTable): Selector[] | undefined {
  const selectors = new Map<string, Selector>();
  for (const operation of verdict.operations) {
    const { path: pointer, value } = operation.selector;
    const names = pointer.startsWith('/') ? fromPointer(pointer) : [];
    const path = formatPath(names);
    if (path === undefined) return undefined;
    const selector = selectors.get(path) ?? { path, fallback: readDefault(definition, names), operations: [] };
    selectors.set(path, selector);
    addOperation(selector, {
      value,
      category: operation.category,
      level: levelOfOperation(operation, verdict, profile),
    });
  }
  return [...selectors.values()].map(keepFittingFallback);
}

/** A value that is declared twice keeps the stricter of its two rules. */
function addOperation({ operations }: Selector, operation: Operation): void {
  const index = operations.findIndex(({ value }) => value === operation.value);
  const known = operations[index];
  if (known === undefined) operations.push(operation);
  else if (compareActions(operation.level.action, known.level.action) > 0) operations[index] = operation;
}

/** A default of another type than the values says nothing about which of them is meant. */
function keepFittingFallback(selector: Selector): Selector {
  const fits = selector.operations.every(({ value }) => typeof value === typeof selector.fallback);
  return fits ? selector : { ...selector, fallback: undefined };
}

/** The schema's default for an argument, where it is a single value. */
export function readDefault(definition: unknown, names: readonly string[]): Scalar | undefined {
  let schema: Json | undefined = readTool(definition).inputSchema;
  for (const name of names) {
    const properties: Json | undefined = isJsonObject(schema) ? schema.properties : undefined;
    schema = isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
  }
  const fallback = isJsonObject(schema) ? schema.default : undefined;
  return typeof fallback === 'object' ? undefined : fallback;
}
