import type { ReadDb } from '../../../database/db.ts';

export async function listDealNames(
  db: ReadDb,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('deal').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const linkableDeals = 200;

/** A person's deals that a session may link to: the open ones, the largest first. */
export function listLinkableDeals(
  db: ReadDb,
  personId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('deal')
    .select(['id', 'name'])
    .where('owner_id', '=', personId)
    .where('status', '=', 'open')
    .where('deleted_at', 'is', null)
    .orderBy('amount_minor', 'desc')
    .limit(linkableDeals)
    .execute();
}

/** Deals of a person won on or after a day, the latest first. */
export async function listWonDeals(
  db: ReadDb,
  { personId, fromOn }: { personId: string; fromOn: string },
): Promise<{ id: string; name: string; amountMinor: number; wonOn: string }[]> {
  const rows = await db
    .selectFrom('deal')
    .select(['id', 'name', 'amount_minor', 'closed_on'])
    .where('owner_id', '=', personId)
    .where('status', '=', 'won')
    .where('close_on', '>=', fromOn)
    .where('deleted_at', 'is', null)
    .orderBy('close_on', 'desc')
    .orderBy('amount_minor', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    amountMinor: row.amount_minor,
    wonOn: row.closed_on ?? fromOn,
  }));
}

export async function countLostDeals(db: ReadDb, personId: string): Promise<number> {
  const row = await db
    .selectFrom('deal')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('owner_id', '=', personId)
    .where('status', '=', 'lost')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.count ?? 0;
}
