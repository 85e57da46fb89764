import { sql } from 'kysely';
import type { ReadDb } from '../../../database/db.ts';

export type CustomerNames = {
  /** All there ever were, by name; `isLinked` where the person has or had to do with them. */
  accounts: { id: string; name: string; isLinked: boolean }[];
  /** Those the person owns or owned. */
  deals: { id: string; name: string }[];
};

/** The names that a document without customers must not show, deleted ones as well. */
export async function listCustomerNames(db: ReadDb, personId: string): Promise<CustomerNames> {
  const { rows: deals } = await sql<{ id: string; name: string; accountId: string | null }>`
    select id, name, account_id as accountId from deal where owner_id = ${personId}
    union select deal.id, deal.name, deal.account_id
    from deal_change join deal on deal.id = deal_change.deal_id
    where ${personId} in (deal_change.from_owner_id, deal_change.to_owner_id)
    order by id`.execute(db);
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'name', 'owner_id'])
    .orderBy('id')
    .execute();
  const sold = new Set(deals.map(({ accountId }) => accountId));
  return {
    deals,
    accounts: accounts.map(({ id, name, owner_id }) => ({
      id,
      name,
      isLinked: owner_id === personId || sold.has(id),
    })),
  };
}
