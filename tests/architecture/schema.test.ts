import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { migrations } from '#backend/database/migrations/index.ts';
import { expectedSchemaDump } from '#backend/database/schema-dump.ts';

const newest = migrations.at(-1)?.version ?? 0;

/** After a change: `npx vitest run --config tests/vitest.config.ts tests/architecture/schema -u`. */
test('the schema is the one that was reviewed', async () => {
  const dump = `${expectedSchemaDump(newest, migrations)}\n`;
  await expect(dump).toMatchFileSnapshot('schema.sql');
});

function emptyFile(): Database.Database {
  const database = new Database(':memory:');
  for (const { sql } of migrations) database.exec(sql);
  return database;
}

type Table = { name: string; strict: number; type: string };

test('every table is strict, and every record has the columns of a record', () => {
  const database = emptyFile();
  const tables = (database.pragma('table_list') as Table[]).filter(
    ({ name, type }) => type === 'table' && !name.startsWith('sqlite_'),
  );
  expect(tables.filter(({ strict }) => strict === 0).map(({ name }) => name)).toEqual([]);
  const recordColumns = ['created_at', 'updated_at', 'deleted_at', 'rev'];
  const partial = tables.filter(({ name }) => {
    const columns = (database.pragma(`table_info(${name})`) as { name: string }[]).map(
      (column) => column.name,
    );
    const has = recordColumns.filter((column) => columns.includes(column));
    return has.length > 0 && has.length < recordColumns.length;
  });
  expect(partial.map(({ name }) => name)).toEqual([]);
});

test('no row goes because another one goes: only steps of undo take their changes along', () => {
  const database = emptyFile();
  const cascades = database
    .prepare<[], string>(
      `select child.name from sqlite_schema child, pragma_foreign_key_list(child.name) key
       where child.type = 'table' and key.on_delete <> 'NO ACTION'`,
    )
    .pluck()
    .all();
  expect(cascades).toEqual(['undo_change']);
});

test('every reference is to an id', () => {
  const database = emptyFile();
  const others = database
    .prepare<[], string>(
      `select child.name || '.' || key."from" from sqlite_schema child,
         pragma_foreign_key_list(child.name) key
       where child.type = 'table' and coalesce(key."to", 'id') <> 'id'`,
    )
    .pluck()
    .all();
  expect(others).toEqual([]);
});
