import { sql } from 'kysely';
import type { AccountFacts } from '#shared/contract/accounts.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord, newRecord } from '../../database/new-record.ts';
import { insertRows } from '../../database/write-rows.ts';
import type { Platform } from '../../platform.ts';
import type { AccountRow } from './account.table.ts';

export async function findAccount(db: ReadDb, id: string): Promise<AccountRow | undefined> {
  return db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export function toFacts(row: AccountRow): AccountFacts {
  return {
    name: row.name,
    parentId: row.parent_id,
    ownerId: row.owner_id,
    industry: row.industry ?? '',
    region: row.region ?? '',
    level: row.level,
    employees: row.employees,
    annualRevenueMinor: row.annual_revenue_minor,
    foundedYear: row.founded_year,
    website: row.website ?? '',
    phone: row.phone ?? '',
  };
}

function toColumns(facts: AccountFacts) {
  return {
    name: facts.name,
    name_key: foldForSearch(facts.name),
    parent_id: facts.parentId,
    owner_id: facts.ownerId,
    industry: facts.industry || null,
    region: facts.region || null,
    level: facts.level,
    employees: facts.employees,
    annual_revenue_minor: facts.annualRevenueMinor,
    founded_year: facts.foundedYear,
    website: facts.website || null,
    phone: facts.phone || null,
  };
}

export type AccountDraft = AccountFacts & { note?: string; externalId?: string | null };

/** @returns their ids in the order of the drafts */
export async function insertAccounts(
  db: WriteDb,
  platform: Platform,
  drafts: readonly AccountDraft[],
): Promise<string[]> {
  const rows = drafts.map(({ note = '', externalId = null, ...facts }) => ({
    ...newRecord(platform),
    ...toColumns(facts),
    note,
    external_id: externalId,
  }));
  await insertRows(db, 'account', rows);
  return rows.map(({ id }) => id);
}

export async function updateAccount(
  db: WriteDb,
  platform: Platform,
  { id, ...facts }: AccountFacts & { id: string },
): Promise<void> {
  await db
    .updateTable('account')
    .set({ ...toColumns(facts), ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}

export async function softDeleteAccount(
  db: WriteDb,
  platform: Platform,
  id: string,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ deleted_at: platform.now().toISOString(), ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}

/** The accounts above one, the topmost first. */
export async function listAncestors(
  db: ReadDb,
  id: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive above (id, name, parent_id, height) as (
      select parent.id, parent.name, parent.parent_id, 1 from account
        join account parent on parent.id = account.parent_id where account.id = ${id}
      union all select parent.id, parent.name, parent.parent_id, height + 1 from above
        join account parent on parent.id = above.parent_id where height < 20)
    select id, name from above order by height desc`.execute(db);
  return rows;
}

/** An account and everything below it, with how far below. */
export async function listDescendants(
  db: ReadDb,
  id: string,
): Promise<{ id: string; depth: number }[]> {
  const { rows } = await sql<{ id: string; depth: number }>`
    with recursive below (id, depth) as (
      select ${id}, 0
      union all select account.id, depth + 1 from below
        join account on account.parent_id = below.id
        where account.deleted_at is null and depth < 20)
    select id, depth from below`.execute(db);
  return rows;
}

/** True when a deal or another account hangs on it. */
export async function isInUse(db: ReadDb, id: string): Promise<boolean> {
  const used = db
    .selectFrom('deal')
    .select('id')
    .where('account_id', '=', id)
    .where('deleted_at', 'is', null)
    .unionAll(
      db
        .selectFrom('account')
        .select('id')
        .where('parent_id', '=', id)
        .where('deleted_at', 'is', null),
    );
  return (await used.limit(1).executeTakeFirst()) !== undefined;
}

/** The last done activity with the account itself or in any of its deals. */
export async function findLastActivityAt(db: ReadDb, id: string): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`select max(at) as at from (
    select max(last_activity_at) as at from deal where account_id = ${id} and deleted_at is null
    union all select max(happened_at) from activity
      where account_id = ${id} and deal_id is null and status = 'done' and deleted_at is null)`.execute(
    db,
  );
  return rows[0]?.at ?? null;
}

export async function findPersonLink(
  db: ReadDb,
  id: string,
): Promise<{ id: string; name: string } | undefined> {
  return db.selectFrom('person').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
}
