import type { TimelineEvent } from '#shared/contract/people.ts';
import type { QueryContext } from '../../rpc/context.ts';
import * as repository from './coaching-events.repository.ts';

/** What coaching puts on a person's timeline, the newest first. */
export function listCoachingEvents(
  { db }: Pick<QueryContext, 'db'>,
  window: { personId: string; limit: number },
): Promise<TimelineEvent[]> {
  return repository.listCoachingEvents(db, window);
}
