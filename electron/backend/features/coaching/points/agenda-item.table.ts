import type { Selectable } from 'kysely';
import type { RecordColumns } from '../../../database/record.table.ts';
import type { Visibility } from '../sessions/coaching-session.table.ts';

/**
 * A talking point. Without a session it waits for the person's next one; when that starts, the
 * point goes with it.
 */
export type AgendaItemTable = RecordColumns & {
  person_id: string;
  session_id: string | null;
  /** The manager's words; empty while the rule's own words stand. */
  text: string;
  source: 'rule' | 'carried' | 'manager' | 'rep';
  /** The rule and the record that raised it, so that it is raised once only. */
  rule_code: string | null;
  subject_id: string | null;
  /** The fact behind the point, JSON; frozen when the session starts. */
  fact_json: string | null;
  sort_order: number;
  state: 'open' | 'discussed' | 'deferred' | 'dropped';
  drop_reason: string | null;
  visibility: Visibility;
  carried_count: number;
};
export type AgendaItemRow = Selectable<AgendaItemTable>;
