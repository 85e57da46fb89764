import { Button } from '@mantine/core';
import {
  IconCheck,
  IconChecklist,
  IconClipboardCheck,
  IconMessages,
  IconShieldExclamation,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { dayOf, useMoment } from '#renderer/api/use-moment.ts';
import { Private } from '#renderer/components/privacy/private.tsx';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { CoachingSession } from '#shared/contract/coaching-sessions.ts';
import type { Commitment } from '#shared/contract/commitments.ts';
import type { Today } from '#shared/contract/today.ts';
import { Line } from './line.tsx';
import { MoreLines } from './more-lines.tsx';
import classes from './today.module.css';

/** Today's sessions, promises that are due, risks and reviews that wait. */
export function NowPart({ data }: { data: Today }) {
  const { t } = useTranslation('today');
  const { sessions, commitments, risks, reviews } = data;
  const isQuiet =
    sessions.length + commitments.items.length + risks.items.length + reviews.items.length === 0;
  return (
    <section className={classes['part']} aria-label={t('now.title')}>
      <h2>{t('now.title')}</h2>
      {isQuiet && <p className={classes['none']}>{t('now.none')}</p>}
      <ul className={classes['list']}>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} today={data.today} />
        ))}
        <Private isSilent>
          <MoreLines
            list={commitments}
            rest={<CommitmentsLink />}
            render={(item) => <CommitmentLine key={item.id} item={item} />}
          />
        </Private>
        <MoreLines list={risks} render={(risk) => <RiskLine key={risk.id} risk={risk} />} />
        <Private isSilent>
          <MoreLines
            list={reviews}
            render={(review) => <ReviewLine key={review.id} review={review} />}
          />
        </Private>
      </ul>
    </section>
  );
}

function CommitmentsLink() {
  const { t } = useTranslation('today');
  return (
    <Link className={classes['link'] ?? ''} to="/coaching" search={{ tab: 'commitments' }}>
      {t('now.allCommitments')}
    </Link>
  );
}

function SessionLine({ session, today }: { session: CoachingSession; today: string }) {
  const { t } = useTranslation(['today', 'coaching']);
  const format = useFormat();
  const moment = useMoment();
  const { scheduledAt, personId, personName, type } = session;
  const isToday = dayOf(scheduledAt) === today;
  return (
    <Line icon={IconMessages} {...(isToday ? {} : { tone: 'critical' })}>
      <Link
        className={classes['link'] ?? ''}
        data-act
        to="/coaching/prep/$personId"
        params={{ personId }}
      >
        {isToday ? format.time(scheduledAt) : moment(scheduledAt)} {t(`coaching:type.${type}`)}{' '}
        <Name>{personName}</Name>
      </Link>
      {!isToday && <span className={classes['late']}> {t('today:now.late')}</span>}
    </Line>
  );
}

function CommitmentLine({ item }: { item: Commitment }) {
  const { t } = useTranslation(['today', 'coaching']);
  const settle = useMutation(api.coaching.settleCommitment.mutationOptions());
  const { id: commitmentId, owner, text, personId, personName, overdueDays } = item;
  return (
    <Line
      icon={IconChecklist}
      {...(overdueDays > 0 ? { tone: 'critical' } : {})}
      action={
        <Button
          data-act
          size="compact-sm"
          variant="subtle"
          leftSection={<IconCheck size={14} aria-hidden />}
          aria-label={t('coaching:commitment.settle', {
            outcome: t('coaching:outcome.done'),
            text,
          })}
          onClick={() => settle.mutate({ commitmentId, status: 'done', sessionId: null })}
        >
          {t('coaching:outcome.done')}
        </Button>
      }
    >
      <span className={classes['lead']}>
        <RecordLink kind="person" id={personId}>
          {t(owner === 'manager' ? 'today:now.promised' : 'today:now.owed', { name: personName })}
        </RecordLink>
      </span>
      <Name>{text}</Name>{' '}
      <span className={overdueDays > 0 ? classes['late'] : classes['dim']}>
        {overdueDays > 0
          ? t('coaching:commitment.overdue', { count: overdueDays })
          : t('today:now.dueToday')}
      </span>
    </Line>
  );
}

function RiskLine({ risk }: { risk: Today['risks']['items'][number] }) {
  const { t } = useTranslation('today');
  const why = risk.isReviewOverdue
    ? t('now.reviewDue')
    : risk.overdueActions > 0
      ? t('now.actionsDue', { count: risk.overdueActions })
      : t('now.acceptanceEnds');
  return (
    <Line icon={IconShieldExclamation} tone="risk">
      <RecordLink kind="risk" id={risk.id}>
        <Name>{risk.title}</Name>
      </RecordLink>{' '}
      <span className={classes['dim']}>{why}</span>
    </Line>
  );
}

function ReviewLine({ review }: { review: Today['reviews']['items'][number] }) {
  const { t } = useTranslation('today');
  const { ratedItems, scoredItems, personName } = review;
  return (
    <Line icon={IconClipboardCheck}>
      <Link
        className={classes['link'] ?? ''}
        to="/reviews/$reviewId"
        params={{ reviewId: review.id }}
        search={{}}
      >
        {t('now.review', { name: personName })}
      </Link>{' '}
      <span className={classes['dim']}>
        {t('now.reviewProgress', { rated: ratedItems, all: scoredItems })}
      </span>
    </Line>
  );
}
