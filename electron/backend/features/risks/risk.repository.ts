import { sql } from 'kysely';
import type { RiskScore } from '#shared/contract/risks.ts';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord, newRecord } from '../../database/new-record.ts';
import type { CommandContext } from '../../rpc/context.ts';
import type { RiskActionRow, RiskRow } from './risk.table.ts';

/** A risk with its owner's name; null when the manager owns it. */
export type RiskWithOwner = RiskRow & { owner_name: string | null };

export async function listRisks(db: ReadDb): Promise<RiskWithOwner[]> {
  return db
    .selectFrom('risk')
    .leftJoin('person', 'person.id', 'risk.owner_id')
    .selectAll('risk')
    .select('person.name as owner_name')
    .where('risk.deleted_at', 'is', null)
    .orderBy('risk.number')
    .execute();
}

export async function findRisk(db: ReadDb, id: string): Promise<RiskWithOwner | undefined> {
  return db
    .selectFrom('risk')
    .leftJoin('person', 'person.id', 'risk.owner_id')
    .selectAll('risk')
    .select('person.name as owner_name')
    .where('risk.id', '=', id)
    .where('risk.deleted_at', 'is', null)
    .executeTakeFirst();
}

/** One above the highest ever given, deleted risks included: a number is never used twice. */
export async function nextRiskNumber(db: WriteDb): Promise<number> {
  const row = await db
    .selectFrom('risk')
    .select((query) => query.fn.max('number').as('highest'))
    .executeTakeFirst();
  return (row?.highest ?? 0) + 1;
}

export async function insertRisk(db: WriteDb, row: RiskRow): Promise<void> {
  await db.insertInto('risk').values(row).execute();
}

export type RiskLinkRow = {
  risk_id: string;
  kind: 'deal' | 'account' | 'person';
  target_id: string;
  name: string;
};

/** Links of these risks, or of all, with the names of what they point at. */
export async function listRiskLinks(db: ReadDb, riskId?: string): Promise<RiskLinkRow[]> {
  const { rows } = await sql<RiskLinkRow>`
    select risk_link.risk_id,
      case when deal_id is not null then 'deal'
           when risk_link.account_id is not null then 'account' else 'person' end as kind,
      coalesce(deal_id, risk_link.account_id, person_id) as target_id,
      coalesce(deal.name, account.name, person.name) as name
    from risk_link
    left join deal on deal.id = risk_link.deal_id
    left join account on account.id = risk_link.account_id
    left join person on person.id = risk_link.person_id
    where risk_link.deleted_at is null
      and (${riskId ?? null} is null or risk_link.risk_id = ${riskId ?? null})
    order by risk_link.id`.execute(db);
  return rows;
}

export type RiskActionWithOwner = RiskActionRow & { owner_name: string | null };

/** Actions of one risk, or of all. */
export async function listRiskActions(db: ReadDb, riskId?: string): Promise<RiskActionWithOwner[]> {
  return db
    .selectFrom('risk_action')
    .leftJoin('person', 'person.id', 'risk_action.owner_id')
    .selectAll('risk_action')
    .select('person.name as owner_name')
    .where('risk_action.deleted_at', 'is', null)
    .$if(riskId !== undefined, (query) => query.where('risk_id', '=', riskId ?? ''))
    .orderBy(sql`due_on is null`)
    .orderBy('due_on')
    .orderBy('risk_action.id')
    .execute();
}

export async function findRiskAction(db: ReadDb, id: string): Promise<RiskActionRow | undefined> {
  return db
    .selectFrom('risk_action')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export async function listRiskReviews(db: ReadDb, riskId: string) {
  return db
    .selectFrom('risk_review')
    .selectAll()
    .where('risk_id', '=', riskId)
    .where('deleted_at', 'is', null)
    .orderBy('reviewed_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function updateRisk(
  { db, platform }: CommandContext,
  { id, columns }: { id: string; columns: Partial<RiskRow> },
): Promise<void> {
  await db
    .updateTable('risk')
    .set({ ...columns, ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}

export async function insertRiskReview(
  { db, platform, today }: CommandContext,
  review: {
    riskId: string;
    note: string;
    before: RiskScore | null;
    after: RiskScore | null;
  },
): Promise<void> {
  await db
    .insertInto('risk_review')
    .values({
      ...newRecord(platform),
      risk_id: review.riskId,
      reviewed_on: today,
      note: review.note,
      before_probability_1_5: review.before?.probability ?? null,
      before_impact_1_5: review.before?.impact ?? null,
      after_probability_1_5: review.after?.probability ?? null,
      after_impact_1_5: review.after?.impact ?? null,
    })
    .execute();
}
