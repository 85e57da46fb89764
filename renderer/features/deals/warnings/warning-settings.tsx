import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { CommittedNumber } from '#renderer/components/form/committed-number.tsx';
import { SettingRow } from '#renderer/components/form/setting-row.tsx';
import type {
  WarningSettings as Settings,
  WarningChanges,
} from '#shared/contract/deal-warnings.ts';
import { HealthRule, ruleNames } from './health-rule.tsx';
import { StuckSettings } from './stuck-settings.tsx';
import classes from './warnings.module.css';

/** When a deal is unwell or stuck. Every change saves at once, and undo takes it back. */
export function WarningSettings() {
  const { t } = useTranslation('settings');
  const { data } = useSuspenseQuery(api.deals.getWarningSettings.queryOptions());
  const save = useMutation(api.deals.changeWarnings.mutationOptions());
  const { health, stuck } = data;
  return (
    <>
      <h2 className={classes['heading']}>{t('warnings.health')}</h2>
      <p className={classes['intro']}>{t('warnings.healthIntro')}</p>
      {ruleNames.map((name) => (
        <HealthRule
          key={name}
          name={name}
          rule={health.rules[name]}
          onChange={(change) => save.mutateAsync({ rules: { [name]: change } })}
        />
      ))}
      <Levels
        levels={health.levels}
        onChange={(changes) => save.mutateAsync({ levels: changes })}
      />
      <h2 className={classes['heading']}>{t('warnings.stuck')}</h2>
      <p className={classes['intro']}>{t('warnings.stuckIntro')}</p>
      <StuckSettings
        settings={stuck}
        onChange={(changes) => save.mutateAsync({ stuck: changes })}
      />
    </>
  );
}

type LevelsProps = {
  levels: Settings['health']['levels'];
  onChange(changes: NonNullable<WarningChanges['levels']>): Promise<unknown>;
};

/** Each level begins above the one before it. */
function Levels({ levels, onChange }: LevelsProps) {
  const { t } = useTranslation('settings');
  const { watch, at_risk, critical } = levels;
  const bounds = {
    watch: [1, at_risk - 1],
    at_risk: [watch + 1, critical - 1],
    critical: [at_risk + 1, 100],
  } as const;
  return (['watch', 'at_risk', 'critical'] as const).map((level) => (
    <SettingRow key={level} label={t(`warnings.levels.${level}`)} hint={t('warnings.levelHint')}>
      <CommittedNumber
        w={110}
        aria-label={t(`warnings.levels.${level}`)}
        min={bounds[level][0]}
        max={bounds[level][1]}
        saved={levels[level]}
        onCommit={(value) => onChange({ [level]: value })}
      />
    </SettingRow>
  ));
}
