import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settleDrafts } from '#renderer/api/autosave/drafts.ts';
import { api } from '#renderer/api/client.ts';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { GrowStep } from '#shared/contract/coaching-fields.ts';
import type { GrowChanges } from '#shared/contract/coaching-grow.ts';
import type { SessionPage as Page } from '#shared/contract/coaching-sessions.ts';
import { BriefPane } from '../brief/brief-pane.tsx';
import { GoalSection } from '../grow/goal-section.tsx';
import { OptionsSection } from '../grow/options-section.tsx';
import { RealitySection } from '../grow/reality-section.tsx';
import { WillSection } from '../grow/will-section.tsx';
import { usePinningOf } from '../points/use-pinning.ts';
import split from '../split.module.css';
import { ClosingDialog } from './closing-dialog.tsx';
import { SessionAgenda } from './session-agenda.tsx';
import { SessionBar } from './session-bar.tsx';
import { SessionContext } from './session-context.ts';
import { SessionNotes } from './session-notes.tsx';
import { SessionReview } from './session-review.tsx';
import { SessionState } from './session-state.tsx';

const route = getRouteApi('/coaching/sessions/$sessionId');

/** The talk: what was promised, GROW as one page, notes; the frozen brief beside it. */
export function SessionPage() {
  const { t } = useTranslation(['coaching', 'facts']);
  const { sessionId } = route.useParams();
  const input = { sessionId };
  const { data: page, dataUpdatedAt } = useSuspenseQuery(
    api.coaching.getSession.queryOptions({ input }),
  );
  const { mutate } = useMutation(api.coaching.changeGrow.mutationOptions());
  const [isClosing, setClosing] = useState(false);
  const [step, setStep] = useState<GrowStep | null>(null);
  const context = useMemo(
    () => ({
      page,
      sessionId,
      change: (changes: GrowChanges, onError = () => {}) =>
        mutate({ sessionId, changes }, { onError }),
    }),
    [page, sessionId, mutate],
  );
  const isRunning = page.session.status === 'in_progress';
  const close = () => void settleDrafts().finally(() => setClosing(isRunning));
  useSessionKeys(context, close);
  const { session } = page;
  return (
    <SessionContext value={context}>
      <PageFrame
        title={
          <>
            <RecordLink kind="person" id={session.personId}>
              <Name>{session.personName}</Name>
            </RecordLink>{' '}
            {t(`type.${session.type}`)} #{session.sessionNo}
          </>
        }
        toolbar={<SessionState />}
        isFlush
      >
        <div className={split['root']}>
          <Facts page={page} />
          <div className={split['session']}>
            <div className={split['work']}>
              <SessionAgenda />
              <SessionReview />
              <GoalSection onFocus={setStep} />
              <RealitySection onFocus={setStep} />
              <OptionsSection onFocus={setStep} />
              <WillSection onFocus={setStep} />
              <SessionNotes />
            </div>
            <SessionBar step={step} readAt={dataUpdatedAt} onClose={close} />
          </div>
        </div>
        {isClosing && <ClosingDialog onClose={() => setClosing(false)} />}
      </PageFrame>
    </SessionContext>
  );
}

function Facts({ page }: { page: Page }) {
  const { t } = useTranslation(['coaching', 'facts']);
  const { session, points, isLocked } = page;
  const pinning = usePinningOf({ personId: session.personId, sessionId: session.id, points });
  return (
    <section className={split['facts']} aria-label={t('facts:brief.title')}>
      <BriefPane brief={page.brief} pinning={isLocked ? null : pinning} isFrozen />
    </section>
  );
}

/** The keys of the talk; they work while typing. */
function useSessionKeys({ sessionId }: { sessionId: string }, close: () => void): void {
  const { t } = useTranslation(['coaching', 'facts']);
  const commit = useMutation(api.coaching.commitToWill.mutationOptions());
  const jump = (id: string) => () => focusSection(id);
  useShortcuts({
    title: t('session.title'),
    shortcuts: [
      { keys: 'mod+enter', label: t('session.close'), run: close, isGlobal: true },
      {
        keys: 'mod+shift+enter',
        label: t('will.commit'),
        run: () => void settleDrafts().then(() => commit.mutate({ sessionId })),
        isGlobal: true,
      },
      { keys: 'alt+g', label: t('step.goal'), run: jump('goal'), isGlobal: true },
      { keys: 'alt+r', label: t('step.reality'), run: jump('reality'), isGlobal: true },
      { keys: 'alt+o', label: t('step.options'), run: jump('options'), isGlobal: true },
      { keys: 'alt+w', label: t('step.will'), run: jump('will'), isGlobal: true },
      { keys: 'alt+n', label: t('notes.title'), run: jump('notes'), isGlobal: true },
    ],
  });
}

function focusSection(id: string): void {
  const section = document.getElementById(`session-${id}`);
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector<HTMLElement>('textarea, button')?.focus({ preventScroll: true });
}
