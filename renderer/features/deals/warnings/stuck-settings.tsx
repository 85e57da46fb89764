import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommittedNumber } from '#renderer/components/form/committed-number.tsx';
import { SettingRow } from '#renderer/components/form/setting-row.tsx';
import {
  stuckRule,
  type WarningChanges,
  type WarningSettings,
} from '#shared/contract/deal-warnings.ts';
import classes from './warnings.module.css';

type Stuck = WarningSettings['stuck'];

export type StuckSettingsProps = {
  settings: Stuck;
  onChange(changes: NonNullable<WarningChanges['stuck']>): Promise<unknown>;
};

const numbers = {
  stageFactorPct: [100, 1000],
  minOwnSample: [1, 1000],
  silentDays: [1, 3650],
  pushes: [1, 100],
} as const;
const names = Object.keys(numbers) as (keyof typeof numbers)[]; // keys of a literal object

/** When a deal counts as stuck in a one-on-one. */
export function StuckSettings({ settings, onChange }: StuckSettingsProps) {
  const { t } = useTranslation('settings');
  return (
    <>
      <div className={classes['switches']}>
        {stuckRule.options.map((rule) => (
          <Switch
            key={rule}
            label={t(`warnings.stuckRules.${rule}`)}
            checked={!settings.rulesOff.includes(rule)}
            onChange={(event) => void onChange({ rules: { [rule]: event.currentTarget.checked } })}
          />
        ))}
      </div>
      {names.map((name) => (
        <SettingRow
          key={name}
          label={t(`warnings.stuckNumbers.${name}.title`)}
          hint={t(`warnings.stuckNumbers.${name}.hint`)}
        >
          <CommittedNumber
            w={110}
            aria-label={t(`warnings.stuckNumbers.${name}.title`)}
            suffix={name === 'stageFactorPct' ? '%' : ''}
            min={numbers[name][0]}
            max={numbers[name][1]}
            saved={settings[name]}
            onCommit={(value) => onChange({ [name]: value })}
          />
        </SettingRow>
      ))}
    </>
  );
}
