import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import classes from './person-page.module.css';
import { TimelineLine } from './timeline-line.tsx';

const step = 40;

/** What happened with the person, the newest first. */
export function Timeline({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const [limit, setLimit] = useState(step);
  const { data: events } = useQuery({
    ...api.people.listTimeline.queryOptions({ input: { personId, limit } }),
    placeholderData: keepPreviousData,
  });
  if (events === undefined) return null;
  if (events.length === 0) return <p className={classes['dim']}>{t('timeline.none')}</p>;
  return (
    <>
      <ol className={classes['timeline']}>
        {events.map((event) => (
          <TimelineLine key={`${event.kind}-${event.id}`} event={event} />
        ))}
      </ol>
      {events.length === limit && (
        <Button variant="subtle" onClick={() => setLimit(limit + step)}>
          {t('timeline.more')}
        </Button>
      )}
    </>
  );
}
