import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { settingsTabs } from './settings-tabs.ts';

const route = getRouteApi('/settings');

export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { tab = settingsTabs[0].name } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PageFrame title={t('title')}>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => navigate({ search: { tab: next ?? undefined }, replace: true })}
      >
        <Tabs.List mb="sm">
          {settingsTabs.map(({ name, icon: Icon }) => (
            <Tabs.Tab key={name} value={name} leftSection={<Icon size={16} aria-hidden />}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {settingsTabs.map(({ name, component: Content }) => (
          <Tabs.Panel key={name} value={name}>
            <Suspense fallback={null}>
              <Content />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </PageFrame>
  );
}
