/** What a single call does to the world outside the program, where it says so. */
import { type CallReading, type Effect, writeCallee } from '../../handler-evidence.ts';
import { readSqlVerb } from '../../sql-verb.ts';
import { childAt, type SyntaxNode } from '../../syntax-tree.ts';
import { evaluate, type Place } from '../evaluate.ts';
import { isArguments, optionsOf, textValue } from '../value.ts';
import { makeRules } from './call-rules.ts';
import { readClientEffect, readMutation } from './client-effects.ts';

const databaseCall = /(^|[.:])\w*(exec|query|prepare|execute|sql|statement|update)\w*$/i;
/** Callees that send a statement to a database; one that is not written in the source may be any. */
const sendsSql =
  /(^|\.)\w*(db|database|pool|conn|connection|client|sql|knex|tx)\w*\.(query|execute|exec|raw|unsafe|\$queryRawUnsafe|\$executeRawUnsafe)$/i;

export function readEffect(place: Place, node: SyntaxNode): Effect | undefined {
  const call = readCall(node);
  if (call === undefined) return undefined;
  const client = readClientEffect(call.callee, originOf(place, node));
  if (client) return client;
  const text = (argument: SyntaxNode) => {
    const read = textValue(evaluate(place, argument));
    return read?.exact ? read.text : undefined;
  };
  for (const [pattern, kind, verb] of makeRules(text, (argument) => evaluate(place, argument))) {
    if (!pattern.test(call.callee)) continue;
    const found = typeof verb === 'string' ? verb : verb(call);
    if (found !== undefined) return { kind, verb: found };
  }
  return readStatement(call, place);
}

/** A statement of SQL, or a GraphQL document that changes something. */
function readStatement({ callee, args }: CallReading, place: Place): Effect | undefined {
  const texts = args.slice(0, 3).map((argument) => textValue(evaluate(place, argument))?.text);
  const mutation = texts.map((text) => text && readMutation(text)).find((found) => found);
  if (mutation) return mutation;
  if (!databaseCall.test(callee)) return undefined;
  const verb = texts.map((text) => text && readSqlVerb(text)).find((found) => found !== undefined && found !== '');
  if (verb !== undefined) return { kind: 'sql', verb };
  const isOpen = args.length > 0 && texts.every((text) => text === undefined);
  return isOpen && sendsSql.test(callee) ? { kind: 'sql', verb: 'any' } : undefined;
}

function readCall(node: SyntaxNode): CallReading | undefined {
  const callee = childAt(node, node.type === 'new_expression' ? 'constructor' : 'function');
  if (callee === undefined) return undefined;
  const name = writeCallee(callee).replace(/^\(0,(.*)\)$/, '$1');
  return {
    callee: node.type === 'new_expression' ? `new ${name}` : name,
    args: childAt(node, 'arguments')?.children ?? [],
  };
}

/** `stripe().refunds.create`, where what is called comes from a package. */
function originOf(place: Place, node: SyntaxNode): string | undefined {
  const callee = childAt(node, node.type === 'new_expression' ? 'constructor' : 'function');
  for (const { value } of optionsOf(evaluate(place, callee)))
    if (value?.kind === 'external' && !isArguments(value.path) && /[./@:]/.test(value.path)) return value.path;
  return undefined;
}
