import { Button, Popover, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import type { Review } from '#shared/contract/reviews.ts';
import { FinaliseDialog } from './final/finalise-dialog.tsx';
import { problemKey } from './review-entries.ts';
import classes from './reviews.module.css';
import { useReviewWords } from './use-review-words.ts';

export type ReviewFooterProps = { review: Review; onGo(key: string): void };

/** What keeps the review from being final, and the way to make it so. */
export function ReviewFooter({ review, onGo }: ReviewFooterProps) {
  const { t } = useTranslation('reviews');
  const [isFinalising, setFinalising] = useState(false);
  const finalise = () => setFinalising(true);
  useShortcuts({
    title: t('title'),
    shortcuts: review.isEditable
      ? [{ keys: 'mod+enter', label: t('finalise.open'), run: finalise, isGlobal: true }]
      : [],
  });
  const { months, emptyMonths, late } = review.balance;
  return (
    <footer className={classes['footer']}>
      {review.isEditable && <Button onClick={finalise}>{t('finalise.open')}</Button>}
      {review.isEditable && <Missing review={review} onGo={onGo} />}
      <span className={classes['dim']}>
        {t('footer.balance', {
          count: late.whole,
          covered: months.length - emptyMonths.length,
          months: months.length,
        })}
      </span>
      <FinaliseDialog
        review={review}
        isOpen={isFinalising}
        onClose={() => setFinalising(false)}
        onGo={(key) => {
          setFinalising(false);
          onGo(key);
        }}
      />
    </footer>
  );
}

function Missing({ review, onGo }: ReviewFooterProps) {
  const { t } = useTranslation('reviews');
  const [isOpen, setOpen] = useState(false);
  const count = review.problems.length;
  if (count === 0) {
    return (
      <span className={classes['ready']}>
        <IconCircleCheck size={16} aria-hidden />
        {t('footer.ready')}
      </span>
    );
  }
  const go = (key: string) => {
    setOpen(false);
    onGo(key);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" width={420} shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes['missing'] ?? ''} onClick={() => setOpen(!isOpen)}>
          <IconAlertTriangle size={16} aria-hidden />
          {t('footer.missing', { count })}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <ProblemList review={review} onGo={go} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Everything that is missing, each a way to its place. */
export function ProblemList({ review, onGo }: ReviewFooterProps) {
  const words = useReviewWords();
  return (
    <ul className={classes['problems']}>
      {review.problems.map((problem, at) => {
        const text = words.problem(problem, review);
        return (
          <li key={text}>
            <UnstyledButton
              className={classes['problem'] ?? ''}
              data-autofocus={at === 0 ? true : undefined}
              onClick={() => onGo(problemKey(problem, review))}
            >
              {text}
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
