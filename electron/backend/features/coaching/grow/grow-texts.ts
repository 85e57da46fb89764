import type { GrowText } from '#shared/contract/coaching-grow.ts';

/** The long texts of a GROW record; saved while typed. */
export const growTextColumns = [
  'goal_topic',
  'goal_outcome',
  'goal_measure',
  'goal_why',
  'reality_facts',
  'reality_tried',
  'reality_effect',
  'reality_obstacles',
  'will_action',
  'will_first_step',
  'will_evidence',
  'commitment_raise',
  'obstacle',
  'if_then_plan',
  'support_needed',
  'support_owner',
] as const satisfies readonly GrowText[];

export type GrowTexts = Record<GrowText, string>;
