import type { EvidenceFacts } from '#shared/contract/reviews.ts';
import type { Commitment } from '#shared/domain/coaching/commitments.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { localDateOf, startOfDay } from '../../../clock.ts';
import type { ReadDb } from '../../../database/db.ts';
import type { Span } from './kpi-measure.repository.ts';

export type Candidate = {
  kind: 'deal' | 'session' | 'commitment';
  refId: string;
  occurredOn: string;
  title: string;
  facts: EvidenceFacts;
};

/** Deals of the person that were won or lost in the period. */
export async function listClosedDeals(
  db: ReadDb,
  { personId, startOn, endOn }: Span,
): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('deal')
    .leftJoin('account', 'account.id', 'deal.account_id')
    .select(['deal.id', 'deal.name', 'deal.status', 'deal.amount_minor', 'deal.closed_on'])
    .select('account.name as account_name')
    .where('deal.owner_id', '=', personId)
    .where('deal.deleted_at', 'is', null)
    .where('deal.status', 'in', ['won', 'lost'])
    .where('deal.closed_on', '>=', startOn)
    .where('deal.closed_on', '<=', endOn)
    .execute();
  return rows.map((row) => ({
    kind: 'deal',
    refId: row.id,
    occurredOn: row.closed_on ?? endOn,
    title: row.name,
    facts: {
      outcome: row.status,
      amountMinor: row.amount_minor,
      ...(row.account_name === null ? {} : { accountName: row.account_name }),
    },
  }));
}

/** Deals still open whose close was pushed in the period, on the day of the last push. */
export async function listPushedDeals(
  db: ReadDb,
  { personId, startOn, endOn }: Span,
): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('deal')
    .innerJoin('deal_change', 'deal_change.deal_id', 'deal.id')
    .leftJoin('account', 'account.id', 'deal.account_id')
    .select(['deal.id', 'deal.name', 'deal.amount_minor', 'account.name as account_name'])
    .select((select) => [
      select.fn.max('deal_change.changed_at').as('pushed_at'),
      select.fn.countAll<number>().as('pushes'),
    ])
    .where('deal.owner_id', '=', personId)
    .where('deal.status', '=', 'open')
    .where('deal.deleted_at', 'is', null)
    .where('deal_change.is_push', '=', 1)
    .where('deal_change.changed_at', '>=', startOfDay(startOn))
    .where('deal_change.changed_at', '<', startOfDay(addDays(endOn, 1)))
    .groupBy(['deal.id', 'deal.name', 'deal.amount_minor', 'account.name'])
    .execute();
  return rows.map((row) => ({
    kind: 'deal',
    refId: row.id,
    occurredOn: localDateOf(new Date(row.pushed_at)),
    title: row.name,
    facts: {
      outcome: 'open',
      amountMinor: row.amount_minor,
      pushCount: row.pushes,
      ...(row.account_name === null ? {} : { accountName: row.account_name }),
    },
  }));
}

/** When the sessions that were held began, UTC; what was said in them stays where it is. */
export function listHeldSessions(db: ReadDb, personId: string) {
  return db
    .selectFrom('coaching_session')
    .select(['id', 'type', 'started_at'])
    .where('person_id', '=', personId)
    .where('status', '=', 'completed')
    .where('deleted_at', 'is', null)
    .execute();
}

/** The person's own commitments that came to an end in the period; private ones stay private. */
export async function listClosedCommitments(
  db: ReadDb,
  { personId, startOn, endOn }: Span,
): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('action_item')
    .select(['id', 'text', 'status', 'closed_on'])
    .where('person_id', '=', personId)
    .where('owner', '=', 'rep')
    .where('visibility', '=', 'shared')
    .where('status', 'in', ['done', 'part', 'missed'])
    .where('closed_on', '>=', startOn)
    .where('closed_on', '<=', endOn)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.flatMap(({ id, text, status, closed_on }) =>
    status === 'open' || status === 'dropped'
      ? []
      : {
          kind: 'commitment' as const,
          refId: id,
          occurredOn: closed_on ?? endOn,
          title: text,
          facts: { outcome: status },
        },
  );
}

/** The person's commitments first agreed for a day of the period. */
export async function listDueCommitments(
  db: ReadDb,
  { personId, startOn, endOn }: Span,
): Promise<Commitment[]> {
  const rows = await db
    .selectFrom('action_item')
    .select(['id', 'owner', 'status', 'made_on', 'due_on', 'original_due_on'])
    .select(['moved_count', 'closed_on'])
    .where('person_id', '=', personId)
    .where('owner', '=', 'rep')
    .where('original_due_on', '>=', startOn)
    .where('original_due_on', '<=', endOn)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(({ id, owner, status, ...row }) => ({
    ...{ id, owner, status },
    madeOn: row.made_on,
    dueOn: row.due_on,
    originalDueOn: row.original_due_on,
    movedCount: row.moved_count,
    closedOn: row.closed_on,
  }));
}
