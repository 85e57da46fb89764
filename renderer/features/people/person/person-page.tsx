import { Tabs } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useMoment } from '#renderer/api/use-moment.ts';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { LeavingDialog } from './leaving-dialog.tsx';
import { PersonActions } from './person-actions.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { PersonHeader } from './person-header.tsx';
import { PersonOverview } from './person-overview.tsx';
import classes from './person-page.module.css';
import { PrivateStrip } from './private-strip.tsx';

const route = getRouteApi('/team/$personId');

export type PersonTab = {
  id: string;
  label: string;
  content: ReactNode;
};

/** What is open over the page. */
export type PersonDialogName = 'edit' | 'leave' | 'leaving';

export type PersonPageProps = {
  tabs: readonly PersonTab[];
  /** The risks that name the person. */
  risks: ReactNode;
};

/** One person as one story; the tabs of other features are given by the app. */
export function PersonPage({ tabs, risks }: PersonPageProps) {
  const { t } = useTranslation('people');
  const { personId } = route.useParams();
  const { tab = 'overview' } = route.useSearch();
  const navigate = useNavigate();
  const moment = useMoment();
  const { data: page } = useSuspenseQuery(
    api.people.getPersonPage.queryOptions({ input: { personId } }),
  );
  const [dialog, setDialog] = useState<PersonDialogName | null>(null);
  const { person } = page;
  const prepare = () => navigate({ to: '/coaching/prep/$personId', params: { personId } });
  useShortcuts({
    title: person.name,
    shortcuts: [
      { keys: 'e', label: t('edit'), run: () => setDialog('edit') },
      { keys: 'p', label: t('openBrief'), run: prepare },
    ],
  });
  const close = () => setDialog(null);
  return (
    <PageFrame
      title={<PersonHeader page={page} />}
      toolbar={<PersonActions page={page} onPrepare={prepare} onOpen={setDialog} />}
      isFlush
    >
      <Tabs
        value={tab}
        onChange={(next) =>
          navigate({
            to: '/team/$personId',
            params: { personId },
            search: { tab: next === null || next === 'overview' ? undefined : next },
          })
        }
        className={classes['tabs'] ?? ''}
        keepMounted={false}
      >
        <Tabs.List px="lg">
          <Tabs.Tab value="overview">{t('tab.overview')}</Tabs.Tab>
          {tabs.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
          {page.coaching?.next != null && (
            <span className={classes['next']}>
              {t('nextSession', { at: moment(page.coaching.next.scheduledAt) })}
            </span>
          )}
        </Tabs.List>
        <Tabs.Panel value="overview" className={classes['panel'] ?? ''}>
          <PersonOverview page={page} risks={risks} />
          <PrivateStrip person={person} />
        </Tabs.Panel>
        {tabs.map(({ id, content }) => (
          <Tabs.Panel key={id} value={id} className={classes['panel'] ?? ''}>
            {content}
          </Tabs.Panel>
        ))}
      </Tabs>
      {dialog === 'edit' && <PersonDialog person={person} onClose={close} />}
      {dialog === 'leave' && <LeaveDialog person={person} onClose={close} />}
      {dialog === 'leaving' && <LeavingDialog person={person} today={page.asOf} onClose={close} />}
    </PageFrame>
  );
}
