import { sql } from 'kysely';
import type { KpiMeasure } from '#shared/contract/review-template.ts';
import type { ReadDb } from '../../../database/db.ts';

export type Span = { personId: string; startOn: string; endOn: string };

/** Deals behind a measure: those won, those closed, or those opened in a stretch of days. */
function selectMeasured(db: ReadDb, measure: KpiMeasure, { personId, startOn, endOn }: Span) {
  const day = measure === 'pipeline_created' ? 'deal.opened_on' : 'deal.closed_on';
  return db
    .selectFrom('deal')
    .where('deal.owner_id', '=', personId)
    .where('deal.deleted_at', 'is', null)
    .where(day, '>=', startOn)
    .where(day, '<=', endOn)
    .$if(measure === 'bookings', (query) => query.where('deal.status', '=', 'won'))
    .$if(measure === 'win_rate', (query) => query.where('deal.status', 'in', ['won', 'lost']));
}

export async function measureDeals(
  db: ReadDb,
  measure: KpiMeasure,
  span: Span,
): Promise<{ count: number; won: number; amountMinor: number }> {
  const row = await selectMeasured(db, measure, span)
    .select([
      sql<number>`count(*)`.as('count'),
      sql<number>`coalesce(sum(deal.status = 'won'), 0)`.as('won'),
      sql<number>`coalesce(sum(deal.amount_minor), 0)`.as('amountMinor'),
    ])
    .executeTakeFirst();
  return row ?? { count: 0, won: 0, amountMinor: 0 };
}

export function listMeasuredDeals(db: ReadDb, measure: KpiMeasure, span: Span) {
  const day = measure === 'pipeline_created' ? 'deal.opened_on' : 'deal.closed_on';
  return selectMeasured(db, measure, span)
    .leftJoin('account', 'account.id', 'deal.account_id')
    .select([
      'deal.id as dealId',
      'deal.name',
      'account.name as accountName',
      'deal.amount_minor as amountMinor',
      'deal.status as outcome',
    ])
    .select(sql<string>`${sql.ref(day)}`.as('on'))
    .orderBy(day)
    .orderBy('deal.id')
    .execute();
}

/** The first and last day of the person in the company, as far as known. */
export async function findEmployment(db: ReadDb, personId: string) {
  const row = await db
    .selectFrom('person')
    .select(['joined_on', 'left_on'])
    .where('id', '=', personId)
    .executeTakeFirst();
  return { joinedOn: row?.joined_on ?? null, leftOn: row?.left_on ?? null };
}
