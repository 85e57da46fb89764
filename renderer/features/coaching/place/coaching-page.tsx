import { Tabs } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { CommitmentsPart } from '../commitments/commitments-part.tsx';
import { QuestionsPart } from '../questions/questions-part.tsx';
import classes from './place.module.css';
import { RhythmPart } from './rhythm-part.tsx';

const route = getRouteApi('/coaching');

/** Who is to be coached, what was promised, what to ask. */
export function CoachingPage() {
  const { t } = useTranslation('coaching');
  const navigate = useNavigate();
  const { tab = 'rhythm' } = route.useSearch();
  return (
    <PageFrame title={t('title')} isFlush>
      <Tabs
        value={tab}
        keepMounted={false}
        className={classes['tabs'] ?? ''}
        onChange={(next) =>
          navigate({
            to: '/coaching',
            search: { tab: next === 'commitments' || next === 'questions' ? next : undefined },
          })
        }
      >
        <Tabs.List px="lg">
          <Tabs.Tab value="rhythm">{t('place.rhythm')}</Tabs.Tab>
          <Tabs.Tab value="commitments">{t('place.commitments')}</Tabs.Tab>
          <Tabs.Tab value="questions">{t('place.questions')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="rhythm" className={classes['panel'] ?? ''}>
          <RhythmPart />
        </Tabs.Panel>
        <Tabs.Panel value="commitments" className={classes['panel'] ?? ''}>
          <CommitmentsPart personId={null} />
        </Tabs.Panel>
        <Tabs.Panel value="questions" className={classes['panel'] ?? ''}>
          <QuestionsPart />
        </Tabs.Panel>
      </Tabs>
    </PageFrame>
  );
}
