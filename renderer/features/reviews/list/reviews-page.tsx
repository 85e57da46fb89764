import { Button } from '@mantine/core';
import { IconClipboardCheck, IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { StartReviewDialog } from '../start-review-dialog.tsx';
import { ReviewTable } from './review-table.tsx';

/** Every review, newest period first. */
export function ReviewsPage() {
  const { t } = useTranslation('reviews');
  const { data } = useSuspenseQuery(api.reviews.listReviews.queryOptions({ input: {} }));
  const [isStarting, setStarting] = useState(false);
  const start = () => setStarting(true);
  useShortcuts({
    title: t('title'),
    shortcuts: [{ keys: 'n', label: t('start.open'), run: start }],
  });
  const button = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={start}>
      {t('start.open')}
    </Button>
  );
  return (
    <PageFrame title={t('title')} toolbar={data.length > 0 && button} isFlush={data.length > 0}>
      {data.length > 0 ? (
        <ReviewTable reviews={data} />
      ) : (
        <EmptyState icon={IconClipboardCheck} title={t('empty.title')} body={t('empty.body')}>
          {button}
        </EmptyState>
      )}
      <StartReviewDialog isOpen={isStarting} onClose={() => setStarting(false)} />
    </PageFrame>
  );
}
