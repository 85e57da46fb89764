import type { ReactNode } from 'react';
import { type Column, Section, Table } from '../furniture/blocks.tsx';
import { SafeText } from '../furniture/safe-text.tsx';
import type { ReviewDocument } from './review-document.ts';
import { centi, exact, signedMilli, trimmed, weight } from './review-values.ts';

type Props = { document: ReviewDocument };

/** The sum with every term, so that anyone gets the printed total from the printed figures. */
export function ReviewScoreTable({ document }: Props) {
  const { words, review } = document;
  const { score, template } = review;
  const columns: Column[] = [
    { head: words.label('reviews:document.section') },
    { head: words.label('reviews:document.weight'), align: 'end', width: '18mm' },
    { head: words.label('reviews:document.fraction'), align: 'end', width: '36mm' },
    { head: words.label('reviews:document.sectionScore'), align: 'end', width: '24mm' },
    { head: words.label('reviews:document.product'), align: 'end', width: '30mm' },
  ];
  const rows = score.sections.map((section): ReactNode[] => {
    const { nameZh = '', nameEn = '' } =
      template.sections.find(({ code }) => code === section.code) ?? {};
    return [
      words.pickLabel({ zh: nameZh, en: nameEn }),
      weight(section.weightBp),
      section.score === null ? '–' : exact(section.score.fraction),
      section.score?.fixed ?? words.text('reviews:document.leftOutShort'),
      section.product?.fixed ?? '–',
    ];
  });
  const total = [
    words.label('reviews:document.total'),
    weight(score.countedWeightBp),
    score.raw === null ? '–' : exact(score.raw.fraction),
    score.raw?.fixed ?? '–',
    score.productTotal?.fixed ?? '–',
  ];
  return (
    <Section title={words.label('reviews:document.scoreTable')}>
      <Table
        caption={words.text('reviews:document.scoreTable')}
        columns={columns}
        rows={rows}
        total={total}
      />
      <SumLines document={document} />
      <LeftOut document={document} />
    </Section>
  );
}

/** Raw score, adjustment and final score as one sum in figures. */
function SumLines({ document: { words, review } }: Props) {
  const { score, adjReason } = review;
  if (score.raw === null || score.final === null) return null;
  const counted = trimmed((score.countedWeightBp / 100).toFixed(2));
  return (
    <>
      <p>
        {words.label('reviews:document.rawSum', {
          total: score.productTotal?.fixed ?? '',
          weight: counted,
          raw: score.raw.fixed,
        })}
      </p>
      {score.adjMilli !== 0 && (
        <p>
          {words.label('reviews:document.adjustment', {
            value: signedMilli(score.adjMilli),
            adjusted: score.adjusted?.fixed ?? '',
          })}{' '}
          <SafeText text={adjReason} />
        </p>
      )}
      <p>
        <strong>
          {words.label('reviews:document.finalSum', {
            exact: score.final.fixed,
            final: centi(score.finalCenti),
            band: score.band ?? '–',
          })}
        </strong>
      </p>
    </>
  );
}

/** Items and sections that do not count, and that the rest carries their weight. */
function LeftOut({ document: { words, review } }: Props) {
  const { score, template, ratings } = review;
  const items = template.sections.flatMap((section) => section.items);
  const lines = score.sections.flatMap((section) =>
    section.items
      .filter(({ state }) => state !== 'rated')
      .map(({ ref, hasNoTarget }) => {
        const { nameZh = ref, nameEn = ref } = items.find((item) => item.ref === ref) ?? {};
        const reason = ratings.find(({ itemRef }) => itemRef === ref)?.naReason ?? '';
        return { ref, nameZh, nameEn, hasNoTarget, reason };
      }),
  );
  if (lines.length === 0) return null;
  return (
    <div className="left-out">
      <p className="quiet">{words.label('reviews:document.leftOut')}</p>
      {lines.map(({ ref, nameZh, nameEn, hasNoTarget, reason }) => (
        <p key={ref} className="quiet">
          · {words.pickLabel({ zh: nameZh, en: nameEn })}
          {hasNoTarget && <> – {words.label('reviews:document.noTarget')}</>}
          {reason !== '' && (
            <>
              {' '}
              – <SafeText text={reason} />
            </>
          )}
        </p>
      ))}
    </div>
  );
}
