import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Migration } from '#backend/database/migrations/migration.ts';
import { openConnection } from '#backend/database/open-connection.ts';
import { schemaDump } from '#backend/database/schema-dump.ts';
import { type OpenFileOptions, openWorkspaceFile } from '#backend/workspace/open-file.ts';
import { removeTestDirectories, testDirectory } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

const core: Migration = {
  version: 1,
  name: 'core',
  sql: `create table undo_step (id integer primary key autoincrement) strict;
    create table search_dirty (table_name text, row_id text) strict;
    create table deal (id text primary key, amount integer not null) strict;
    insert into deal values ('a', 1), ('b', 2)`,
};
const later: Migration[] = [
  { version: 2, name: 'rename', sql: 'alter table deal rename column amount to amount_minor' },
  { version: 3, name: 'note', sql: "alter table deal add column note text not null default ''" },
  { version: 4, name: 'move', sql: "update deal set note = 'was ' || amount_minor" },
];
const failing: Migration = { version: 5, name: 'failing', sql: 'insert into nowhere values (1)' };

function fileOf(directory: string) {
  return { file: join(directory, 'bellwether.db'), key: new Uint8Array(32).fill(9) };
}

/** Brings a file of one schema to another, and tells which backups were asked for. */
async function bring(
  directory: string,
  migrations: readonly Migration[],
  options: Partial<OpenFileOptions> = {},
) {
  // The tables of undo are not part of this made-up schema, so opening ends after the migration.
  return openWorkspaceFile(fileOf(directory), {
    kind: 'own',
    otherKeys: [],
    backups: 'none',
    backUp: async () => undefined,
    ...options,
    migrations,
  }).then(
    (database) => database.close(),
    (error: Error) => error,
  );
}

function look(directory: string) {
  const connection = openConnection(fileOf(directory), 'inspect');
  try {
    return {
      version: connection.pragma('user_version', { simple: true }),
      schema: schemaDump(connection),
      deals: connection.prepare('select * from deal order by id').all(),
    };
  } finally {
    connection.close();
  }
}

test('all steps run together, after one backup', async () => {
  const directory = testDirectory();
  await bring(directory, [core]);
  const seen: unknown[] = [];
  await bring(directory, [core, ...later], {
    backUp: async () => seen.push(look(directory).version),
  });
  expect(seen).toEqual([1]);
  expect(look(directory)).toMatchObject({
    version: 4,
    deals: [
      { id: 'a', amount_minor: 1, note: 'was 1' },
      { id: 'b', amount_minor: 2, note: 'was 2' },
    ],
  });
});

test.each([2, 3, 4, 5])('a failure in step %i leaves the version it had', async (failsAt) => {
  const directory = testDirectory();
  await bring(directory, [core]);
  const before = look(directory);
  const steps = later.map((migration) =>
    migration.version === failsAt
      ? { ...migration, sql: `${migration.sql}; ${failing.sql}` }
      : migration,
  );
  const error = await bring(directory, [core, ...steps, failing]);
  expect(error).toMatchObject({ reason: 'failed' });
  expect(look(directory)).toEqual(before);
});

test('a backup that fails stops the migration before it starts', async () => {
  const directory = testDirectory();
  await bring(directory, [core]);
  const before = look(directory);
  const backUp = async () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOSPC' }));
  expect(await bring(directory, [core, ...later], { backUp })).toMatchObject({
    reason: 'disk_full',
  });
  expect(look(directory)).toEqual(before);
});

test('a migration that leaves a reference to nothing is taken back', async () => {
  const directory = testDirectory();
  const orphan: Migration = {
    version: 2,
    name: 'orphan',
    sql: `create table activity (id text primary key, deal_id text references deal (id)) strict;
      insert into activity values ('x', 'a'); delete from deal where id = 'a'`,
  };
  await bring(directory, [core]);
  expect(await bring(directory, [core, orphan])).toMatchObject({ reason: 'failed' });
  expect(look(directory).version).toBe(1);
});

test('a new file that could not be made whole is not there', async () => {
  const directory = testDirectory();
  expect(await bring(directory, [core, { ...failing, version: 2 }])).toMatchObject({
    reason: 'failed',
  });
  expect(existsSync(fileOf(directory).file)).toBe(false);
});
