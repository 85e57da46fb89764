import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewTemplateSection } from '#shared/contract/review-template.ts';
import type { Review } from '#shared/contract/reviews.ts';
import classes from '../reviews.module.css';
import { useReviewWords } from '../use-review-words.ts';

export type ItemSumProps = { review: Review; section: ReviewTemplateSection; itemRef: string };

/** How the section's score comes about, term by term; this item's own line stands out. */
export function ItemSum({ review, section, itemRef }: ItemSumProps) {
  const { t } = useTranslation('reviews');
  const words = useReviewWords();
  const [isOpen, setOpen] = useState(true);
  const scored = review.score.sections.find(({ code }) => code === section.code);
  if (scored === undefined) return null;
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={classes['summary']}>{t('sum.show')}</summary>
      <table className={classes['sum']}>
        <caption className={classes['sumCaption']}>{words.itemName(section)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sum.item')}</th>
            <th scope="col">{t('sum.weight')}</th>
            <th scope="col">{t('sum.points')}</th>
            <th scope="col">{t('sum.product')}</th>
          </tr>
        </thead>
        <tbody>
          {scored.items.map((item) => {
            const named = section.items.find(({ ref }) => ref === item.ref);
            return (
              <tr key={item.ref} data-current={item.ref === itemRef}>
                <th scope="row">{named ? words.itemName(named) : item.ref}</th>
                <td>{item.weightBp / 100}</td>
                <td>{item.points ? Number(item.points.fixed) : t(`sum.${item.state}`)}</td>
                <td>{item.product ? Number(item.product.fixed) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sum.section')}</th>
            <td>{scored.countedWeightBp / 100}</td>
            <td>{scored.score?.fixed ?? '–'}</td>
            <td>{scored.productTotal?.fixed ?? '–'}</td>
          </tr>
        </tfoot>
      </table>
      {scored.score !== null && (
        <p className={classes['dim']}>
          {t('sum.sectionSum', {
            total: scored.productTotal?.fixed,
            weight: scored.countedWeightBp / 100,
            score: scored.score.fixed,
            fraction: scored.score.fraction,
          })}
        </p>
      )}
      {scored.isRenormalised && <p className={classes['dim']}>{t('sum.renormalised')}</p>}
    </details>
  );
}

/** How the whole score comes about. */
export function ReviewSum({ review }: { review: Review }) {
  const { t } = useTranslation('reviews');
  const words = useReviewWords();
  const { score, template } = review;
  return (
    <>
      <table className={classes['sum']}>
        <caption className={classes['sumCaption']}>{t('sum.whole')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sum.sectionName')}</th>
            <th scope="col">{t('sum.weight')}</th>
            <th scope="col">{t('sum.points')}</th>
            <th scope="col">{t('sum.product')}</th>
          </tr>
        </thead>
        <tbody>
          {score.sections.map((section) => {
            const named = template.sections.find(({ code }) => code === section.code);
            return (
              <tr key={section.code}>
                <th scope="row">{named ? words.itemName(named) : section.code}</th>
                <td>{section.weightBp / 100}</td>
                <td>{section.score?.fixed ?? t('sum.missing')}</td>
                <td>{section.product?.fixed ?? '–'}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sum.raw')}</th>
            <td>{score.countedWeightBp / 100}</td>
            <td>{score.raw?.fixed ?? '–'}</td>
            <td>{score.productTotal?.fixed ?? '–'}</td>
          </tr>
        </tfoot>
      </table>
      {score.isRenormalised && <p className={classes['dim']}>{t('sum.renormalisedSection')}</p>}
      {score.final !== null && (
        <p className={classes['attained']}>
          {t('sum.final', {
            raw: score.raw?.fixed,
            adjustment: `${score.adjMilli >= 0 ? '+' : '−'}${Math.abs(score.adjMilli) / 1000}`,
            exact: score.final.fixed,
            final: ((score.finalCenti ?? 0) / 100).toFixed(2),
            band: score.band,
          })}
        </p>
      )}
    </>
  );
}
