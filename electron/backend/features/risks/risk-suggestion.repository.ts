import { sql } from 'kysely';
import type { ReadDb } from '../../database/db.ts';
import { newRecord } from '../../database/new-record.ts';
import type { CommandContext } from '../../rpc/context.ts';

/** Deals that a rule brought into the register and that are still there, or dismissed for now. */
export async function listHandledDealIds(db: ReadDb, today: string): Promise<Set<string>> {
  const { rows } = await sql<{ deal_id: string }>`
    select risk_link.deal_id
    from risk_link join risk on risk.id = risk_link.risk_id
    where risk_link.deal_id is not null and risk.rule_code is not null
      and risk.status <> 'closed' and risk.deleted_at is null and risk_link.deleted_at is null
    union
    select deal_id from risk_dismissal
    where deleted_at is null and until_on >= ${today}`.execute(db);
  return new Set(rows.map((row) => row.deal_id));
}

export type DealNames = {
  id: string;
  name: string;
  account_name: string | null;
  owner_name: string | null;
};

export async function listDealNames(db: ReadDb, ids: readonly string[]): Promise<DealNames[]> {
  return db
    .selectFrom('deal')
    .leftJoin('account', 'account.id', 'deal.account_id')
    .leftJoin('person', 'person.id', 'deal.owner_id')
    .select(['deal.id', 'deal.name', 'account.name as account_name', 'person.name as owner_name'])
    .where('deal.id', 'in', ids)
    .execute();
}

export async function insertDismissal(
  { db, platform }: CommandContext,
  dismissal: { dealId: string; reason: string; untilOn: string },
): Promise<void> {
  await db
    .insertInto('risk_dismissal')
    .values({
      ...newRecord(platform),
      deal_id: dismissal.dealId,
      reason: dismissal.reason,
      until_on: dismissal.untilOn,
    })
    .execute();
}
