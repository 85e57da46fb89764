import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/api/use-settings.ts';
import { SettingRow } from '#renderer/components/form/setting-row.tsx';
import { theme as themes } from '#shared/contract/settings.ts';
import { useSaveSettings } from './use-save-settings.ts';

/** Language and colours; both change at once. */
export function AppearanceSettings() {
  const { t } = useTranslation('settings');
  const { language, theme, riseColor } = useSettings();
  const save = useSaveSettings();
  return (
    <>
      <SettingRow label={t('appearance.language')} hint={t('appearance.languageHint')}>
        <SegmentedControl
          aria-label={t('appearance.language')}
          value={language}
          data={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(next) => save.mutate({ language: next })}
        />
      </SettingRow>
      <SettingRow label={t('appearance.theme')}>
        <SegmentedControl
          aria-label={t('appearance.theme')}
          value={theme}
          data={themes.options.map((value) => ({ value, label: t(`appearance.themes.${value}`) }))}
          onChange={(next) => save.mutate({ theme: next })}
        />
      </SettingRow>
      <SettingRow label={t('appearance.rise')} hint={t('appearance.riseHint')}>
        <SegmentedControl
          aria-label={t('appearance.rise')}
          value={riseColor}
          data={[
            { value: 'green', label: t('appearance.riseGreen') },
            { value: 'red', label: t('appearance.riseRed') },
          ]}
          onChange={(next) => save.mutate({ riseColor: next })}
        />
      </SettingRow>
    </>
  );
}
