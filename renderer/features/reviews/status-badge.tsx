import { IconLock, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Review } from '#shared/contract/reviews.ts';
import { isEditable } from '#shared/domain/reviews/review-states.ts';
import classes from './reviews.module.css';

/** The state of a review: being written, or final. */
export function StatusBadge({ status }: Pick<Review, 'status'>) {
  const { t } = useTranslation('reviews');
  const isOpen = isEditable(status);
  const Icon = isOpen ? IconPencil : IconLock;
  return (
    <span className={classes['status']} data-open={isOpen}>
      <Icon size={14} aria-hidden />
      {t(`status.${status}`)}
    </span>
  );
}
