import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { Private } from '#renderer/components/privacy/private.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { TalkingPoint } from '#shared/contract/coaching-brief.ts';
import { DismissButton, PointText, VisibilityButton } from '../points/point-line.tsx';
import { AddPoint } from '../points/points-editor.tsx';
import { useCoachingWords } from '../use-coaching-words.ts';
import classes from './session.module.css';
import { useSession } from './session-context.ts';

/** What is to be talked about; ticked when it was, the rest waits for the next session. */
export function SessionAgenda() {
  const { t } = useTranslation('coaching');
  const { page, sessionId } = useSession();
  const { points, session, isLocked } = page;
  const shown = points.filter(({ state }) => state !== 'dropped');
  return (
    <section className={classes['section']} aria-label={t('agenda.title')}>
      <h2 className={classes['title']}>{t('agenda.title')}</h2>
      {shown.length === 0 && <p className={classes['hint']}>{t('agenda.none')}</p>}
      <ol className={classes['list']}>
        {shown.map((point) =>
          point.visibility === 'private' ? (
            <Private key={point.key} isSilent>
              <AgendaLine point={point} />
            </Private>
          ) : (
            <AgendaLine key={point.key} point={point} />
          ),
        )}
      </ol>
      {!isLocked && <AddPoint personId={session.personId} sessionId={sessionId} />}
    </section>
  );
}

function AgendaLine({ point }: { point: TalkingPoint }) {
  const { t } = useTranslation('coaching');
  const words = useCoachingWords();
  const { page } = useSession();
  const change = useMutation(api.coaching.setPointState.mutationOptions());
  const { personId } = page.session;
  const { itemId, state, text, fact } = point;
  const shown = text !== '' || fact === null ? text : words.fact(fact);
  const isDone = state === 'discussed';
  const toggle = () => {
    if (itemId !== null) change.mutate({ itemId, state: isDone ? 'open' : 'discussed' });
  };
  return (
    <li className={classes['point']} data-state={state}>
      <Checkbox
        checked={isDone}
        disabled={page.isLocked}
        aria-label={t('agenda.tick', { text: shown })}
        onChange={toggle}
      />
      <div data-words>
        {page.isLocked ? <Name>{shown}</Name> : <PointText personId={personId} point={point} />}
      </div>
      {!page.isLocked && (
        <span className={classes['tools']}>
          <VisibilityButton personId={personId} point={point} />
          <DismissButton personId={personId} point={point} />
        </span>
      )}
    </li>
  );
}
