import Database from 'better-sqlite3-multiple-ciphers';
import type { Migration } from './migrations/migration.ts';

/** Everything the file is made of but its rows, one statement a line, in a fixed order. */
export function schemaDump(connection: Database.Database): string {
  return connection
    .prepare<[], string>(
      `select type || ' ' || name || ' on ' || tbl_name || char(10) || coalesce(sql, '')
       from sqlite_schema where name not like 'sqlite\\_%' escape '\\' order by type, name`,
    )
    .pluck()
    .all()
    .join('\n\n');
}

/** The schema that a sound file of this version has, made anew in memory. */
export function expectedSchemaDump(version: number, migrations: readonly Migration[]): string {
  const connection = new Database(':memory:');
  try {
    for (const migration of migrations) {
      if (migration.version <= version) connection.exec(migration.sql);
    }
    return schemaDump(connection);
  } finally {
    connection.close();
  }
}
