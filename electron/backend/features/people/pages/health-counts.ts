import type { HealthCounts } from '#shared/contract/people.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { measureDeals } from '../../deals/deal-health.service.ts';

/** Open deals of each owner by their health; of one person or of everyone. */
export async function countHealth(
  context: Pick<QueryContext, 'db' | 'today'>,
  personId: string | null,
): Promise<(personId: string) => HealthCounts> {
  const owner = personId === null ? {} : { ownerIds: [personId] };
  const deals = await measureDeals(context, { ...owner, statuses: ['open'] });
  const counts = new Map<string, HealthCounts>();
  for (const { ownerId, health } of deals) {
    if (ownerId === null) continue;
    const own = counts.get(ownerId) ?? noDeals();
    own[health.level] += 1;
    counts.set(ownerId, own);
  }
  return (id) => counts.get(id) ?? noDeals();
}

function noDeals(): HealthCounts {
  return { fine: 0, watch: 0, at_risk: 0, critical: 0 };
}
