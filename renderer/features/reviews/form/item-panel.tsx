import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useChosen } from '#renderer/components/form/use-chosen.ts';
import { LongText } from '#renderer/components/text/long-text.tsx';
import type {
  ReviewTemplateItem,
  ReviewTemplateSection,
} from '#shared/contract/review-template.ts';
import type { Review, ReviewRating } from '#shared/contract/reviews.ts';
import { scoreOf } from '../review-entries.ts';
import classes from '../reviews.module.css';
import { useReviewWords } from '../use-review-words.ts';
import { AnchorRadios } from './anchor-radios.tsx';
import { KpiPanel } from './kpi-panel.tsx';
import { ItemSum } from './score-sum.tsx';

export type ItemPanelProps = {
  review: Review;
  item: ReviewTemplateItem;
  section: ReviewTemplateSection;
};

/** An item to score: its figures or anchors, why, and how it counts. */
export function ItemPanel({ review, item, section }: ItemPanelProps) {
  const { t } = useTranslation('reviews');
  const words = useReviewWords();
  const rating = review.ratings.find(({ itemRef }) => itemRef === item.ref);
  if (rating === undefined) return null;
  const part = { review, item, rating };
  return (
    <>
      <header className={classes['entryHead']}>
        <h2 className={classes['entryTitle']}>{words.itemName(item)}</h2>
        <span className={classes['dim']}>
          {words.itemName(section)} · {t('item.weight', { value: item.weightBp / 100 })}
        </span>
      </header>
      {!rating.isNotApplicable &&
        (section.kind === 'kpi' ? (
          <KpiPanel {...part} />
        ) : (
          <AnchorRadios {...part} hasHalves={section.kind === 'behavior'} />
        ))}
      <Previous {...part} />
      {(review.isEditable || rating.isNotApplicable) && <NotApplicable {...part} />}
      {(review.isEditable || rating.comment !== '') && <Comment {...part} />}
      <ItemSum review={review} section={section} itemRef={item.ref} />
    </>
  );
}

function Comment({ review, item, rating }: RatedPart) {
  const { t } = useTranslation('reviews');
  return (
    <LongText
      table="review_rating"
      id={rating.id}
      field="comment"
      label={t(needsComment({ review, item, rating }) ? 'item.commentNeeded' : 'item.comment')}
      saved={rating.comment}
      lines={4}
      isLocked={!review.isEditable}
      visibility="shared"
    />
  );
}

export type RatedPart = { review: Review; item: ReviewTemplateItem; rating: ReviewRating };

/** The form asks for words where the score is low or the highest. */
function needsComment({ review, item }: RatedPart): boolean {
  const points = scoreOf(review, item.ref)?.points?.milli;
  if (points === undefined || item.commentRule === null) return false;
  return points <= item.commentRule.upToMilli || points >= item.commentRule.fromMilli;
}

function Previous({ review, item }: RatedPart) {
  const { t } = useTranslation('reviews');
  const words = useReviewWords();
  const { previous } = review;
  const last = previous?.items.find(({ ref }) => ref === item.ref);
  if (previous === null || last === undefined || last.pointsMilli === null) return null;
  return (
    <p className={classes['dim']}>
      {t('item.previous', {
        period: words.period(previous),
        points: last.pointsMilli / 1000,
        actual: last.actual === null ? '' : words.kpi(last.actual, item.unit),
      })}
    </p>
  );
}

function NotApplicable({ review, item, rating }: RatedPart) {
  const { t } = useTranslation('reviews');
  const { shown, ...chosen } = useChosen(rating.isNotApplicable);
  const set = useMutation({
    ...api.reviews.setNotApplicable.mutationOptions(),
    onMutate: ({ isNotApplicable }) => chosen.choose(isNotApplicable),
    onError: chosen.forget,
  });
  return (
    <div className={classes['notApplicable']}>
      <Checkbox
        label={t('item.notApplicable')}
        checked={shown}
        disabled={!review.isEditable}
        onChange={({ currentTarget: { checked: isNotApplicable } }) =>
          set.mutate({ reviewId: review.id, itemRef: item.ref, isNotApplicable })
        }
      />
      {rating.isNotApplicable && (
        <LongText
          table="review_rating"
          id={rating.id}
          field="na_reason"
          label={t('item.naReason')}
          saved={rating.naReason}
          lines={2}
          isLocked={!review.isEditable}
        />
      )}
    </div>
  );
}
