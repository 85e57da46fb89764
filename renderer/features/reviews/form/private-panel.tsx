import { SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useChosen } from '#renderer/components/form/use-chosen.ts';
import { Private } from '#renderer/components/privacy/private.tsx';
import { LongText } from '#renderer/components/text/long-text.tsx';
import type { Review } from '#shared/contract/reviews.ts';
import classes from '../reviews.module.css';

/** The manager's own judgement: on no copy but the manager's, hidden in presentation mode. */
export function PrivatePanel({ review }: { review: Review }) {
  const { t } = useTranslation('reviews');
  return (
    <>
      <h2 className={classes['entryTitle']}>{t('entry.private')}</h2>
      <Private>
        <p className={classes['hint']}>{t('private.hint')}</p>
        <Potential review={review} />
        <LongText
          table="review"
          id={review.id}
          field="private_assessment"
          label={t('private.assessment')}
          saved={review.privateAssessment}
          lines={6}
          isLocked={!review.isEditable}
          visibility="private"
        />
      </Private>
    </>
  );
}

function Potential({ review }: { review: Review }) {
  const { t } = useTranslation('reviews');
  const { shown, ...chosen } = useChosen(review.potential);
  const set = useMutation({
    ...api.reviews.setPotential.mutationOptions(),
    onMutate: ({ potential }) => chosen.choose(potential),
    onError: chosen.forget,
  });
  const none = 'none';
  return (
    <div className={classes['potential']}>
      <span className={classes['legend']}>{t('private.potential')}</span>
      <SegmentedControl
        aria-label={t('private.potential')}
        value={shown === null ? none : String(shown)}
        data={[
          { value: none, label: t('private.noPotential') },
          ...['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
        ]}
        readOnly={!review.isEditable}
        onChange={(value) =>
          set.mutate({ reviewId: review.id, potential: value === none ? null : Number(value) })
        }
      />
    </div>
  );
}
