import { readSqlVerb } from '../../sql-verb.ts';
import { textOf } from '../../syntax-tree.ts';
import { argument, readArguments } from '../arguments.ts';
import { evaluateText } from '../evaluate.ts';
import { resolveEntity } from '../resolve.ts';
import type { CalledName, Effect } from './classify-call.ts';

const runners =
  /^(execute|executemany|executescript|execute_query|execute_read|execute_write|fetch|fetchone|fetchall|fetchrow|fetchval|run|query|sql)$/;
const certainRunners = /^execute/;
const databaseName = /(cursor|cur|conn|connection|db|database|session|engine|driver|pool|tx|transaction|client)\w*$/i;
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
  const verb = text === undefined ? undefined : readSqlVerb(text);
  if (verb !== undefined) return { kind: 'sql', verb };
  const entity = statement.type === 'identifier' ? resolveEntity(project, statement, scope) : undefined;
  return entity?.kind === 'parameter' && certainRunners.test(word) ? { kind: 'sql', verb: 'any' } : undefined;
}
