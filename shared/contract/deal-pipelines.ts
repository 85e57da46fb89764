import { z } from 'zod';
import { dealStatus, forecastCategory } from './deal-filter.ts';
import { stageHealthRules, stageRuleChanges } from './deal-warnings.ts';
import { basisPoints, id, shortText } from './fields.ts';

/** Facts a stage can ask for before a deal may enter it. */
export const requiredField = z.enum([
  'account',
  'owner',
  'product',
  'amount',
  'expectedClose',
  'nextStep',
  'nextStepOn',
  'source',
]);
export type RequiredField = z.infer<typeof requiredField>;

export const stage = z.object({
  id,
  nameZh: shortText,
  nameEn: shortText,
  type: dealStatus,
  probabilityBp: basisPoints,
  forecastCategory,
  requiredFields: z.array(requiredField),
  /** Stages a deal may go to from here; null allows all. */
  allowedNext: z.array(id).nullable(),
  /** Whether a deal may go back from here to an earlier stage. */
  allowBack: z.boolean(),
  /** Health rules in place of the workspace's. */
  healthRules: stageHealthRules,
  /** Deals in it, open and closed. */
  dealCount: z.int(),
});
export type Stage = z.infer<typeof stage>;

/** What is different about a stage; what is left out stays. */
export const stageChanges = stage
  .pick({
    nameZh: true,
    nameEn: true,
    probabilityBp: true,
    forecastCategory: true,
    allowBack: true,
  })
  .partial()
  .extend({
    /** Whether a fact is asked for. */
    requiredFields: z.partialRecord(requiredField, z.boolean()).optional(),
    /** Stage → whether a deal may go there; with none left it may go anywhere. */
    allowedNext: z.record(id, z.boolean()).optional(),
    healthRules: stageRuleChanges.optional(),
  });
export type StageChanges = z.infer<typeof stageChanges>;

export const pipeline = z.object({
  id,
  nameZh: shortText,
  nameEn: shortText,
  /** In order; the open ones first, then won, then lost. */
  stages: z.array(stage),
});
export type Pipeline = z.infer<typeof pipeline>;

/**
 * A pipeline as it should be. A stage without an id is new; one that is missing is deleted, and
 * its deals go to the stage named in `replacements`, else the answer is `stage_in_use`.
 */
export const pipelineDraft = z.object({
  id: id.optional(),
  nameZh: shortText,
  nameEn: shortText,
  stages: z
    .array(
      stage
        .omit({ dealCount: true, allowedNext: true })
        .partial({ id: true })
        .extend({
          /** Positions in this list. */
          allowedNext: z.array(z.int().min(0)).nullable(),
        }),
    )
    .min(3)
    .max(30),
  /** Deleted stage → position in the list of the stage its deals move to. */
  replacements: z.record(z.string(), z.int().min(0)).default({}),
});
export type PipelineDraft = z.infer<typeof pipelineDraft>;
