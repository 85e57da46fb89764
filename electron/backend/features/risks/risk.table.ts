import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type {
  riskCategory,
  riskKind,
  riskRule,
  riskStatus,
  riskTreatment,
} from '#shared/contract/risks.ts';
import type { RecordColumns } from '../../database/record.table.ts';

export type RiskTable = RecordColumns & {
  /** Running number in the register. */
  number: number;
  title: string;
  kind: z.infer<typeof riskKind>;
  category: z.infer<typeof riskCategory>;
  cause: string;
  event: string;
  consequence: string;
  existing_controls: string;
  contingency: string;
  /** Null when the manager owns it. */
  owner_id: string | null;
  status: z.infer<typeof riskStatus>;
  identified_on: string;
  inherent_probability_1_5: number | null;
  inherent_impact_1_5: number | null;
  current_probability_1_5: number | null;
  current_impact_1_5: number | null;
  target_probability_1_5: number | null;
  target_impact_1_5: number | null;
  probability_bp: number | null;
  loss_minor: number | null;
  velocity_1_5: number | null;
  treatment: z.infer<typeof riskTreatment> | null;
  accepted_by: string | null;
  acceptance_reason: string | null;
  accepted_until_on: string | null;
  /** Null takes the rhythm of the level. */
  review_every_days: number | null;
  last_reviewed_on: string | null;
  next_review_on: string;
  closed_on: string | null;
  close_reason: string | null;
  /** The deal warning that raised it. */
  rule_code: z.infer<typeof riskRule> | null;
  /** Version of the scales it was scored on; a later change of scales leaves old scores readable. */
  criteria_version: number;
};
export type RiskRow = Selectable<RiskTable>;

/** Exactly one of the three is set. */
export type RiskLinkTable = RecordColumns & {
  risk_id: string;
  deal_id: string | null;
  account_id: string | null;
  person_id: string | null;
};

export type RiskActionTable = RecordColumns & {
  risk_id: string;
  text: string;
  owner_id: string | null;
  due_on: string | null;
  status: 'open' | 'done' | 'dropped';
  done_on: string | null;
  outcome: string;
};
export type RiskActionRow = Selectable<RiskActionTable>;

export type RiskReviewTable = RecordColumns & {
  risk_id: string;
  reviewed_on: string;
  note: string;
  before_probability_1_5: number | null;
  before_impact_1_5: number | null;
  after_probability_1_5: number | null;
  after_impact_1_5: number | null;
};

export type RiskDismissalTable = RecordColumns & {
  deal_id: string;
  reason: string;
  until_on: string;
};
