import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import classes from '../reviews.module.css';
import { StartReviewDialog } from '../start-review-dialog.tsx';
import { ReviewTable } from './review-table.tsx';

/** The reviews of one person, and the way to the next. */
export function PersonReviews({ personId }: { personId: string }) {
  const { t } = useTranslation('reviews');
  const { data } = useQuery(api.reviews.listReviews.queryOptions({ input: { personId } }));
  const [isStarting, setStarting] = useState(false);
  if (data === undefined) return null;
  return (
    <>
      {data.length === 0 ? (
        <p className={classes['dim']}>{t('empty.ofPerson')}</p>
      ) : (
        <ReviewTable reviews={data} isOfOne />
      )}
      <Button
        mt="md"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setStarting(true)}
      >
        {t('start.open')}
      </Button>
      <StartReviewDialog
        isOpen={isStarting}
        personId={personId}
        onClose={() => setStarting(false)}
      />
    </>
  );
}
