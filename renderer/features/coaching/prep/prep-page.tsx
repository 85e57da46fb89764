import { Button } from '@mantine/core';
import { IconCalendarPlus, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useMoment } from '#renderer/api/use-moment.ts';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { Private } from '#renderer/components/privacy/private.tsx';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { Prep } from '#shared/contract/coaching-sessions.ts';
import { BriefPane } from '../brief/brief-pane.tsx';
import { PlanDialog } from '../place/plan-dialog.tsx';
import { PointsEditor } from '../points/points-editor.tsx';
import { usePinningOf } from '../points/use-pinning.ts';
import { PrintBriefButton } from '../print-brief-button.tsx';
import split from '../split.module.css';
import { PrepQuestions } from './prep-questions.tsx';

const route = getRouteApi('/coaching/prep/$personId');

/** Everything worth knowing before a one-on-one, and what to talk about; five minutes. */
export function PrepPage() {
  const { t } = useTranslation(['coaching', 'facts']);
  const { personId } = route.useParams();
  const { data: prep } = useSuspenseQuery(
    api.coaching.getPrep.queryOptions({ input: { personId } }),
  );
  const [isPlanning, setPlanning] = useState(false);
  const start = useStart(prep, personId);
  useShortcuts({
    title: t('prep.title'),
    shortcuts: [
      { keys: 's', label: t('session.start'), run: start.run },
      { keys: 'a', label: t('session.plan'), run: () => setPlanning(true) },
    ],
  });
  const { brief } = prep;
  const pinning = usePinningOf({ personId, sessionId: null, points: brief.points });
  return (
    <PageFrame
      title={
        <>
          {t('prep.title')}{' '}
          <RecordLink kind="person" id={personId}>
            <Name>{brief.person.name}</Name>
          </RecordLink>{' '}
          #{brief.sessionNo}
        </>
      }
      toolbar={<PrepToolbar prep={prep} start={start} onPlan={() => setPlanning(true)} />}
      isFlush
    >
      <div className={split['root']}>
        <section className={split['facts']} aria-label={t('facts:brief.title')}>
          <BriefPane brief={brief} pinning={pinning} isFrozen={false} />
        </section>
        <div className={split['work']}>
          <PointsEditor
            personId={personId}
            sessionId={null}
            points={brief.points}
            more={brief.morePoints}
          />
          <Private isSilent>
            <PrepQuestions questions={brief.questions} />
          </Private>
        </div>
      </div>
      {isPlanning && (
        <PlanDialog
          person={{ id: personId, name: brief.person.name }}
          session={prep.next}
          onClose={() => setPlanning(false)}
        />
      )}
    </PageFrame>
  );
}

type Start = { run(): void; isPending: boolean };

function useStart(prep: Prep, personId: string): Start {
  const navigate = useNavigate();
  const { mutate, isPending } = useMutation(
    api.coaching.startSession.mutationOptions({
      onSuccess: ({ id }) =>
        navigate({ to: '/coaching/sessions/$sessionId', params: { sessionId: id } }),
    }),
  );
  return { run: () => mutate({ personId, sessionId: prep.next?.id ?? null }), isPending };
}

function PrepToolbar({ prep, start, onPlan }: { prep: Prep; start: Start; onPlan(): void }) {
  const { t } = useTranslation(['coaching', 'facts']);
  const moment = useMoment();
  const { next, running, brief } = prep;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendarPlus size={16} aria-hidden />}
        onClick={onPlan}
      >
        {next === null ? t('session.plan') : moment(next.scheduledAt)}
      </Button>
      <PrintBriefButton personId={brief.person.id} sessionId={null} />
      <Button
        leftSection={<IconPlayerPlay size={16} aria-hidden />}
        loading={start.isPending}
        onClick={start.run}
      >
        {running === null ? t('session.start') : t('session.continue')}
      </Button>
    </>
  );
}
