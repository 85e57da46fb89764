import type Database from 'better-sqlite3-multiple-ciphers';
import type { Migration } from './migrations/migration.ts';

export function schemaVersion(connection: Database.Database): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/** The migrations that a file of this version still needs, in order. */
export function pendingMigrations(
  version: number,
  migrations: readonly Migration[],
): readonly Migration[] {
  return migrations.filter((migration) => migration.version > version);
}

/**
 * Runs each migration in a transaction of its own, together with the file's version number, so a
 * kill leaves the file at one version or the next, never between.
 */
export function migrate(
  connection: Database.Database,
  migrations: readonly Migration[],
  applicationId: number,
): void {
  for (const migration of pendingMigrations(schemaVersion(connection), migrations)) {
    connection
      .transaction(() => {
        connection.pragma('defer_foreign_keys = on');
        connection.exec(migration.sql);
        connection.pragma(`application_id = ${applicationId}`);
        connection.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
}
