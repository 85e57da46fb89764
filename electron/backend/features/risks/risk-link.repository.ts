import type { z } from 'zod';
import type { riskLinkTarget } from '#shared/contract/risks.ts';
import { changedRecord, newRecord } from '../../database/new-record.ts';
import type { CommandContext } from '../../rpc/context.ts';

export type RiskLinkTarget = z.infer<typeof riskLinkTarget>;

const columnOf = { deal: 'deal_id', account: 'account_id', person: 'person_id' } as const;

export async function insertRiskLink(
  { db, platform }: CommandContext,
  { riskId, link }: { riskId: string; link: RiskLinkTarget },
): Promise<void> {
  const target = { deal_id: null, account_id: null, person_id: null };
  await db
    .insertInto('risk_link')
    .values({ ...newRecord(platform), risk_id: riskId, ...target, [columnOf[link.kind]]: link.id })
    .execute();
}

export async function softDeleteRiskLink(
  { db, platform }: CommandContext,
  { riskId, link }: { riskId: string; link: RiskLinkTarget },
): Promise<void> {
  await db
    .updateTable('risk_link')
    .set({ deleted_at: platform.now().toISOString(), ...changedRecord(platform) })
    .where('risk_id', '=', riskId)
    .where(columnOf[link.kind], '=', link.id)
    .where('deleted_at', 'is', null)
    .execute();
}
