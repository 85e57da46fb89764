import type { Brief } from '#shared/contract/coaching-brief.ts';
import type { Suggestions } from '../questions/suggest-questions.ts';
import type { CoachingSessionRow } from './coaching-session.table.ts';

/** What a session keeps of the moment it started; never changed afterwards. */
export type SessionSnapshot = { brief: Brief; suggestions: Suggestions };

export function readSnapshot(row: CoachingSessionRow | undefined): SessionSnapshot | null {
  const json = row?.prep_snapshot_json ?? null;
  return json === null ? null : (JSON.parse(json) as SessionSnapshot);
}
