import { isSessionLocked, sessionLocksOn } from '#shared/domain/coaching/closing.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { AppError } from '../../../app-error.ts';
import { localDateOf } from '../../../clock.ts';
import type { CommandContext } from '../../../rpc/context.ts';
import type { CoachingSessionRow } from './coaching-session.table.ts';
import { findSessionRow } from './session.repository.ts';

export type SessionLock = { locksOn: string | null; isLocked: boolean };

/** An amendment opens a locked session for the day and the next one. */
const amendmentDays = 1;

export function sessionLock(row: CoachingSessionRow, today: string): SessionLock {
  const completedOn = row.completed_at === null ? null : localDateOf(new Date(row.completed_at));
  const amendedOn = row.amended_at === null ? null : localDateOf(new Date(row.amended_at));
  const isAmending = amendedOn !== null && today <= addDays(amendedOn, amendmentDays);
  return {
    locksOn: completedOn === null ? null : sessionLocksOn(completedOn),
    isLocked: !isAmending && isSessionLocked({ status: row.status, completedOn }, today),
  };
}

/** @throws AppError not_found, or record_locked once the session is read-only */
export async function assertSessionEditable(
  { db, today }: CommandContext,
  sessionId: string,
): Promise<void> {
  const row = await findSessionRow(db, sessionId);
  if (row === undefined) throw new AppError('not_found');
  if (sessionLock(row, today).isLocked) throw new AppError('record_locked');
}
