import { useTranslation } from 'react-i18next';
import { LongText } from '#renderer/components/text/long-text.tsx';
import type { Review } from '#shared/contract/reviews.ts';
import type { ReviewEntry } from '../review-entries.ts';
import classes from '../reviews.module.css';
import { useReviewWords } from '../use-review-words.ts';
import { ItemPanel } from './item-panel.tsx';
import { PointsPanel } from './points-panel.tsx';
import { PrivatePanel } from './private-panel.tsx';
import { ResultPanel } from './result-panel.tsx';

export type EntryPanelProps = { review: Review; entry: ReviewEntry };

/** The one thing that is being filled in. */
export function EntryPanel({ review, entry }: EntryPanelProps) {
  const words = useReviewWords();
  return (
    <section className={classes['entry']} aria-label={words.entryName(entry)}>
      <Entry review={review} entry={entry} />
    </section>
  );
}

function Entry({ review, entry }: EntryPanelProps) {
  switch (entry.kind) {
    case 'item':
      return <ItemPanel review={review} item={entry.item} section={entry.section} />;
    case 'points':
      return <PointsPanel review={review} kind={entry.key} item={entry.item} />;
    case 'result':
      return <ResultPanel review={review} />;
    case 'private':
      return <PrivatePanel review={review} />;
    case 'summary':
    case 'comment':
      return <WrittenPanel review={review} kind={entry.kind} />;
  }
}

function WrittenPanel({ review, kind }: { review: Review; kind: 'summary' | 'comment' }) {
  const { t } = useTranslation('reviews');
  const words = useReviewWords();
  const prompt = review.template.sections
    .flatMap(({ items }) => items)
    .find(({ ref }) => ref === 'summary');
  const isSummary = kind === 'summary';
  return (
    <>
      <h2 className={classes['entryTitle']}>{t(`entry.${kind}`)}</h2>
      <p className={classes['hint']}>
        {isSummary ? words.pick(prompt?.promptZh, prompt?.promptEn) : t('comment.hint')}
      </p>
      <LongText
        table="review"
        id={review.id}
        field={isSummary ? 'summary' : 'rep_comment'}
        label={t(`entry.${kind}`)}
        saved={isSummary ? review.summary : review.repComment}
        lines={8}
        isLocked={!review.isEditable}
        isLabelHidden
        visibility="shared"
      />
    </>
  );
}
