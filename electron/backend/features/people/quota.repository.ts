import type { DateRange } from '#shared/domain/dates/local-date.ts';
import { type QuotaPeriod, quotaOutside } from '#shared/domain/quotas/quota-months.ts';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord, newRecord } from '../../database/new-record.ts';
import type { Platform } from '../../platform.ts';

export type Quota = QuotaPeriod & { id: string; personId: string };

/** Quotas that have to do with a stretch of days, of one person or of everyone. */
export async function listQuotas(
  db: ReadDb,
  { startOn, endOn, personId }: DateRange & { personId?: string },
): Promise<Quota[]> {
  const rows = await db
    .selectFrom('quota')
    .select(['id', 'person_id', 'period_start_on', 'period_end_on', 'amount_minor'])
    .where('deleted_at', 'is', null)
    .where('period_start_on', '<=', endOn)
    .where('period_end_on', '>=', startOn)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy('period_start_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    startOn: row.period_start_on,
    endOn: row.period_end_on,
    amountMinor: row.amount_minor,
  }));
}

type NewQuota = DateRange & { personId: string; amountMinor: number | null };

/**
 * Sets the quota of a person for a period, or clears it with null. It takes the place of every
 * other quota in these days, so that no day is counted twice; what those say of days outside
 * stays, divided by months.
 */
export async function putQuota(db: WriteDb, platform: Platform, quota: NewQuota): Promise<void> {
  const { personId, startOn, endOn, amountMinor } = quota;
  const others = await listQuotas(db, { personId, startOn, endOn });
  const same = others.find((other) => other.startOn === startOn && other.endOn === endOn);
  const isKept = same !== undefined && amountMinor !== null;
  for (const other of others) {
    if (!isKept || other !== same) await softDeleteQuota(db, platform, other.id);
  }
  const rest = others.flatMap((other) => quotaOutside(other, quota));
  const added = isKept || amountMinor === null ? rest : [...rest, { startOn, endOn, amountMinor }];
  for (const period of added) await insertQuota(db, platform, { ...period, personId });
  if (!isKept) return;
  const change = { amount_minor: amountMinor, ...changedRecord(platform) };
  await db.updateTable('quota').set(change).where('id', '=', same.id).execute();
}

async function insertQuota(
  db: WriteDb,
  platform: Platform,
  { personId, startOn, endOn, amountMinor }: Omit<Quota, 'id'>,
): Promise<void> {
  const period = { period_start_on: startOn, period_end_on: endOn };
  const row = { ...newRecord(platform), person_id: personId, ...period, amount_minor: amountMinor };
  await db.insertInto('quota').values(row).execute();
}

async function softDeleteQuota(db: WriteDb, platform: Platform, id: string): Promise<void> {
  await db
    .updateTable('quota')
    .set({ deleted_at: platform.now().toISOString(), ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}
