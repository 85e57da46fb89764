import { SegmentedControl, Select, TextInput, Title } from '@mantine/core';
import { IconFlask, IconPlayerPlay, IconTableImport, type TablerIcon } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { currencyOptions } from '#renderer/components/currency-options.ts';
import type { Language } from '#shared/contract/fields.ts';
import type { AppSettings } from '#shared/contract/settings.ts';
import classes from './first-start-page.module.css';

export type FirstWay = 'sample' | 'import' | 'empty';

export type FirstStartPageProps = {
  settings: AppSettings;
  /** Goes on after the answers were saved. */
  onChoose(way: FirstWay): Promise<void>;
  ways: readonly FirstWay[];
};

/** Three questions on one page, then the first step. */
export function FirstStartPage({ settings, onChoose, ways }: FirstStartPageProps) {
  const { t } = useTranslation('workspace');
  const [teamName, setTeamName] = useState(settings.teamName);
  const [currency, setCurrency] = useState(settings.currency);
  const save = useMutation(api.settings.saveSettings.mutationOptions());
  const choose = useMutation({
    async mutationFn(way: FirstWay) {
      // Who looks at the sample first comes back to this page for the own data.
      await save.mutateAsync({ teamName: teamName.trim(), currency, isSetUp: way !== 'sample' });
      await onChoose(way);
    },
  });
  return (
    <main className={classes['root']}>
      <div className={classes['page']}>
        <header>
          <Title order={1}>{t('first.title')}</Title>
          <p className={classes['promise']}>{t('first.promise')}</p>
        </header>
        <div className={classes['questions']}>
          <LanguageQuestion
            language={settings.language}
            onChange={(language) => save.mutate({ language })}
          />
          <TextInput
            label={t('first.team')}
            placeholder={t('first.teamExample')}
            maxLength={300}
            value={teamName}
            onChange={(event) => setTeamName(event.currentTarget.value)}
          />
          <Select
            label={t('first.currency')}
            data={currencyOptions(settings.language)}
            searchable
            value={currency}
            onChange={(value) => value !== null && setCurrency(value)}
          />
        </div>
        <div className={classes['ways']}>
          {ways.map((way) => (
            <Way
              key={way}
              way={way}
              isBusy={choose.isPending && choose.variables === way}
              onChoose={() => choose.mutate(way)}
            />
          ))}
        </div>
      </div>
    </main>
  );
}

type LanguageQuestionProps = { language: Language; onChange(language: Language): void };

function LanguageQuestion({ language, onChange }: LanguageQuestionProps) {
  return (
    <SegmentedControl
      aria-label="语言 / Language"
      value={language}
      data={[
        { value: 'zh-CN', label: '简体中文' },
        { value: 'en', label: 'English' },
      ]}
      onChange={onChange}
    />
  );
}

const icons: Readonly<Record<FirstWay, TablerIcon>> = {
  sample: IconFlask,
  import: IconTableImport,
  empty: IconPlayerPlay,
};

type WayProps = { way: FirstWay; isBusy: boolean; onChoose(): void };

function Way({ way, isBusy, onChoose }: WayProps) {
  const { t } = useTranslation('workspace');
  const Icon = icons[way];
  return (
    <button type="button" className={classes['way']} onClick={onChoose} aria-busy={isBusy}>
      <Icon size={22} stroke={1.6} aria-hidden />
      <strong>{t(`first.ways.${way}.title`)}</strong>
      <span>{isBusy ? t('first.busy') : t(`first.ways.${way}.body`)}</span>
    </button>
  );
}
