import { useSuspenseQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { DealNewsPart } from './deal-news-part.tsx';
import { FirstSteps, isFresh } from './first-steps.tsx';
import { NowPart } from './now-part.tsx';
import { QuarterStrip } from './quarter-strip.tsx';
import classes from './today.module.css';
import { useLineKeys } from './use-line-keys.ts';
import { WeekPart } from './week-part.tsx';

/** What needs me now: today's lines, this week's people, and what moved since yesterday. */
export function TodayPage() {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { data } = useSuspenseQuery(api.today.getToday.queryOptions());
  const root = useRef<HTMLDivElement>(null);
  useLineKeys(root, data);
  const hasPeople = data.quarter.peopleIds.length > 0;
  return (
    <PageFrame
      title={t('title', { day: format.dateWithWeekday(data.today) })}
      toolbar={hasPeople && <QuarterStrip quarter={data.quarter} asOf={data.today} />}
    >
      <div ref={root}>
        {isFresh(data) && <FirstSteps data={data} />}
        {hasPeople && (
          <div className={classes['columns']}>
            <NowPart data={data} />
            <WeekPart people={data.people} coverage={data.coverage} />
          </div>
        )}
        {data.hasDeals && <DealNewsPart data={data} />}
      </div>
    </PageFrame>
  );
}
