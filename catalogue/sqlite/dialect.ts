/** Kysely over `node:sqlite`: the few lines between the two, with errors made clear on the way. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type Dialect, SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { explainSqliteError } from '../catalogue-error.ts';

/** SQLite can undo changes of its schema, which Kysely does not count on: a migration that is killed half way leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export function makeDialect(database: DatabaseSync, location: string): Dialect {
  const base = new SqliteDialect({ database: adaptDatabase(database, location) });
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => base.createDriver(),
    createQueryCompiler: () => base.createQueryCompiler(),
    createIntrospector: (db) => base.createIntrospector(db),
  };
}

// Far more than the distinct statements of this folder, which are few; lists of values of varying length make some more.
const keptStatements = 300;

function adaptDatabase(database: DatabaseSync, location: string): SqliteDatabase {
  const explain = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw explainSqliteError(error, location);
    }
  };
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => explain(() => database.close()),
    prepare(sql) {
      // A full disk ends the transaction by itself, and the `rollback` that follows would hide why.
      if (sql === 'rollback' && !database.isTransaction) return { ...nothing };
      const kept = statements.get(sql);
      if (kept !== undefined) return kept;
      // A transaction that reads first and writes later could not wait for its turn.
      const statement = explain(() => database.prepare(sql === 'begin' ? 'begin immediate' : sql));
      const adapted = adaptStatement(statement, explain);
      if (statements.size >= keptStatements) statements.clear();
      statements.set(sql, adapted);
      return adapted;
    },
  };
}

function adaptStatement(statement: StatementSync, explain: <T>(work: () => T) => T): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => explain(() => statement.all(...bind(parameters))),
    run: (parameters) => explain(() => statement.run(...bind(parameters))),
    iterate: (parameters) => statement.iterate(...bind(parameters)),
  };
}

const nothing: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

function bind(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[]; // The tables hold text, whole numbers and nulls alone.
}
