import { z } from 'zod';
import { DEFAULT_HEALTH_SETTINGS, type HealthRules } from '#shared/domain/deals/health.ts';
import { DEFAULT_STUCK_SETTINGS } from '#shared/domain/deals/stuck.ts';
import { healthLevel } from './deal-filter.ts';

const days = z.int().min(1).max(3650);
const points = z.int().min(0).max(100);

/** Fires past `over`: silent at it, `points` one above it. */
const step = z.object({ over: z.int().min(0).max(3650), points });
const steps = z.array(step).min(1).max(5);

/** The rules of a deal's health; each can be off. */
export const healthRules = z.object({
  noActivity: z.object({
    isOn: z.boolean(),
    steps,
    /** A next step ahead keeps the rule quiet up to so many silent days. */
    quietUntilDays: days,
  }),
  noNextStep: z.object({ isOn: z.boolean(), points }),
  nextStepOverdue: z.object({ isOn: z.boolean(), points }),
  closeDatePassed: z.object({ isOn: z.boolean(), points }),
  pushed: z.object({ isOn: z.boolean(), steps }),
  stageAge: z.object({
    isOn: z.boolean(),
    /** Under so many won deals a quantile says nothing. */
    minSample: z.int().min(1).max(1000),
    p75Points: points,
    p90Points: points,
    beyondPoints: points,
  }),
}) satisfies z.ZodType<HealthRules>;

const stageAge = healthRules.shape.stageAge.shape;
const ruleName = healthRules.keyof();

/** What is different about a rule of health; what is left out stays. */
export const ruleChange = z
  .object({
    isOn: z.boolean(),
    /** As many as there are to be; what a step leaves out stays as it is at that place. */
    steps: z.array(step.partial()).min(1).max(5),
    points,
    quietUntilDays: days,
    minSample: stageAge.minSample,
    p75Points: points,
    p90Points: points,
    beyondPoints: points,
  })
  .partial();
export type RuleChange = z.infer<typeof ruleChange>;

/** Rules of one stage in place of the workspace's. */
export const stageHealthRules = healthRules.partial();
/** Null follows the workspace again. */
export const stageRuleChanges = z.partialRecord(ruleName, ruleChange.nullable());
export type StageRuleChanges = z.infer<typeof stageRuleChanges>;
export type StageHealthRules = z.infer<typeof stageHealthRules>;

export const stuckRule = z.enum([
  'slow_stage',
  'no_activity',
  'pushed',
  'close_date_passed',
  'no_next_step',
]);

export const warningSettings = z.object({
  health: z.object({
    rules: healthRules,
    /** The lowest score of each level above `fine`. */
    levels: z.object({ watch: points, at_risk: points, critical: points }),
  }),
  stuck: z.object({
    rulesOff: z.array(stuckRule),
    /** Slow past so many hundredths of the median. */
    stageFactorPct: z.int().min(100).max(1000),
    /** Under so many own won deals the team's median is taken. */
    minOwnSample: z.int().min(1).max(1000),
    silentDays: days,
    pushes: z.int().min(1).max(100),
  }),
});
export type WarningSettings = z.infer<typeof warningSettings>;

/** What is different about the warnings; what is left out stays. */
export const warningChanges = z
  .object({
    rules: z.partialRecord(ruleName, ruleChange),
    levels: warningSettings.shape.health.shape.levels.partial(),
    stuck: warningSettings.shape.stuck
      .omit({ rulesOff: true })
      .partial()
      /** Whether a rule holds. */
      .extend({ rules: z.partialRecord(stuckRule, z.boolean()).optional() }),
  })
  .partial();
export type WarningChanges = z.infer<typeof warningChanges>;

export const defaultWarningSettings: WarningSettings = warningSettings.parse({
  health: {
    rules: DEFAULT_HEALTH_SETTINGS.rules,
    levels: DEFAULT_HEALTH_SETTINGS.levels,
  },
  stuck: DEFAULT_STUCK_SETTINGS,
});

/** Why a deal's health is what it is: the rule, its points and its numbers. */
export const healthReason = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('no_activity'),
    points,
    days: z.int(),
    overDays: z.int(),
  }),
  z.object({ code: z.literal('no_next_step'), points }),
  z.object({ code: z.literal('next_step_overdue'), points, days: z.int() }),
  z.object({ code: z.literal('close_date_passed'), points, days: z.int() }),
  z.object({ code: z.literal('pushed'), points, times: z.int() }),
  z.object({
    code: z.literal('stage_age'),
    points,
    days: z.int(),
    mark: z.enum(['p75', 'p90', 'beyond']),
    limitDays: z.number(),
    /** Won deals behind the limit. */
    n: z.int(),
  }),
]);
export type HealthReason = z.infer<typeof healthReason>;

export const dealHealth = z.object({
  /** Higher is worse. */
  score: z.int().min(0).max(100),
  level: healthLevel,
  reasons: z.array(healthReason),
});
export type DealHealth = z.infer<typeof dealHealth>;
