import type Database from 'better-sqlite3-multiple-ciphers';

const ofConnection = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/**
 * A statement of our own, prepared once for each connection: every command ends with some of
 * these, and preparing takes longer than running them. Only for texts that are few.
 */
export function prepared<Values extends unknown[], Row = unknown>(
  connection: Database.Database,
  sql: string,
): Database.Statement<Values, Row> {
  const known = ofConnection.get(connection) ?? new Map<string, Database.Statement>();
  ofConnection.set(connection, known);
  const statement = known.get(sql) ?? connection.prepare(sql);
  known.set(sql, statement);
  return statement as Database.Statement<Values, Row>;
}
