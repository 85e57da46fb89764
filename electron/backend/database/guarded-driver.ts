import type Database from 'better-sqlite3-multiple-ciphers';

type Statement = Database.Statement<unknown[]>;

const cachedStatements = 500;

/**
 * The driver as Kysely and our own SQL may use it: statements are prepared once, and values that
 * SQLite would change without a word are refused (a lone surrogate becomes U+FFFD, an integer
 * beyond 2^53 loses digits, NaN becomes NULL).
 */
export function guardedDriver(database: Database.Database) {
  const statements = new Map<string, Statement>();
  return {
    prepare(sql: string) {
      const statement = statements.get(sql) ?? database.prepare(sql);
      statements.delete(sql);
      statements.set(sql, statement);
      if (statements.size > cachedStatements) statements.delete(oldestKey(statements));
      return guardedStatement(statement);
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

function guardedStatement(statement: Statement) {
  return {
    reader: statement.reader,
    all: (parameters: readonly unknown[]) => statement.all(...parameters.map(bindable)),
    run: (parameters: readonly unknown[]) => statement.run(...parameters.map(bindable)),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters.map(bindable)),
  };
}

/** @throws TypeError for a value that would not come back as it went in. */
export function bindable(value: unknown): string | number | null | Uint8Array {
  if (value === null || value instanceof Uint8Array) return value;
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('Text with half a surrogate pair');
    return value;
  }
  if (typeof value === 'number' && isExact(value)) return value;
  throw new TypeError(`A value of type ${typeof value} cannot be stored exactly`);
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}
