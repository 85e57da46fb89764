import { Checkbox, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/api/use-settings.ts';
import { currencyOptions } from '#renderer/components/currency-options.ts';
import { CommittedInput } from '#renderer/components/form/committed-input.tsx';
import { SettingRow } from '#renderer/components/form/setting-row.tsx';
import { monthNames, weekdayNames } from './calendar-names.ts';
import { useSaveSettings } from './use-save-settings.ts';

/** The team, its money and its calendar. */
export function TeamSettings() {
  const { t } = useTranslation('settings');
  const settings = useSettings();
  const save = useSaveSettings();
  const names = ['teamName', 'companyName', 'managerName'] as const;
  return (
    <>
      {names.map((name) => (
        <SettingRow key={name} label={t(`team.${name}`)} hint={t(`team.${name}Hint`)}>
          <CommittedInput
            aria-label={t(`team.${name}`)}
            maxLength={300}
            saved={settings[name]}
            onCommit={(value) => save.mutateAsync({ [name]: value })}
          />
        </SettingRow>
      ))}
      <SettingRow label={t('team.currency')} hint={t('team.currencyHint')}>
        <Select
          aria-label={t('team.currency')}
          searchable
          data={currencyOptions(settings.language)}
          value={settings.currency}
          onChange={(currency) => currency !== null && save.mutate({ currency })}
        />
      </SettingRow>
      <SettingRow label={t('team.fiscalYear')} hint={t('team.fiscalYearHint')}>
        <Select
          aria-label={t('team.fiscalYear')}
          data={monthNames(settings.language)}
          value={String(settings.fiscalYearStartMonth)}
          onChange={(month) => month !== null && save.mutate({ fiscalYearStartMonth: +month })}
        />
      </SettingRow>
      <SettingRow label={t('team.workingDays')} hint={t('team.workingDaysHint')}>
        <WorkingDays />
      </SettingRow>
    </>
  );
}

function WorkingDays() {
  const { t } = useTranslation('settings');
  const { language, workingDays } = useSettings();
  const save = useSaveSettings();
  const change = (days: string[]) => {
    const next = days.map(Number).sort((a, b) => a - b);
    if (next.length > 0) save.mutate({ workingDays: next });
  };
  return (
    <Checkbox.Group
      aria-label={t('team.workingDays')}
      value={workingDays.map(String)}
      onChange={change}
    >
      <Group gap="md">
        {weekdayNames(language).map(({ value, label }) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
