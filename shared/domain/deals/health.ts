import type { LocalDate } from '#shared/domain/dates/local-date.ts';
import { type DealFacts, daysPast, hasNextStep, silentDays } from './deal-facts.ts';
import type { StageBenchmark } from './stage-benchmark.ts';

export type HealthLevel = 'fine' | 'watch' | 'at_risk' | 'critical';

/** Fires past `over`: `{ over: 14, points: 15 }` is silent at 14 days and gives 15 at 15. */
export type HealthStep = Readonly<{ over: number; points: number }>;

export type HealthRules = Readonly<{
  noActivity: Readonly<{
    isOn: boolean;
    steps: readonly HealthStep[];
    /** A next step that lies ahead keeps the rule quiet until so many silent days. */
    quietUntilDays: number;
  }>;
  noNextStep: Readonly<{ isOn: boolean; points: number }>;
  nextStepOverdue: Readonly<{ isOn: boolean; points: number }>;
  closeDatePassed: Readonly<{ isOn: boolean; points: number }>;
  pushed: Readonly<{ isOn: boolean; steps: readonly HealthStep[] }>;
  stageAge: Readonly<{
    isOn: boolean;
    /** Under so many won deals a quantile says nothing. */
    minSample: number;
    p75Points: number;
    p90Points: number;
    beyondPoints: number;
  }>;
}>;

export type HealthSettings = Readonly<{
  rules: HealthRules;
  /** Rules that differ in a stage, by stage id. */
  stageRules: Readonly<Record<string, Partial<HealthRules>>>;
  /** The lowest score of each level above `fine`. */
  levels: Readonly<Record<Exclude<HealthLevel, 'fine'>, number>>;
}>;

export type HealthReason =
  | Readonly<{ code: 'no_activity'; points: number; days: number; overDays: number }>
  | Readonly<{ code: 'no_next_step'; points: number }>
  | Readonly<{ code: 'next_step_overdue'; points: number; days: number }>
  | Readonly<{ code: 'close_date_passed'; points: number; days: number }>
  | Readonly<{ code: 'pushed'; points: number; times: number }>
  | Readonly<{
      code: 'stage_age';
      points: number;
      days: number;
      mark: StageAgeMark;
      limitDays: number;
      n: number;
    }>;

export type StageAgeMark = 'p75' | 'p90' | 'beyond';

export type DealHealth = Readonly<{
  /** 0 to 100, higher is worse. */
  score: number;
  level: HealthLevel;
  reasons: readonly HealthReason[];
}>;

export const DEFAULT_HEALTH_SETTINGS: HealthSettings = {
  rules: {
    noActivity: {
      isOn: true,
      steps: [
        { over: 14, points: 15 },
        { over: 28, points: 25 },
      ],
      quietUntilDays: 30,
    },
    noNextStep: { isOn: true, points: 10 },
    nextStepOverdue: { isOn: true, points: 10 },
    closeDatePassed: { isOn: true, points: 20 },
    pushed: {
      isOn: true,
      steps: [
        { over: 0, points: 5 },
        { over: 1, points: 10 },
        { over: 2, points: 20 },
      ],
    },
    stageAge: { isOn: true, minSample: 5, p75Points: 10, p90Points: 20, beyondPoints: 25 },
  },
  stageRules: {},
  levels: { watch: 25, at_risk: 50, critical: 75 },
};

export type HealthInput = Readonly<{
  deal: DealFacts;
  /** Of the deal's stage; null while no deal has passed through it. */
  benchmark: StageBenchmark | null;
  today: LocalDate;
  settings: HealthSettings;
}>;

function highestStep(value: number, steps: readonly HealthStep[]): HealthStep | null {
  return steps
    .filter(({ over }) => value > over)
    .reduce<HealthStep | null>((top, step) => (top && top.over >= step.over ? top : step), null);
}

function noActivity({ deal, today }: HealthInput, rule: HealthRules['noActivity']): HealthReason[] {
  const days = silentDays(deal, today);
  const step = days === null ? null : highestStep(days, rule.steps);
  const isPlanned = deal.nextStepOn !== null && deal.nextStepOn >= today;
  if (days === null || !step || (isPlanned && days <= rule.quietUntilDays)) return [];
  return [{ code: 'no_activity', points: step.points, days, overDays: step.over }];
}

function nextStep({ deal, today }: HealthInput, rules: HealthRules): HealthReason[] {
  if (!hasNextStep(deal)) {
    return rules.noNextStep.isOn ? [{ code: 'no_next_step', points: rules.noNextStep.points }] : [];
  }
  const days = daysPast(deal.nextStepOn, today);
  if (days === 0 || !rules.nextStepOverdue.isOn) return [];
  return [{ code: 'next_step_overdue', points: rules.nextStepOverdue.points, days }];
}

function closeDate({ deal, today }: HealthInput, points: number): HealthReason[] {
  const days = daysPast(deal.expectedCloseOn, today);
  return days === 0 ? [] : [{ code: 'close_date_passed', points, days }];
}

function pushed({ deal }: HealthInput, steps: readonly HealthStep[]): HealthReason[] {
  const step = highestStep(deal.pushes, steps);
  return step ? [{ code: 'pushed', points: step.points, times: deal.pushes }] : [];
}

function stageAge({ deal, benchmark }: HealthInput, rule: HealthRules['stageAge']): HealthReason[] {
  const days = deal.stageDays;
  if (days === null || !benchmark || benchmark.n < rule.minSample) return [];
  const marks = [
    { mark: 'beyond', limitDays: benchmark.longestDays, points: rule.beyondPoints },
    { mark: 'p90', limitDays: benchmark.p90Days, points: rule.p90Points },
    { mark: 'p75', limitDays: benchmark.p75Days, points: rule.p75Points },
  ] as const;
  for (const { mark, limitDays, points } of marks) {
    if (limitDays === null || days <= limitDays) continue;
    return [{ code: 'stage_age', points, days, mark, limitDays, n: benchmark.n }];
  }
  return [];
}

function healthLevel(score: number, levels: HealthSettings['levels']): HealthLevel {
  if (score >= levels.critical) return 'critical';
  if (score >= levels.at_risk) return 'at_risk';
  return score >= levels.watch ? 'watch' : 'fine';
}

/**
 * The health of an open deal with all its reasons. 20 silent days (15), no next step (10), 2 pushes
 * (10) and 64 days in a stage with p75 45 and p90 70 (10) → 45, watch.
 */
export function dealHealth(input: HealthInput): DealHealth {
  const { deal, settings } = input;
  const special = Object.hasOwn(settings.stageRules, deal.stageId)
    ? settings.stageRules[deal.stageId]
    : undefined;
  const rules = { ...settings.rules, ...special };
  const reasons = [
    ...(rules.noActivity.isOn ? noActivity(input, rules.noActivity) : []),
    ...nextStep(input, rules),
    ...(rules.closeDatePassed.isOn ? closeDate(input, rules.closeDatePassed.points) : []),
    ...(rules.pushed.isOn ? pushed(input, rules.pushed.steps) : []),
    ...(rules.stageAge.isOn ? stageAge(input, rules.stageAge) : []),
  ].filter(({ points }) => points > 0);
  const score = Math.min(
    100,
    reasons.reduce((total, { points }) => total + points, 0),
  );
  return { score, level: healthLevel(score, settings.levels), reasons };
}
