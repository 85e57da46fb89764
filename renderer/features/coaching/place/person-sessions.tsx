import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { Private } from '#renderer/components/privacy/private.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { CoachingSession, ToldSession } from '#shared/contract/coaching-sessions.ts';
import classes from './place.module.css';
import { PlanDialog } from './plan-dialog.tsx';
import { SessionLine } from './session-line.tsx';

/** All sessions of a person, the latest first. */
export function PersonSessions({ personId }: { personId: string }) {
  const { t } = useTranslation('coaching');
  const [planning, setPlanning] = useState<CoachingSession | null>(null);
  const { data } = useQuery(api.coaching.listPersonSessions.queryOptions({ input: { personId } }));
  if (data === undefined) return null;
  return (
    <>
      {data.sessions.length === 0 && <p className={classes['dim']}>{t('place.nonePast')}</p>}
      <ul className={classes['list']}>
        {data.sessions.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            asOf={data.asOf}
            onReplan={() => setPlanning(session)}
            isPersonShown={false}
            note={<Told session={session} />}
          />
        ))}
      </ul>
      {planning !== null && (
        <PlanDialog
          person={{ id: personId, name: planning.personName }}
          session={planning}
          onClose={() => setPlanning(null)}
        />
      )}
    </>
  );
}

/** What a session was about, unless that is private, and how many of its promises were kept. */
function Told({ session }: { session: ToldSession }) {
  const { t } = useTranslation('coaching');
  const { topic, isTopicPrivate, commitmentsMade, commitmentsDone } = session;
  const words = (
    <>
      {' · '}
      <Name>{topic}</Name>
    </>
  );
  return (
    <>
      {topic !== '' && (isTopicPrivate ? <Private isSilent>{words}</Private> : words)}
      {commitmentsMade > 0 &&
        ` · ${t('place.done', { done: commitmentsDone, made: commitmentsMade })}`}
    </>
  );
}
