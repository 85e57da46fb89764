import type { Selectable } from 'kysely';
import type { RecordColumns } from '../../../database/record.table.ts';
import type { Visibility } from '../sessions/coaching-session.table.ts';

/** A commitment. It belongs to the person; the session is only where it was made. */
export type ActionItemTable = RecordColumns & {
  person_id: string;
  session_id: string | null;
  origin: 'grow' | 'review' | 'idp' | 'pip' | 'adhoc';
  /** Who promised. */
  owner: 'rep' | 'manager';
  text: string;
  success_evidence: string;
  made_on: string;
  due_on: string | null;
  /** 1 when having no date was chosen on purpose. */
  is_undated: number;
  /** The first date that was agreed; follow-through is measured against it. */
  original_due_on: string | null;
  /** The date agreed last, kept when it is cleared: the next one may be later than it. */
  last_due_on: string | null;
  /** How often the date was moved later. */
  moved_count: number;
  status: 'open' | 'done' | 'part' | 'missed' | 'dropped';
  closed_on: string | null;
  /** The session in which it was looked back on and settled. */
  closed_session_id: string | null;
  outcome_note: string;
  deal_id: string | null;
  visibility: Visibility;
};
export type ActionItemRow = Selectable<ActionItemTable>;
