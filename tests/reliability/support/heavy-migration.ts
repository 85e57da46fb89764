import { migrations } from '#backend/database/migrations/index.ts';
import type { Migration } from '#backend/database/migrations/migration.ts';

export const migrationKey = new Uint8Array(32).fill(5);

const newest = migrations.at(-1)?.version ?? 0;

/** Rows of `setting` before and after are the same; a mixture of the two tables would differ. */
export const rebuiltRows = 20_000;

/** The app's own migrations and two more: one fills a table, one rebuilds it row by row. */
export const filledMigrations: readonly Migration[] = [
  ...migrations,
  {
    version: newest + 1,
    name: 'fill',
    sql: `insert into setting (id, value_json)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${rebuiltRows})
      select 'fill-' || i, json_quote('value ' || i) from n`,
  },
];

export const heavyMigrations: readonly Migration[] = [
  ...filledMigrations,
  {
    version: newest + 2,
    name: 'rebuild',
    sql: `create table setting_new (id text primary key, value_json text not null) strict;
      insert into setting_new select id, json_quote('new ' || (value_json ->> '$')) from setting;
      drop table setting;
      alter table setting_new rename to setting`,
  },
];
