import { z } from 'zod';
import { bilingual } from './coaching-brief.ts';
import { growStep, party, visibility } from './coaching-fields.ts';
import { id, localDate } from './fields.ts';

export const scale5 = z.int().min(1).max(5).nullable();
export const scale10 = z.int().min(1).max(10).nullable();

export const growOption = z.object({
  id,
  text: z.string(),
  proposedBy: party,
  pros: z.string(),
  cons: z.string(),
  impact: scale5,
  feasibility: scale5,
  /** 2 × impact + feasibility, a hint for sorting only; null until both are known. */
  rankHint: z.int().nullable(),
  isChosen: z.boolean(),
});
export type GrowOption = z.infer<typeof growOption>;

/** The short fields of the GROW record; its texts are saved by `texts.saveText`. */
export const growFields = z.object({
  goalVisibility: visibility,
  goalDueOn: localDate.nullable(),
  realityVisibility: visibility,
  realityScale: scale10,
  /** Deals that show how things stand. */
  realityEvidence: z.array(id).max(50),
  optionsVisibility: visibility,
  willVisibility: visibility,
  willFirstStepDueOn: localDate.nullable(),
  willDueOn: localDate.nullable(),
  commitment: scale10,
  reviewOn: localDate.nullable(),
});
export type GrowFields = z.infer<typeof growFields>;

export const growChanges = growFields.partial();
export type GrowChanges = z.infer<typeof growChanges>;

/** The long texts of the GROW record, by their names in `texts.saveText`. */
export const growTexts = z.object({
  goal_topic: z.string(),
  goal_outcome: z.string(),
  goal_measure: z.string(),
  goal_why: z.string(),
  reality_facts: z.string(),
  reality_tried: z.string(),
  reality_effect: z.string(),
  reality_obstacles: z.string(),
  will_action: z.string(),
  will_first_step: z.string(),
  will_evidence: z.string(),
  commitment_raise: z.string(),
  obstacle: z.string(),
  if_then_plan: z.string(),
  support_needed: z.string(),
  support_owner: z.string(),
});
export const growText = growTexts.keyof();
export type GrowText = z.infer<typeof growText>;

/** A question as the bank shows it. */
export const bankQuestion = z.object({
  key: z.string(),
  step: growStep,
  /** With {variables}. */
  text: bilingual,
  isOwn: z.boolean(),
  isStarred: z.boolean(),
  isHidden: z.boolean(),
});
export type BankQuestion = z.infer<typeof bankQuestion>;
