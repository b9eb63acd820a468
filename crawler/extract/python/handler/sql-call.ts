import { textOf } from '../../syntax-tree.ts';
import { argument, readArguments } from '../arguments.ts';
import { evaluateText } from '../evaluate.ts';
import { resolveEntity } from '../resolve.ts';
import type { CalledName, Effect } from './classify-call.ts';

const runners =
  /^(execute|executemany|executescript|execute_query|execute_read|execute_write|fetch|fetchone|fetchall|fetchrow|fetchval|run|query|sql)$/;
const certainRunners = /^execute/;
const databaseName = /(cursor|cur|conn|connection|db|database|session|engine|driver|pool|tx|transaction|client)\w*$/i;
const verbs =
  /^\s*(?:--[^\n]*\n\s*|\/\*[^*]*\*\/\s*)*(SELECT|INSERT|UPDATE|DELETE|DROP|ALTER|CREATE|TRUNCATE|GRANT|REVOKE|MERGE|REPLACE|CALL|EXEC|COPY|VACUUM|MATCH|OPTIONAL|UNWIND|SHOW|DESCRIBE|EXPLAIN|PRAGMA|WITH)\b/i;
/** Words that change something, strongest first. */
const changing = [
  'DROP',
  'TRUNCATE',
  'DELETE',
  'ALTER',
  'GRANT',
  'REVOKE',
  'UPDATE',
  'MERGE',
  'INSERT',
  'REPLACE',
  'CREATE',
  'SET',
];
/** Words that say nothing yet: what follows them reads or changes. */
const opening = new Set(['WITH', 'MATCH', 'OPTIONAL', 'UNWIND', 'CALL', 'EXPLAIN']);

/** A statement sent to a database. The caller's own text has the verb `any`: it may be every one of them. */
export function readSqlCall(called: CalledName): Effect | undefined {
  const { word, receiver, project, scope } = called;
  if (
    receiver === undefined ||
    !runners.test(word) ||
    !databaseName.test(textOf(receiver).replace(/\(\)$/, '').slice(-60))
  )
    return undefined;
  let statement = argument(readArguments(called.call), 0, 'query', 'sql', 'statement', 'query_');
  // `text("…")` of SQLAlchemy.
  if (
    statement?.type === 'call' &&
    /(^|\.)(text|SQL|LiteralString|Query)$/.test(textOf(statement.children[0] ?? statement))
  ) {
    statement = readArguments(statement).positional[0];
  }
  if (statement === undefined) return undefined;
  const text = evaluateText(project, statement, scope)?.text;
  const first = text === undefined ? undefined : verbs.exec(text)?.[1]?.toUpperCase();
  if (text !== undefined && first !== undefined) return { kind: 'sql', verb: strongestVerb(text, first) };
  const entity = statement.type === 'identifier' ? resolveEntity(project, statement, scope) : undefined;
  return entity?.kind === 'parameter' && certainRunners.test(word) ? { kind: 'sql', verb: 'any' } : undefined;
}

function strongestVerb(text: string, first: string): string {
  if (!opening.has(first)) return first;
  const words = new Set(text.toUpperCase().split(/\W+/));
  return changing.find((word) => words.has(word)) ?? first;
}
