import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type {
  AccountColumn,
  AccountFilter,
  AccountLevel,
  AccountSort,
  AccountSummary,
} from '#shared/contract/accounts.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { ReadDb } from '../../database/db.ts';

type Condition = RawBuilder<SqlBool>;

function matches(filter: AccountFilter): Condition {
  const text = filter.text?.trim() ?? '';
  const conditions = [
    sql<SqlBool>`account.deleted_at is null`,
    ...(text === '' ? [] : [nameContains(text)]),
    ...anyOf(sql`coalesce(account.industry, '')`, filter.industries),
    ...anyOf(sql`coalesce(account.region, '')`, filter.regions),
    ...anyOf(sql`account.level`, filter.levels),
    ...anyOf(sql`coalesce(account.owner_id, 'none')`, filter.ownerIds),
  ];
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

function nameContains(text: string): Condition {
  const pattern = (part: string) => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`(account.name like ${pattern(text)} escape '\\'
    or account.name_key like ${pattern(foldForSearch(text))} escape '\\')`;
}

function anyOf(column: RawBuilder<unknown>, list: readonly string[] | undefined): Condition[] {
  if (list === undefined || list.length === 0) return [];
  return [sql<SqlBool>`${column} in (${sql.join(list)})`];
}

/** Sums of each account's own deals, from one index. */
const sums = sql`select account_id,
    sum(status = 'open') as open_count, sum(iif(status = 'open', amount_minor, 0)) as open_minor,
    sum(status = 'won') as won_count, sum(iif(status = 'won', amount_minor, 0)) as won_minor,
    max(last_activity_at) as last_at
  from deal where deleted_at is null and account_id is not null group by account_id`;

const lastActivity = sql`max(coalesce(sums.last_at, ''), coalesce((
  select max(happened_at) from activity where activity.account_id = account.id
    and deal_id is null and status = 'done' and deleted_at is null), ''))`;

const sortKeys: Readonly<Record<AccountColumn, RawBuilder<unknown>>> = {
  name: sql`account.name`,
  industry: sql`account.industry`,
  region: sql`account.region`,
  level: sql`case account.level when 'strategic' then 3 when 'key' then 2 when 'normal' then 1 end`,
  owner: sql`(select name from person where person.id = account.owner_id)`,
  openCount: sql`coalesce(sums.open_count, 0)`,
  openMinor: sql`coalesce(sums.open_minor, 0)`,
  wonMinor: sql`coalesce(sums.won_minor, 0)`,
  lastActivity: sql`nullif(${lastActivity}, '')`,
};

type Row = {
  id: string;
  name: string;
  industry: string | null;
  region: string | null;
  level: AccountLevel | null;
  owner_id: string | null;
  owner_name: string | null;
  parent_id: string | null;
  parent_name: string | null;
  open_count: number | null;
  open_minor: number | null;
  won_count: number | null;
  won_minor: number | null;
  last_at: string;
};

export type AccountWindow = { sort: AccountSort; offset: number; limit: number };

/** A window of the accounts that match, in order. */
export async function listAccounts(
  db: ReadDb,
  filter: AccountFilter,
  { sort, offset, limit }: AccountWindow,
): Promise<AccountSummary[]> {
  return summaries(db, {
    where: matches(filter),
    order: sql`${sortKeys[sort.by]} ${sort.descending ? sql`desc` : sql`asc`} nulls last,
      account.id limit ${limit} offset ${offset}`,
  });
}

/** The accounts directly below one, by name. */
export async function listChildren(db: ReadDb, parentId: string): Promise<AccountSummary[]> {
  return summaries(db, {
    where: sql<SqlBool>`account.deleted_at is null and account.parent_id = ${parentId}`,
    order: sql`account.name`,
  });
}

async function summaries(
  db: ReadDb,
  { where, order }: { where: Condition; order: RawBuilder<unknown> },
): Promise<AccountSummary[]> {
  const { rows } = await sql<Row>`with sums as (${sums})
    select account.id, account.name, account.industry, account.region, account.level,
      account.owner_id, person.name as owner_name,
      account.parent_id, parent.name as parent_name,
      sums.open_count, sums.open_minor, sums.won_count, sums.won_minor, ${lastActivity} as last_at
    from account
    left join sums on sums.account_id = account.id
    left join person on person.id = account.owner_id
    left join account parent on parent.id = account.parent_id
    where ${where} order by ${order}`.execute(db);
  return rows.map(toSummary);
}

function toSummary(row: Row): AccountSummary {
  return {
    id: row.id,
    name: row.name,
    industry: row.industry ?? '',
    region: row.region ?? '',
    level: row.level,
    owner: link(row.owner_id, row.owner_name),
    parent: link(row.parent_id, row.parent_name),
    openCount: row.open_count ?? 0,
    openMinor: row.open_minor ?? 0,
    wonCount: row.won_count ?? 0,
    wonMinor: row.won_minor ?? 0,
    lastActivityAt: row.last_at === '' ? null : row.last_at,
  };
}

function link(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' };
}

/** How many accounts match, and what is open with them. */
export async function countAccounts(
  db: ReadDb,
  filter: AccountFilter,
): Promise<{ count: number; openMinor: number }> {
  const { rows } = await sql<{ count: number; openMinor: number }>`
    select (select count(*) from account where ${matches(filter)}) as count,
      coalesce((select sum(amount_minor) from deal where status = 'open' and deleted_at is null
        and account_id in (select id from account where ${matches(filter)})), 0) as openMinor`.execute(
    db,
  );
  return rows[0] ?? { count: 0, openMinor: 0 };
}

/** Names that contain a text, those that start with it first, the shortest first. */
export async function findByName(
  db: ReadDb,
  { text, limit, ids }: { text: string; limit: number; ids: readonly string[] },
): Promise<{ id: string; name: string }[]> {
  const starts = `${text.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const isChosen = sql<SqlBool>`id in (select value from json_each(${JSON.stringify(ids)}))`;
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account where (${matches({ text })}) or ${isChosen}
    order by ${isChosen} desc, name like ${starts} escape '\\' desc, length(name), name
    limit ${limit + ids.length}`.execute(db);
  return rows;
}

export async function listValues(db: ReadDb, column: 'industry' | 'region'): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .select(column)
    .distinct()
    .where(column, 'is not', null)
    .where('deleted_at', 'is', null)
    .orderBy(column)
    .execute();
  return rows.flatMap((row) => row[column] ?? []);
}
