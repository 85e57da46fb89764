import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useChosen } from '#renderer/components/form/use-chosen.ts';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import classes from '../reviews.module.css';
import { useReviewWords } from '../use-review-words.ts';
import type { RatedPart } from './item-panel.tsx';

const wholeScores = [1, 2, 3, 4, 5];

/** The scale with its words, one row a level; behaviours have the halves between. */
export function AnchorRadios({
  review,
  item,
  rating,
  hasHalves,
}: RatedPart & { hasHalves: boolean }) {
  const { t } = useTranslation('reviews');
  const words = useReviewWords();
  const name = useId();
  const { shown, ...chosen } = useChosen(rating.scoreMilli);
  const rate = useMutation({
    ...api.reviews.rateItem.mutationOptions(),
    onMutate: ({ scoreMilli }) => chosen.choose(scoreMilli),
    onError: chosen.forget,
  });
  const choose = (score: number) => {
    if (!review.isEditable) return;
    rate.mutate({ reviewId: review.id, itemRef: item.ref, scoreMilli: score * 1000 });
  };
  useShortcuts({
    title: words.itemName(item),
    shortcuts: wholeScores.map((score) => ({
      keys: String(score),
      label: t('item.rate', { score }),
      run: () => choose(score),
    })),
  });
  const scores = hasHalves ? wholeScores.flatMap((n) => (n < 5 ? [n, n + 0.5] : [n])) : wholeScores;
  return (
    <fieldset className={classes['anchors']} disabled={!review.isEditable}>
      <legend className={classes['legend']}>{t('item.scale')}</legend>
      {scores.map((score) => {
        const anchor = item.anchors.find((other) => other.score === score);
        return (
          <label key={score} className={classes['anchor']} data-half={anchor === undefined}>
            <input
              type="radio"
              name={name}
              value={score}
              checked={shown === score * 1000}
              onChange={() => choose(score)}
            />
            <span className={classes['anchorScore']}>{score}</span>
            <span>{anchor ? words.pick(anchor.zh, anchor.en) : t('item.between')}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
