/** The arguments by which a call chooses an operation, and what the profile says to each choice. */
import { fromPointer } from '../../schema/json-pointer.ts';
import type { Scalar } from '../../schema/policy.ts';
import { type Category, categoryRank } from '../../schema/taxonomy.ts';
import { isJsonObject, type Json, type JsonObject, readTool } from '../../schema/tool-definition.ts';
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
  /** What is taken where the argument is absent; undefined where nothing can be. */
  fallback: Scalar | undefined;
  /** The argument may be left out, and what the tool then does is not known. */
  isOpen: boolean;
  operations: Operation[];
}

/** One selector per argument; undefined where one of them cannot be written as a path. */
export function readSelectors(verdict: Verdict, definition: unknown, profile: ProfileTable): Selector[] | undefined {
  const selectors = new Map<string, { selector: Selector; absence: Absence }>();
  for (const operation of verdict.operations) {
    const { path: pointer, value } = operation.selector;
    const names = pointer.startsWith('/') ? fromPointer(pointer) : [];
    const path = formatPath(names);
    if (path === undefined) return undefined;
    const absence = readAbsence(definition, names);
    const known = selectors.get(path) ?? {
      selector: { path, fallback: absence.fallback, isOpen: false, operations: [] },
      absence,
    };
    selectors.set(path, known);
    addOperation(known.selector, {
      value,
      category: operation.category,
      level: levelOfOperation(operation, verdict, profile),
    });
  }
  return [...selectors.values()].map(({ selector, absence }) => settleAbsence(selector, absence));
}

/** A value that is declared twice keeps the stricter of its two rules. */
function addOperation({ operations }: Selector, operation: Operation): void {
  const index = operations.findIndex(({ value }) => value === operation.value);
  const known = operations[index];
  if (known === undefined) operations.push(operation);
  else if (compareActions(operation.level.action, known.level.action) > 0) operations[index] = operation;
}

/**
 * A default of another type than the values says nothing about which of them is meant. Without one, an optional truth value that
 * is left out must act as one of the two, and is taken for the stricter; of any other value nothing is known.
 */
function settleAbsence(selector: Selector, { isRequired, isOptional }: Absence): Selector {
  const { fallback, operations } = selector;
  if (operations.every(({ value }) => typeof value === typeof fallback)) return selector;
  const isSwitch =
    !isRequired && operations.length === 2 && operations.every(({ value }) => typeof value === 'boolean');
  return isSwitch
    ? { ...selector, fallback: strictestValue(operations) }
    : { ...selector, fallback: undefined, isOpen: isOptional };
}

/** Of two that get the same, the graver one: a cap on what it may pay binds it alone. */
function strictestValue(operations: readonly Operation[]): Operation['value'] | undefined {
  return operations.toSorted(
    (left, right) =>
      compareActions(right.level.action, left.level.action) ||
      categoryRank(right.category) - categoryRank(left.category),
  )[0]?.value;
}

/** What the schema says of an argument that is left out. */
interface Absence {
  /** Its default, where that is a single value. */
  fallback: Scalar | undefined;
  isRequired: boolean;
  /**
   * The schema shows that a call may go without it. Never so for a member of another argument: that one may be sent as a text in
   * JSON, which some servers read, and the member would pass for absent.
   */
  isOptional: boolean;
}

function readAbsence(definition: unknown, names: readonly string[]): Absence {
  let schema: Json | undefined = readTool(definition).inputSchema;
  let required: Json | undefined;
  for (const name of names) {
    const parent: JsonObject = isJsonObject(schema) ? schema : {};
    schema =
      isJsonObject(parent.properties) && Object.hasOwn(parent.properties, name) ? parent.properties[name] : undefined;
    required = parent.required;
  }
  const fallback = isJsonObject(schema) ? schema.default : undefined;
  const isRequired = Array.isArray(required) && required.includes(names.at(-1) ?? '');
  const isClear = required === undefined || Array.isArray(required);
  return {
    fallback: typeof fallback === 'object' ? undefined : fallback,
    isRequired,
    isOptional: names.length === 1 && schema !== undefined && isClear && !isRequired,
  };
}
