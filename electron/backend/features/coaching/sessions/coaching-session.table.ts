import type { Selectable } from 'kysely';
import type { RecordColumns } from '../../../database/record.table.ts';

export type CoachingSessionTable = RecordColumns & {
  person_id: string;
  /** Counts the sessions that were held with the person; null until it starts. */
  session_no: number | null;
  type: 'one_on_one' | 'deal' | 'skill' | 'field_visit' | 'career' | 'pip_checkin';
  status: 'scheduled' | 'in_progress' | 'completed' | 'excused' | 'missed';
  scheduled_at: string;
  planned_minutes: number;
  started_at: string | null;
  completed_at: string | null;
  mode: 'onsite' | 'phone' | 'video' | 'field';
  location: string;
  /** Why it was excused or missed. */
  skip_reason: string | null;
  /** The brief as it was when the session started; never changes. */
  prep_snapshot_json: string | null;
  shared_summary: string;
  private_note: string;
  /** Why it was opened again after it was locked, and when. */
  amend_reason: string | null;
  amended_at: string | null;
};
export type CoachingSessionRow = Selectable<CoachingSessionTable>;

export type Visibility = 'private' | 'shared';

/** One for each started session, with the session's id. */
export type GrowRecordTable = RecordColumns & {
  goal_visibility: Visibility;
  goal_topic: string;
  goal_outcome: string;
  goal_measure: string;
  goal_due_on: string | null;
  goal_why: string;
  reality_visibility: Visibility;
  reality_facts: string;
  reality_tried: string;
  reality_effect: string;
  reality_obstacles: string;
  reality_scale_1_10: number | null;
  /** Ids of deals, JSON array. */
  reality_evidence_json: string;
  options_visibility: Visibility;
  will_visibility: Visibility;
  will_action: string;
  will_first_step: string;
  will_first_step_due_on: string | null;
  will_due_on: string | null;
  will_evidence: string;
  commitment_1_10: number | null;
  commitment_raise: string;
  obstacle: string;
  if_then_plan: string;
  support_needed: string;
  support_owner: string;
  review_on: string | null;
};
export type GrowRecordRow = Selectable<GrowRecordTable>;

export type GrowOptionTable = RecordColumns & {
  session_id: string;
  sort_order: number;
  text: string;
  proposed_by: 'rep' | 'manager';
  pros: string;
  cons: string;
  impact_1_5: number | null;
  feasibility_1_5: number | null;
  is_chosen: number;
};
export type GrowOptionRow = Selectable<GrowOptionTable>;
