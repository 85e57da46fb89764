import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord, newRecord } from '../../database/new-record.ts';
import type { Platform } from '../../platform.ts';

export type Quota = {
  personId: string;
  periodStartOn: string;
  periodEndOn: string;
  amountMinor: number;
};

/** Quotas whose whole period lies within a stretch of days. */
export async function listQuotasWithin(
  db: ReadDb,
  { startOn, endOn, personId }: { startOn: string; endOn: string; personId?: string },
): Promise<Quota[]> {
  const rows = await db
    .selectFrom('quota')
    .select(['person_id', 'period_start_on', 'period_end_on', 'amount_minor'])
    .where('deleted_at', 'is', null)
    .where('period_start_on', '>=', startOn)
    .where('period_end_on', '<=', endOn)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    periodStartOn: row.period_start_on,
    periodEndOn: row.period_end_on,
    amountMinor: row.amount_minor,
  }));
}

/**
 * Sets the quota of a person for a period, or clears it with null. Quotas of shorter periods
 * within it are cleared, so that nothing is counted twice.
 */
export async function putQuota(
  db: WriteDb,
  platform: Platform,
  quota: Omit<Quota, 'amountMinor'> & { amountMinor: number | null },
): Promise<void> {
  const kept = quota.amountMinor === null ? undefined : await findQuotaId(db, quota);
  await clearWithin(db, platform, { ...quota, keptId: kept ?? null });
  if (quota.amountMinor === null) return;
  const amount = { amount_minor: quota.amountMinor };
  if (kept === undefined) {
    const period = { period_start_on: quota.periodStartOn, period_end_on: quota.periodEndOn };
    const row = { ...newRecord(platform), person_id: quota.personId, ...period, ...amount };
    await db.insertInto('quota').values(row).execute();
  } else {
    const change = { ...amount, ...changedRecord(platform) };
    await db.updateTable('quota').set(change).where('id', '=', kept).execute();
  }
}

type Period = Pick<Quota, 'personId' | 'periodStartOn' | 'periodEndOn'>;

async function findQuotaId(db: ReadDb, period: Period): Promise<string | undefined> {
  const row = await db
    .selectFrom('quota')
    .select('id')
    .where('person_id', '=', period.personId)
    .where('period_start_on', '=', period.periodStartOn)
    .where('period_end_on', '=', period.periodEndOn)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

async function clearWithin(
  db: WriteDb,
  platform: Platform,
  { personId, periodStartOn, periodEndOn, keptId }: Period & { keptId: string | null },
): Promise<void> {
  await db
    .updateTable('quota')
    .set({ deleted_at: platform.now().toISOString(), ...changedRecord(platform) })
    .where('person_id', '=', personId)
    .where('period_start_on', '>=', periodStartOn)
    .where('period_end_on', '<=', periodEndOn)
    .where('deleted_at', 'is', null)
    .$if(keptId !== null, (query) => query.where('id', '!=', keptId ?? ''))
    .execute();
}
