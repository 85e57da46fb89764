import { SegmentedControl } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import type { Language } from '#shared/contract/fields.ts';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { data } = useSuspenseQuery(api.settings.getSettings.queryOptions());
  const save = useMutation(api.settings.saveSettings.mutationOptions());
  return (
    <PageFrame title={t('title')}>
      <SegmentedControl
        aria-label={t('language')}
        value={data.language}
        data={[
          { value: 'zh-CN', label: '简体中文' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(language) => save.mutate({ language: language as Language })}
      />
    </PageFrame>
  );
}
