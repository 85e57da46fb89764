import type { QueryContext } from '../../rpc/context.ts';
import * as repository from './deal.repository.ts';

type Reader = Pick<QueryContext, 'db'>;

/** True once there is a deal that is not deleted. */
export function hasAnyDeal({ db }: Reader): Promise<boolean> {
  return repository.hasAnyDeal(db);
}

/** The names of deals by their ids. */
export async function listDealNames(
  { db }: Reader,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const deals = await repository.findDeals(db, ids);
  return new Map(deals.map(({ id, name }) => [id, name]));
}
