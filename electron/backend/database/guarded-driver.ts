import type Database from 'better-sqlite3-multiple-ciphers';

type Statement = Database.Statement<unknown[]>;

const cachedStatements = 500;

/**
 * The driver as Kysely and our own SQL may use it: statements are prepared once, and what SQLite
 * would change without a word is refused, both ways: a lone surrogate becomes U+FFFD, an integer
 * beyond 2^53 loses digits, NaN becomes NULL, and a write outside a transaction is on disk though
 * its command failed.
 */
export function guardedDriver(database: Database.Database) {
  const statements = new Map<string, Statement>();
  return {
    prepare(sql: string) {
      const statement = statements.get(sql) ?? prepare(database, sql);
      statements.delete(sql);
      statements.set(sql, statement);
      if (statements.size > cachedStatements) statements.delete(oldestKey(statements));
      return guardedStatement(database, statement);
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}

function oldestKey(statements: Map<string, Statement>): string {
  return statements.keys().next().value ?? '';
}

/** `or replace` deletes rows without setting off the triggers that undo and history live on. */
const replaces = /\b(or\s+replace|replace\s+into)\b/i;

function prepare(database: Database.Database, sql: string): Statement {
  if (replaces.test(sql)) throw new Error('Replacing rows would escape undo: use on conflict');
  return database.prepare(sql);
}

function guardedStatement(database: Database.Database, statement: Statement) {
  return {
    reader: statement.reader,
    all(parameters: readonly unknown[]) {
      assertInTransaction(database, statement);
      return statement.all(...parameters.map(bindable)).map(exactRow);
    },
    run(parameters: readonly unknown[]) {
      // SQLite ends the transaction by itself when the disk is full; that error must not be hidden.
      if (statement.source === 'rollback' && !database.inTransaction) return nothingDone;
      assertInTransaction(database, statement);
      return statement.run(...parameters.map(bindable));
    },
    *iterate(parameters: readonly unknown[]) {
      // A statement of its own: a shared one cannot be run twice at the same time.
      const own = database.prepare(statement.source);
      for (const row of own.iterate(...parameters.map(bindable))) yield exactRow(row);
    },
  };
}

const nothingDone = { changes: 0, lastInsertRowid: 0 } as const;

function assertInTransaction(database: Database.Database, statement: Statement): void {
  if (statement.readonly || database.inTransaction) return;
  throw new Error('A write came after its command had ended');
}

/** @throws TypeError for a value that would not come back as it went in. */
function bindable(value: unknown): string | number | null | Uint8Array {
  if (value === null || value instanceof Uint8Array) return value;
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('Text with half a surrogate pair');
    return value;
  }
  if (typeof value === 'number' && isExact(value)) return value;
  throw new TypeError(`A value of type ${typeof value} cannot be stored exactly`);
}

/** @throws RangeError for a whole number that lost digits on its way out, e.g. a sum. */
function exactRow(row: unknown): unknown {
  for (const value of Object.values(row as Record<string, unknown>)) {
    if (typeof value === 'number' && !isExact(value)) {
      throw new RangeError('A number is too large to be read exactly');
    }
  }
  return row;
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}
