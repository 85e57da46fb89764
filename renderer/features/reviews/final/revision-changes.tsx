import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { CurrencyContext, useFormat } from '#renderer/api/use-format.ts';
import type { ChangedValue, Review } from '#shared/contract/reviews.ts';
import classes from '../reviews.module.css';
import { useReviewWords } from '../use-review-words.ts';

/** What this revision changed against the one before. */
export function RevisionChanges({ review }: { review: Review }) {
  const { t } = useTranslation(['reviews', 'common']);
  const words = useReviewWords();
  const [isOpen, setOpen] = useState(false);
  const { data: amended } = useQuery({
    ...api.reviews.getReview.queryOptions({ input: { reviewId: review.amendsReviewId ?? '' } }),
    enabled: isOpen && review.amendsReviewId !== null,
  });
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
              <tr key={JSON.stringify([field, itemRef, before, after])}>
                <th scope="row">
                  {nameOf(itemRef)}
                  {t(`changes.field.${field}`)}
                </th>
                <td className={classes['changeText']}>
                  <CurrencyContext value={amended?.setting.currency ?? review.setting.currency}>
                    <ValueText value={before} />
                  </CurrencyContext>
                </td>
                <td className={classes['changeText']}>
                  <ValueText value={after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Modal>
    </>
  );
}

/** What a revision says in a place, in the currency it was sealed in. */
function ValueText({ value }: { value: ChangedValue | null }) {
  return useValueText()(value);
}

/** The same words and figures as the form shows. */
function useValueText() {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const words = useReviewWords();
  const joined = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ');
  return (value: ChangedValue | null): string => {
    switch (value?.kind) {
      case undefined:
        return '–';
      case 'text':
        return value.text;
      case 'score':
        return String(value.milli / 1000);
      case 'adjustment':
        return `${value.milli > 0 ? '+' : ''}${value.milli / 1000}`;
      case 'final':
        return (value.centi / 100).toFixed(2);
      case 'kpi':
        return words.kpi(value.figure, value.unit);
      case 'day':
        return format.date(value.on);
      case 'not_applicable':
        return t('item.notApplicable');
      case 'evidence': {
        const { kind, title, facts, occurredOn, quote } = value.piece;
        const said = words.evidenceTitle(kind, title, facts);
        return joined([format.date(occurredOn), said, ...words.evidenceFacts(facts), quote]);
      }
      case 'point': {
        const { text, measure, action, support, owner, dueOn, weightBp } = value.point;
        return joined([
          ...[text, measure, action, support],
          owner && t(`owner.${owner}`),
          dueOn && format.date(dueOn),
          weightBp === null ? null : format.basisPoints(weightBp),
        ]);
      }
    }
  };
}
