import { sql } from 'kysely';
import type { TimelineEvent } from '#shared/contract/people.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import type { ReadDb } from '../../../database/db.ts';
import type { TimelineWindow } from './timeline.service.ts';

type Row = {
  id: string;
  at: string;
  dealId: string;
  name: string;
  what: 'new' | 'won' | 'lost' | 'reopened' | 'stage' | 'pushed';
  amountMinor: number;
  lossReason: string | null;
  fromZh: string;
  fromEn: string;
  toZh: string;
  toEn: string;
  fromOn: string;
  toOn: string;
};

/** What a change of a deal was, the weightiest first: a won deal's new stage goes without saying. */
const what = sql`case
  when change.from_status is null then 'new'
  when change.to_status = 'won' and change.from_status != 'won' then 'won'
  when change.to_status = 'lost' and change.from_status != 'lost' then 'lost'
  when change.to_status = 'open' and change.from_status != 'open' then 'reopened'
  when change.from_stage_id != change.to_stage_id then 'stage'
  when change.is_push = 1 then 'pushed' end`;

/** What a push went past; a date that was cleared is found further back. */
const lastNamedOn = sql`coalesce(change.from_expected_close_on, (
  select earlier.to_expected_close_on from deal_change earlier
  where earlier.deal_id = change.deal_id and earlier.to_expected_close_on is not null
    and (earlier.changed_at, earlier.id) < (change.changed_at, change.id)
  order by earlier.changed_at desc, earlier.id desc limit 1))`;

/** Changes of the deals that the person owned at the time, amounts as they were then. */
export async function listDealEvents(
  db: ReadDb,
  { personId, limit }: TimelineWindow,
): Promise<TimelineEvent[]> {
  const { rows } = await sql<Row>`
    select change.id as id, change.changed_at as at, deal.id as dealId, deal.name as name,
      ${what} as what, change.to_amount_minor as amountMinor, deal.loss_reason as lossReason,
      source.name_zh as fromZh, source.name_en as fromEn,
      target.name_zh as toZh, target.name_en as toEn,
      ${lastNamedOn} as fromOn, change.to_expected_close_on as toOn
    from deal_change change
      join deal on deal.id = change.deal_id
      left join stage source on source.id = change.from_stage_id
      join stage target on target.id = change.to_stage_id
    where change.to_owner_id = ${personId} and deal.deleted_at is null
      and change.deleted_at is null and ${what} is not null
    order by change.changed_at desc, change.id
    limit ${limit}`.execute(db);
  return rows.map(toEvent);
}

function toEvent(row: Row): TimelineEvent {
  const { id, at, dealId, name, amountMinor } = row;
  const event = { id, at, dealId, name };
  const lossReason = row.lossReason ?? '';
  switch (row.what) {
    case 'new':
    case 'won':
    case 'reopened':
      return { kind: `deal_${row.what}`, ...event, amountMinor, lossReason: '' };
    case 'lost':
      return { kind: 'deal_lost', ...event, amountMinor, lossReason };
    case 'stage': {
      const from = { 'zh-CN': row.fromZh, en: row.fromEn };
      const to = { 'zh-CN': row.toZh, en: row.toEn };
      return { kind: 'deal_stage', ...event, from, to };
    }
    case 'pushed':
      return { kind: 'deal_pushed', ...event, fromOn: row.fromOn, toOn: row.toOn };
    default:
      return assertNever(row.what);
  }
}
