import { localDateOf } from '../../../clock.ts';
import type { CommandContext } from '../../../rpc/context.ts';
import { listSessions, updateSession } from './session.repository.ts';

/** Excuses what is planned with someone after their last day. */
export async function excuseAfterLeaving(
  { db, platform }: CommandContext,
  { personId, leftOn }: { personId: string; leftOn: string },
): Promise<void> {
  for (const session of await listSessions(db, { personId, statuses: ['scheduled'] })) {
    if (localDateOf(new Date(session.scheduledAt)) <= leftOn) continue;
    const columns = { status: 'excused', skip_reason: null } as const;
    await updateSession(db, platform, { id: session.id, columns });
  }
}
