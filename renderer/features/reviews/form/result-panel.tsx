import { NumberInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { LongText } from '#renderer/components/text/long-text.tsx';
import type { Review } from '#shared/contract/reviews.ts';
import classes from '../reviews.module.css';
import { ReviewSum } from './score-sum.tsx';

/** The score as a whole: its sum, the adjustment with its reason, the day of the talk. */
export function ResultPanel({ review }: { review: Review }) {
  const { t } = useTranslation('reviews');
  const talk = useMutation(api.reviews.setTalkDay.mutationOptions());
  return (
    <>
      <h2 className={classes['entryTitle']}>{t('entry.result')}</h2>
      <ReviewSum review={review} />
      <Adjustment key={review.adjMilli} review={review} />
      {(review.adjMilli !== 0 || review.adjReason !== '') && (
        <LongText
          table="review"
          id={review.id}
          field="adj_reason"
          label={t('result.adjReason')}
          saved={review.adjReason}
          lines={2}
          isLocked={!review.isEditable}
          visibility="shared"
        />
      )}
      <DayField
        label={t('result.talkOn')}
        value={review.talkOn}
        isReadOnly={!review.isEditable}
        onChange={(talkOn) => talk.mutate({ reviewId: review.id, talkOn })}
        width={190}
      />
    </>
  );
}

function Adjustment({ review }: { review: Review }) {
  const { t } = useTranslation('reviews');
  const adjust = useMutation(api.reviews.adjustScore.mutationOptions());
  const cap = review.template.adjCapMilli / 1000;
  const [typed, setTyped] = useState<string | number>(review.adjMilli / 1000);
  const commit = (value: string | number) => {
    const adjMilli = Math.round(Number(value) * 1000);
    if (Number.isFinite(adjMilli) && adjMilli !== review.adjMilli) {
      adjust.mutate({ reviewId: review.id, adjMilli });
    }
  };
  return (
    <NumberInput
      label={t('result.adjustment', { cap: cap.toFixed(2) })}
      value={typed}
      onChange={setTyped}
      onBlur={() => commit(typed)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit(typed);
      }}
      readOnly={!review.isEditable}
      min={-cap}
      max={cap}
      step={0.05}
      decimalScale={3}
      clampBehavior="blur"
      w={190}
    />
  );
}
