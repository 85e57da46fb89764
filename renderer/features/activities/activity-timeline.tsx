import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import {
  type Activity,
  type ActivityKind,
  activityKind,
  type TimelineOf,
} from '#shared/contract/activities.ts';
import type { RecordLink } from '#shared/contract/deal-records.ts';
import { ActivityAdd } from './activity-add.tsx';
import { kinds } from './activity-kinds.ts';
import { ActivityLine } from './activity-line.tsx';
import classes from './activity-timeline.module.css';

export type ActivityTimelineProps = {
  of: TimelineOf;
  /** Shows the deal of an activity, as a link where there is a page for it. */
  renderDeal?: ((deal: RecordLink) => ReactNode) | undefined;
};

const pageSize = 20;

/** What is planned and what was done with a deal, an account or by a person, and a line to add. */
export function ActivityTimeline({ of, renderDeal }: ActivityTimelineProps) {
  const { t } = useTranslation('activities');
  const format = useFormat();
  const [kind, setKind] = useState<ActivityKind | null>(null);
  const timeline = useTimeline(of, kind);
  const pages = timeline.data?.pages ?? [];
  const [first] = pages;
  const done = pages.flatMap((page) => page.done);
  return (
    <div className={classes['root']}>
      <ActivityAdd of={of} />
      {first !== undefined && (
        <div className={classes['bar']}>
          <span>
            {t('done', { count: first.doneCount, shown: format.number(first.doneCount) })}
          </span>
          <KindFilter kind={kind} onChange={setKind} />
        </div>
      )}
      {first !== undefined && first.planned.length > 0 && (
        <>
          <h3 className={classes['heading']}>{t('planned')}</h3>
          <Lines activities={first.planned} of={of} renderDeal={renderDeal} />
        </>
      )}
      {first !== undefined && first.planned.length + done.length === 0 && (
        <p className={classes['empty']}>{t(kind === null ? 'none' : 'noneOfKind')}</p>
      )}
      <Lines activities={done} of={of} renderDeal={renderDeal} />
      {timeline.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={timeline.isFetchingNextPage}
          onClick={() => timeline.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function useTimeline(of: TimelineOf, kind: ActivityKind | null) {
  return useInfiniteQuery(
    api.activities.getTimeline.infiniteOptions({
      input: (offset: number) => ({
        of,
        kinds: kind === null ? [] : [kind],
        offset,
        limit: pageSize,
      }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const shown = pages.reduce((sum, page) => sum + page.done.length, 0);
        return shown < last.doneCount ? shown : undefined;
      },
      placeholderData: (before) => before,
    }),
  );
}

type KindFilterProps = { kind: ActivityKind | null; onChange(kind: ActivityKind | null): void };

function KindFilter({ kind, onChange }: KindFilterProps) {
  const { t } = useTranslation('activities');
  return (
    <Select
      size="xs"
      w={130}
      clearable
      aria-label={t('filter')}
      placeholder={t('filter')}
      value={kind}
      data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      onChange={(value) => onChange(value === null ? null : activityKind.parse(value))}
    />
  );
}

type LinesProps = ActivityTimelineProps & { activities: readonly Activity[] };

function Lines({ activities, ...line }: LinesProps) {
  if (activities.length === 0) return null;
  return (
    <ul className={classes['lines']}>
      {activities.map((activity) => (
        <ActivityLine key={activity.id} activity={activity} {...line} />
      ))}
    </ul>
  );
}
