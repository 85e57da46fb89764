import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import type { Review } from '#shared/contract/reviews.ts';
import classes from '../reviews.module.css';
import { useReviewWords } from '../use-review-words.ts';

/** What this revision changed against the one before. */
export function RevisionChanges({ review }: { review: Review }) {
  const { t } = useTranslation(['reviews', 'common']);
  const words = useReviewWords();
  const [isOpen, setOpen] = useState(false);
  const { data = [] } = useQuery({
    ...api.reviews.compareRevisions.queryOptions({ input: { reviewId: review.id } }),
    enabled: isOpen,
  });
  const items = review.template.sections.flatMap((section) => section.items);
  const nameOf = (itemRef: string | null) => {
    const item = items.find(({ ref }) => ref === itemRef);
    return item === undefined ? '' : `${words.itemName(item)} · `;
  };
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t('changes.open', { revision: review.revision - 1 })}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('changes.title', { from: review.revision - 1, to: review.revision })}
        size="lg"
      >
        <table className={classes['sum']}>
          <thead>
            <tr>
              <th scope="col">{t('changes.what')}</th>
              <th scope="col">{t('changes.before')}</th>
              <th scope="col">{t('changes.after')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ field, itemRef, before, after }) => (
              <tr key={`${field} ${itemRef} ${before} ${after}`}>
                <th scope="row">
                  {nameOf(itemRef)}
                  {t(`changes.field.${field}`)}
                </th>
                <td className={classes['changeText']}>{before || '–'}</td>
                <td className={classes['changeText']}>{after || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Modal>
    </>
  );
}
