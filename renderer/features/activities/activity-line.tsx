import { ActionIcon, Collapse } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { Activity } from '#shared/contract/activities.ts';
import { ActivityDetails } from './activity-details.tsx';
import { kindIcons } from './activity-kinds.ts';
import classes from './activity-timeline.module.css';
import type { ActivityTimelineProps } from './activity-timeline.tsx';

export type ActivityLineProps = ActivityTimelineProps & { activity: Activity };

/** One activity: what, when, who; a plan is done with one press. */
export function ActivityLine({ activity, of, renderDeal }: ActivityLineProps) {
  const { t } = useTranslation('activities');
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  const { subject, kind, status } = activity;
  const Icon = kindIcons[kind];
  return (
    <li className={classes['line']}>
      <Icon size={16} aria-label={t(`kind.${kind}`)} className={classes['icon'] ?? ''} />
      <div className={classes['main']}>
        <div className={classes['subject']}>
          <Name>{subject}</Name>
        </div>
        <Facts activity={activity} of={of} renderDeal={renderDeal} />
        {!isOpen && activity.content !== '' && (
          <p className={classes['content']}>{activity.content}</p>
        )}
        <Collapse expanded={isOpen} id={detailsId}>
          {isOpen && <ActivityDetails activity={activity} />}
        </Collapse>
      </div>
      {status === 'planned' && <Complete activity={activity} />}
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t('details', { subject })}
        aria-expanded={isOpen}
        aria-controls={detailsId}
        onClick={() => setOpen(!isOpen)}
      >
        <IconChevronDown size={16} aria-hidden className={classes['chevron'] ?? ''} />
      </ActionIcon>
    </li>
  );
}

function Facts({ activity, of, renderDeal }: ActivityLineProps) {
  const { t } = useTranslation('activities');
  const format = useFormat();
  const { deal, person, minutes, happenedAt, plannedFor, status } = activity;
  const isOverdue = status === 'planned' && happenedAt < new Date().toISOString();
  const wasMoved = status === 'done' && plannedFor !== null;
  return (
    <div className={classes['facts']}>
      <time dateTime={happenedAt} data-overdue={isOverdue}>
        {format.dateTime(happenedAt)}
        {isOverdue && ` ${t('overdue')}`}
      </time>
      {wasMoved && <span>{t('wasPlanned', { at: format.dateTime(plannedFor) })}</span>}
      {minutes !== null && <span>{t('duration', { minutes })}</span>}
      {person !== null && !('personId' in of) && <Name>{person.name}</Name>}
      {deal !== null && !('dealId' in of) && (renderDeal?.(deal) ?? <Name>{deal.name}</Name>)}
    </div>
  );
}

function Complete({ activity: { id, subject } }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const complete = useMutation(api.activities.completeActivity.mutationOptions());
  return (
    <ActionIcon
      size="sm"
      variant="light"
      aria-label={t('complete', { subject })}
      onClick={() => complete.mutate({ id })}
    >
      <IconCheck size={16} aria-hidden />
    </ActionIcon>
  );
}
