import type {
  RuleChange,
  StageRuleChanges,
  WarningSettings,
} from '#shared/contract/deal-warnings.ts';
import {
  healthRules,
  type StageHealthRules,
  stageHealthRules,
} from '#shared/contract/deal-warnings.ts';
import type { HealthRules, HealthStep } from '#shared/domain/deals/health.ts';
import { AppError } from '../../../app-error.ts';

type Rule = HealthRules[keyof HealthRules];

/** @throws AppError bad_input when a step that is new does not say all about itself */
export function withRuleChanges(
  rules: HealthRules,
  changes: Partial<Record<keyof HealthRules, RuleChange | undefined>>,
): WarningSettings['health']['rules'] {
  const merged = mergeRules(rules, changes);
  const result = healthRules.safeParse(merged);
  if (!result.success) throw new AppError('bad_input', { field: 'rules' });
  return result.data;
}

/** @throws AppError bad_input when a rule that is new does not say all about itself */
export function withStageRuleChanges(
  rules: StageHealthRules,
  changes: StageRuleChanges,
): StageHealthRules {
  const result = stageHealthRules.safeParse(mergeRules(rules, changes));
  if (!result.success) throw new AppError('bad_input', { field: 'healthRules' });
  return result.data;
}

function mergeRules(rules: object, changes: object) {
  const before = new Map<string, Rule | undefined>(Object.entries(rules));
  const changed: [string, RuleChange | null | undefined][] = Object.entries(changes);
  const merged = changed.map(([name, change]) => [name, mergeRule(before.get(name), change)]);
  return { ...rules, ...Object.fromEntries(merged) };
}

function mergeRule(rule: Rule | undefined, change: RuleChange | null | undefined) {
  if (change === undefined) return rule;
  if (change === null) return undefined;
  const { steps, ...values } = change;
  const known: readonly HealthStep[] = rule !== undefined && 'steps' in rule ? rule.steps : [];
  return {
    ...rule,
    ...given(values),
    ...(steps && { steps: steps.map((step, at) => ({ ...known[at], ...given(step) })) }),
  };
}

/** Without what is undefined, which would hide what is there. */
export function given<T extends object>(
  values: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
