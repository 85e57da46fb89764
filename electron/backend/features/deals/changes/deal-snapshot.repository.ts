import { sql } from 'kysely';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import type { ReadDb } from '../../../database/db.ts';
import { matches, type ResolvedDealFilter, unkeptMatches } from '../list/deal-filter.repository.ts';

/** A deal's tracked state at one moment; `stageId` null means that it was not there. */
export type StateAt = {
  stageId: string | null;
  status: 'open' | 'won' | 'lost';
  amountMinor: number;
  expectedCloseOn: string | null;
  ownerId: string | null;
  category: string;
};

export type TouchedDeal = {
  id: string;
  name: string;
  accountId: string | null;
  accountName: string | null;
  productId: string | null;
  lossReason: string | null;
  /** Later expected closes between the two moments. */
  pushes: number;
  before: StateAt | null;
  after: StateAt | null;
};

type Row = Omit<TouchedDeal, 'before' | 'after'> & {
  deletedAt: string | null;
  beforeChange: string | null;
  afterChange: string | null;
  present: string;
};

const stateOf = (side: 'from' | 'to') => sql`json_array(
  ${sql.ref(`${side}_stage_id`)}, ${sql.ref(`${side}_status`)}, ${sql.ref(`${side}_amount_minor`)},
  ${sql.ref(`${side}_expected_close_on`)}, ${sql.ref(`${side}_owner_id`)},
  ${sql.ref(`${side}_forecast_category`)})`;

/** The state just before the first change after a moment: what held at that moment. */
const stateAt = (at: string) => sql`(select ${stateOf('from')} from deal_change
  where deal_id = deal.id and changed_at > ${at} order by changed_at, id limit 1)`;

export type Stretch = { filter: ResolvedDealFilter; fromAt: string; toAt: string };

/** `union all`, because for `union` SQLite walks both tables in the order of ids. */
const touchedSince = (at: string) => sql`deal.id in (
  select deal_id from deal_change where changed_at > ${at}
  union all select id from deal where deleted_at > ${at})`;

/**
 * Every deal that changed, came or went after `fromAt`, as it was at both moments. The others
 * are the same at both, so that only what changed has to be read. Of the filter, only what the
 * history does not keep is applied; the rest is for whoever reads the states.
 */
export async function listTouchedDeals(
  db: ReadDb,
  { filter, fromAt, toAt }: Stretch,
): Promise<TouchedDeal[]> {
  const { rows } = await sql<Row>`
    select deal.id as id, deal.name as name, deal.account_id as accountId,
      account.name as accountName, deal.product_id as productId, deal.loss_reason as lossReason,
      deal.deleted_at as deletedAt,
      (select count(*) from deal_change where deal_id = deal.id and changed_at > ${fromAt}
        and changed_at <= ${toAt} and is_push = 1) as pushes,
      ${stateAt(fromAt)} as beforeChange, ${stateAt(toAt)} as afterChange,
      json_array(deal.stage_id, deal.status, deal.amount_minor, deal.expected_close_on,
        deal.owner_id, deal.forecast_category) as present
    from deal left join account on account.id = deal.account_id
    where ${touchedDeals(filter.filter, fromAt)} and ${unkeptMatches(filter.filter)}`.execute(db);
  return rows.map((row) => toTouchedDeal(row, { fromAt, toAt }));
}

/**
 * Whoever owned a deal at some moment of the stretch owns it now or is named by a change. Of some
 * owners the deals are looked at one by one: all that changed anywhere would be many more.
 */
function touchedDeals({ ownerIds = [] }: DealFilter, fromAt: string) {
  const owners = ownerIds.filter((id) => id !== 'none');
  if (owners.length === 0 || owners.length < ownerIds.length) return touchedSince(fromAt);
  return sql`deal.id in (
      select id from deal where owner_id in (${sql.join(owners)})
      union all select deal_id from deal_change
      where changed_at > ${fromAt} and from_owner_id in (${sql.join(owners)}))
    and (deal.deleted_at > ${fromAt} or exists (
      select 1 from deal_change where deal_id = deal.id and changed_at > ${fromAt}))`;
}

function toTouchedDeal(row: Row, { fromAt, toAt }: { fromAt: string; toAt: string }): TouchedDeal {
  const { deletedAt, beforeChange, afterChange, present, ...deal } = row;
  const isThereAt = (at: string) => deletedAt === null || deletedAt > at;
  return {
    ...deal,
    before: isThereAt(fromAt) ? toState(beforeChange ?? present) : null,
    after: isThereAt(toAt) ? toState(afterChange ?? present) : null,
  };
}

function toState(json: string): StateAt | null {
  const [stageId, status, amountMinor, expectedCloseOn, ownerId, category] = JSON.parse(json);
  return stageId === null
    ? null
    : { stageId, status, amountMinor, expectedCloseOn, ownerId, category };
}

/**
 * Count and sum of the open deals that match and have not changed since: all of them, which an
 * index knows, less those that did change, which are few.
 */
export async function findUntouchedTotal(
  db: ReadDb,
  { filter, fromAt }: Omit<Stretch, 'toAt'>,
): Promise<{ count: number; amountMinor: number }> {
  const { rows } = await sql<{ count: number; amountMinor: number }>`
    select sum(count) as count, sum(amountMinor) as amountMinor from (
      select count(*) as count, coalesce(sum(deal.amount_minor), 0) as amountMinor
      from deal where deal.status = 'open' and ${matches(filter)}
      union all
      select -count(*), -coalesce(sum(deal.amount_minor), 0)
      from deal where +deal.status = 'open' and ${matches(filter)}
        and deal.id in (select deal_id from deal_change where changed_at > ${fromAt}))`.execute(db);
  return rows[0] ?? { count: 0, amountMinor: 0 };
}

/** Who belongs to these teams now; the empty text is for people without one. */
export async function listTeamMembers(db: ReadDb, teams: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from person
    where coalesce(team, '') in (${sql.join(teams)})`.execute(db);
  return rows.map(({ id }) => id);
}
