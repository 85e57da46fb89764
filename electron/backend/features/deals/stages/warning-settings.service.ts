import {
  defaultWarningSettings,
  stuckRule,
  type WarningChanges,
  type WarningSettings,
  warningSettings,
} from '#shared/contract/deal-warnings.ts';
import type { HealthSettings } from '#shared/domain/deals/health.ts';
import type { ReadDb } from '../../../database/db.ts';
import type { CommandContext } from '../../../rpc/context.ts';
import { getFeatureSetting, saveFeatureSetting } from '../../settings/feature-setting.service.ts';
import { listStages } from './pipeline.repository.ts';
import { given, withRuleChanges } from './rule-changes.ts';

const setting = {
  id: 'deals.warnings',
  schema: warningSettings,
  default: defaultWarningSettings,
};

export function getWarningSettings(context: { db: ReadDb }): Promise<WarningSettings> {
  return getFeatureSetting(context, setting);
}

/**
 * Changes what is named; the rest stays as it is.
 *
 * @throws AppError bad_input
 */
export async function changeWarnings(
  context: CommandContext,
  { rules = {}, levels = {}, stuck: { rules: stuckRules = {}, ...numbers } = {} }: WarningChanges,
): Promise<void> {
  const { health, stuck } = await getWarningSettings(context);
  const isOff = (rule: StuckRule) =>
    stuckRules[rule] === undefined ? stuck.rulesOff.includes(rule) : !stuckRules[rule];
  await saveFeatureSetting(context, setting, {
    health: {
      rules: withRuleChanges(health.rules, rules),
      levels: { ...health.levels, ...given(levels) },
    },
    stuck: { ...stuck, ...given(numbers), rulesOff: stuckRule.options.filter(isOff) },
  });
}

type StuckRule = WarningSettings['stuck']['rulesOff'][number];

/** The rules of health: the workspace's, and where a stage has its own, those. */
export async function getHealthSettings(context: { db: ReadDb }): Promise<HealthSettings> {
  const { health } = await getWarningSettings(context);
  const stages = await listStages(context.db);
  const own = stages.filter((stage) => Object.keys(stage.healthRules).length > 0);
  return {
    ...health,
    stageRules: Object.fromEntries(own.map((stage) => [stage.id, definedRules(stage.healthRules)])),
  };
}

/** An absent rule must be absent, not undefined, or it would hide the workspace's. */
function definedRules<T extends object>(rules: T) {
  return Object.fromEntries(
    Object.entries(rules).filter(([, rule]) => rule !== undefined),
  ) as HealthSettings['stageRules'][string];
}
