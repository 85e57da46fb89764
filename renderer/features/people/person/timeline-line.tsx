import {
  IconArrowRight,
  IconCalendarPlus,
  IconChecklist,
  IconCircleCheck,
  IconCirclePlus,
  IconCircleX,
  IconMessages,
  IconRotate,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { dayOf, useDay } from '#renderer/api/use-moment.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { Private } from '#renderer/components/privacy/private.tsx';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { TimelineEvent } from '#shared/contract/people.ts';
import { lossReasonWords } from '#shared/i18n/loss-reason-words.ts';
import classes from './person-page.module.css';

type Look = { icon: TablerIcon; tone: 'good' | 'risk' | 'quiet' };

const looks: Readonly<Record<TimelineEvent['kind'], Look>> = {
  session: { icon: IconMessages, tone: 'quiet' },
  commitment_made: { icon: IconChecklist, tone: 'quiet' },
  commitment_closed: { icon: IconCircleCheck, tone: 'quiet' },
  deal_new: { icon: IconCirclePlus, tone: 'quiet' },
  deal_won: { icon: IconCircleCheck, tone: 'good' },
  deal_lost: { icon: IconCircleX, tone: 'risk' },
  deal_reopened: { icon: IconRotate, tone: 'quiet' },
  deal_stage: { icon: IconArrowRight, tone: 'quiet' },
  deal_pushed: { icon: IconCalendarPlus, tone: 'risk' },
};

/** One thing that happened, in one line. */
export function TimelineLine({ event }: { event: TimelineEvent }) {
  const day = useDay();
  const { icon: Icon, tone } = looks[event.kind];
  return (
    <li className={classes['event']} data-tone={tone}>
      <time className={classes['dim']} dateTime={event.at}>
        {day(dayOf(event.at))}
      </time>
      <Icon size={16} aria-hidden />
      <span>
        <Words event={event} />
      </span>
    </li>
  );
}

function Words({ event }: { event: TimelineEvent }): ReactNode {
  const { t } = useTranslation(['people', 'coaching', 'deals']);
  const { language } = useSettings();
  const format = useFormat();
  const day = useDay();
  switch (event.kind) {
    case 'session':
      return <SessionWords event={event} />;
    case 'commitment_made':
    case 'commitment_closed':
      return <CommitmentWords event={event} />;
    case 'deal_stage':
      return (
        <>
          <DealName event={event} />{' '}
          <Happened>
            {t('people:event.deal_stage', { from: event.from[language], to: event.to[language] })}
          </Happened>
        </>
      );
    case 'deal_pushed':
      return (
        <>
          <DealName event={event} />{' '}
          <Happened>
            {t('people:event.deal_pushed', { from: day(event.fromOn), to: day(event.toOn) })}
          </Happened>
        </>
      );
    default:
      return (
        <>
          <DealName event={event} />{' '}
          <Happened>
            {t(`people:event.${event.kind}`, { amount: format.moneyShort(event.amountMinor) })}
            {event.lossReason !== '' && (
              <>
                {' · '}
                <Name>
                  {lossReasonWords(event.lossReason, (code) => t(`deals:lossReason.${code}`))}
                </Name>
              </>
            )}
          </Happened>
        </>
      );
  }
}

/** Set apart from the name before it. */
function Happened({ children }: { children: ReactNode }) {
  return <span className={classes['happened']}>{children}</span>;
}

function DealName({ event }: { event: { dealId: string; name: string } }) {
  return (
    <RecordLink kind="deal" id={event.dealId}>
      <Name>{event.name}</Name>
    </RecordLink>
  );
}

type Of<Kind extends TimelineEvent['kind']> = Extract<TimelineEvent, { kind: Kind }>;

function SessionWords({ event }: { event: Of<'session'> }) {
  const { t } = useTranslation(['people', 'coaching']);
  const { session, topic, isPrivate, commitmentsMade, commitmentsDone } = event;
  const isHeld = session.status === 'completed' || session.status === 'in_progress';
  const title = t(`coaching:type.${session.type}`);
  if (!isHeld) {
    return (
      <>
        {title} {t(`coaching:status.${session.status}`)}
        {session.skipReason !== null && (
          <>
            {' · '}
            <Name>{session.skipReason}</Name>
          </>
        )}
      </>
    );
  }
  return (
    <>
      <RecordLink kind="session" id={session.id}>
        {title} #{session.sessionNo}
      </RecordLink>
      {topic !== '' && <Topic topic={topic} isPrivate={isPrivate} />}
      {commitmentsMade > 0 &&
        ` · ${t('people:event.commitments', { done: commitmentsDone, made: commitmentsMade })}`}
    </>
  );
}

function Topic({ topic, isPrivate }: { topic: string; isPrivate: boolean }) {
  const words = (
    <>
      {' · '}
      <Name>{topic}</Name>
    </>
  );
  return isPrivate ? <Private isSilent>{words}</Private> : words;
}

function CommitmentWords({ event }: { event: Of<'commitment_made' | 'commitment_closed'> }) {
  const { t } = useTranslation(['people', 'coaching']);
  const isMade = event.kind === 'commitment_made';
  const what = t(`people:event.commitment.${isMade ? 'open' : event.status}`);
  const text = <Name>{event.text}</Name>;
  return (
    <>
      {what} · {t(`coaching:owner.${event.owner}`)} ·{' '}
      {event.isPrivate ? <Private>{text}</Private> : text}
    </>
  );
}
