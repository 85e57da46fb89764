import { type Insertable, sql } from 'kysely';
import type { Activity, ActivityKind, TimelineOf } from '#shared/contract/activities.ts';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord } from '../../database/new-record.ts';
import { insertRows } from '../../database/write-rows.ts';
import type { Platform } from '../../platform.ts';
import type { ActivityRow, ActivityTable } from './activity.table.ts';

export async function findActivity(db: ReadDb, id: string): Promise<ActivityRow | undefined> {
  return db
    .selectFrom('activity')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export async function insertActivities(
  db: WriteDb,
  rows: readonly Insertable<ActivityTable>[],
): Promise<void> {
  await insertRows(db, 'activity', rows);
}

export async function updateActivity(
  db: WriteDb,
  platform: Platform,
  { id, ...columns }: Partial<ActivityRow> & { id: string },
): Promise<void> {
  await db
    .updateTable('activity')
    .set({ ...columns, ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}

export type TimelineQuery = { of: TimelineOf; kinds: readonly ActivityKind[] };

/** The condition that puts an activity on a timeline; an account's has those of its deals too. */
function isOn({ of, kinds }: TimelineQuery) {
  const ofKind = kinds.length === 0 ? sql`` : sql`and activity.kind in (${sql.join(kinds)})`;
  const belongs =
    'dealId' in of
      ? sql`activity.deal_id = ${of.dealId}`
      : 'personId' in of
        ? sql`activity.person_id = ${of.personId}`
        : sql`activity.id in (
            select id from activity where account_id = ${of.accountId} and deal_id is null
            union all select activity.id from activity join deal on deal.id = activity.deal_id
              where deal.account_id = ${of.accountId} and deal.deleted_at is null)`;
  return sql`${belongs} and activity.deleted_at is null ${ofKind}`;
}

const selected = sql`
  select activity.id, activity.kind, activity.status, activity.subject, activity.content,
    activity.happened_at, activity.planned_for_at, activity.minutes,
    activity.deal_id, deal.name as deal_name,
    account.id as account_id, account.name as account_name,
    activity.person_id, person.name as person_name
  from activity
  left join deal on deal.id = activity.deal_id
  left join account on account.id = coalesce(deal.account_id, activity.account_id)
  left join person on person.id = activity.person_id`;

type Row = Pick<
  ActivityRow,
  'id' | 'kind' | 'status' | 'subject' | 'content' | 'happened_at' | 'planned_for_at' | 'minutes'
> & {
  deal_id: string | null;
  deal_name: string | null;
  account_id: string | null;
  account_name: string | null;
  person_id: string | null;
  person_name: string | null;
};

export async function listPlanned(db: ReadDb, query: TimelineQuery): Promise<Activity[]> {
  const { rows } = await sql<Row>`${selected}
    where activity.status = 'planned' and ${isOn(query)}
    order by activity.happened_at, activity.id limit 500`.execute(db);
  return rows.map(toActivity);
}

export async function listDone(
  db: ReadDb,
  query: TimelineQuery & { offset: number; limit: number },
): Promise<Activity[]> {
  const { rows } = await sql<Row>`${selected}
    where activity.status = 'done' and ${isOn(query)}
    order by activity.happened_at desc, activity.id desc
    limit ${query.limit} offset ${query.offset}`.execute(db);
  return rows.map(toActivity);
}

export async function countDone(db: ReadDb, query: TimelineQuery): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from activity
    where activity.status = 'done' and ${isOn(query)}`.execute(db);
  return rows[0]?.count ?? 0;
}

function toActivity(row: Row): Activity {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    subject: row.subject,
    content: row.content,
    happenedAt: row.happened_at,
    plannedFor: row.planned_for_at,
    minutes: row.minutes,
    deal: link(row.deal_id, row.deal_name),
    account: link(row.account_id, row.account_name),
    person: link(row.person_id, row.person_name),
  };
}

function link(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' };
}

export type ActivityCount = { personId: string; on: string; kind: ActivityKind; count: number };

/** Done activities by person, local day and kind. */
export async function countByDay(
  db: ReadDb,
  { personIds, fromAt, toAt }: { personIds: readonly string[]; fromAt: string; toAt: string },
): Promise<ActivityCount[]> {
  const { rows } = await sql<ActivityCount>`
    select person_id as personId, date(happened_at, 'localtime') as "on", kind, count(*) as count
    from activity
    where person_id in (select value from json_each(${JSON.stringify(personIds)}))
      and status = 'done' and happened_at >= ${fromAt} and happened_at < ${toAt}
      and deleted_at is null
    group by 1, 2, 3 order by 2, 1, 3`.execute(db);
  return rows;
}

/** Who is responsible for a deal or an account. */
export async function findOwner(
  db: ReadDb,
  { table, id }: { table: 'deal' | 'account'; id: string },
): Promise<{ owner_id: string | null } | undefined> {
  return db
    .selectFrom(table)
    .select('owner_id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}
