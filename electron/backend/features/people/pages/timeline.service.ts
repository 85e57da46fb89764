import type { TimelineEvent } from '#shared/contract/people.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { listCoachingEvents } from '../../coaching/coaching-events.service.ts';
import { getPerson } from '../person.service.ts';
import { listDealEvents } from './deal-events.repository.ts';

export type TimelineWindow = { personId: string; limit: number };

type Reader = Pick<QueryContext, 'db'>;

/** Where the events of a person's timeline come from; each gives its newest ones first. */
const sources: readonly ((context: Reader, window: TimelineWindow) => Promise<TimelineEvent[]>)[] =
  [listCoachingEvents, ({ db }, window) => listDealEvents(db, window)];

/** What happened with a person, the newest first. */
export async function listTimeline(
  context: Reader,
  window: TimelineWindow,
): Promise<TimelineEvent[]> {
  await getPerson(context, window);
  const events: TimelineEvent[] = [];
  for (const source of sources) events.push(...(await source(context, window)));
  return events
    .toSorted((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id))
    .slice(0, window.limit);
}
