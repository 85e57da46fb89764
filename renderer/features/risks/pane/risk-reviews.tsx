import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import type { RiskDetail } from '#shared/contract/risks.ts';
import { LevelBadge } from '../level-badge.tsx';
import classes from './risk-pane.module.css';

/** Recording a review, and those before. A changed score is set above first. */
export function RiskReviews({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks');
  const [note, setNote] = useState('');
  const review = useMutation(
    api.risks.reviewRisk.mutationOptions({ onSuccess: () => setNote('') }),
  );
  return (
    <>
      <Group gap="xs" wrap="nowrap" mb="xs">
        <TextInput
          size="xs"
          flex={1}
          aria-label={t('review.note')}
          placeholder={t('review.note')}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <Button
          size="xs"
          variant={risk.isReviewOverdue ? 'filled' : 'default'}
          loading={review.isPending}
          onClick={() => review.mutate({ id: risk.id, note })}
        >
          {t('review.save')}
        </Button>
      </Group>
      {risk.reviews.length === 0 ? (
        <p className={classes['dim']}>{t('review.none')}</p>
      ) : (
        <ReviewList risk={risk} />
      )}
    </>
  );
}

function ReviewList({ risk }: { risk: RiskDetail }) {
  const format = useFormat();
  return (
    <ul className={classes['lines']}>
      {risk.reviews.map((review) => (
        <li key={review.id} className={classes['line']}>
          <span className={classes['dim']}>{format.date(review.reviewedOn)}</span>
          <span className={classes['text']}>{review.note}</span>
          <LevelBadge score={review.before} />
          <span aria-hidden>→</span>
          <LevelBadge score={review.after} />
        </li>
      ))}
    </ul>
  );
}
