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
 * Brings the file to the newest schema in one transaction, together with its version number: a
 * kill or a failure in any step leaves the version it had, which the app it came from still opens
 * (reliability S2, S5).
 */
export function migrate(
  connection: Database.Database,
  migrations: readonly Migration[],
  applicationId: number,
): void {
  const pending = pendingMigrations(schemaVersion(connection), migrations);
  const newest = pending.at(-1);
  if (newest === undefined) return;
  connection
    .transaction(() => {
      connection.pragma('defer_foreign_keys = on');
      for (const migration of pending) connection.exec(migration.sql);
      // Steps of undo hold rows in the shape they had; the backup taken before has them all.
      connection.exec('delete from undo_step');
      assertReferences(connection);
      connection.pragma(`application_id = ${applicationId}`);
      connection.pragma(`user_version = ${newest.version}`);
    })
    .immediate();
}

/** Rebuilt tables can leave references to rows that are gone. */
function assertReferences(connection: Database.Database): void {
  const broken = connection.pragma('foreign_key_check') as { table: string; parent: string }[];
  const [first] = broken;
  if (first) throw new Error(`${broken.length} references of ${first.table} to ${first.parent}`);
}
