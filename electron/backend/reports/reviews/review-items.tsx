import type { ReactNode } from 'react';
import type { ReviewScoreView } from '#shared/contract/review-score.ts';
import type {
  ReviewTemplateItem,
  ReviewTemplateSection,
} from '#shared/contract/review-template.ts';
import type { ReviewRating } from '#shared/contract/reviews.ts';
import { type Column, Section, Table } from '../furniture/blocks.tsx';
import { Bar } from '../furniture/charts.tsx';
import { Prose, SafeText } from '../furniture/safe-text.tsx';
import type { ReviewDocument } from './review-document.ts';
import { EvidenceLine } from './review-evidence.tsx';
import { kpiValue, milli, percentOfFixed, trimmed, weight } from './review-values.ts';

type Props = { document: ReviewDocument };
type ItemScore = ReviewScoreView['sections'][number]['items'][number];

type RatedItem = { item: ReviewTemplateItem; rating: ReviewRating; score: ItemScore };

/** The items of all sections of a kind, with what was entered and what it scored. */
function itemsOf({ review }: ReviewDocument, kind: ReviewTemplateSection['kind']): RatedItem[] {
  const { template, ratings, score } = review;
  return template.sections
    .filter((section) => section.kind === kind)
    .flatMap((section) =>
      section.items.flatMap((item) => {
        const rating = ratings.find(({ itemRef }) => itemRef === item.ref);
        const scored = score.sections
          .find(({ code }) => code === section.code)
          ?.items.find(({ ref }) => ref === item.ref);
        return rating && scored ? [{ item, rating, score: scored }] : [];
      }),
    );
}

export function ReviewKpis({ document }: Props) {
  const { words, format, review } = document;
  const items = itemsOf(document, 'kpi');
  if (items.length === 0) return null;
  const hasPrevious = review.previous !== null;
  const figures: Column[] = [
    { head: words.label('reviews:document.target'), align: 'end' },
    { head: words.label('reviews:document.actual'), align: 'end' },
    { head: words.label('reviews:document.attainment'), align: 'end', width: '21mm' },
    { head: words.label('reviews:document.points'), align: 'end', width: '16mm' },
    { head: words.label('reviews:document.weight'), align: 'end', width: '13mm' },
  ];
  const columns: Column[] = [
    { head: words.label('reviews:document.kpi'), width: hasPrevious ? '38mm' : '46mm' },
    ...figures,
    ...(hasPrevious
      ? [{ head: words.label('reviews:document.previous'), align: 'end' } as const]
      : []),
  ];
  const rows = items.map(({ item, rating: { kpi }, score }): ReactNode[] => {
    const value = (text: string | null) => kpiValue(text, item.unit, format);
    const previous = review.previous?.items.find(({ ref }) => ref === item.ref);
    const cells = [
      words.pickLabel({ zh: item.nameZh, en: item.nameEn }),
      value(kpi?.target ?? null),
      value(kpi?.actual ?? null),
      score.attainment === null ? '–' : percentOfFixed(score.attainment.fixed),
      score.points === null
        ? words.text('reviews:document.notApplicable')
        : trimmed(score.points.fixed),
      weight(item.weightBp),
    ];
    return hasPrevious ? [...cells, value(previous?.actual ?? null)] : cells;
  });
  return (
    <Section title={words.label('reviews:document.kpis')}>
      <Table caption={words.text('reviews:document.kpis')} columns={columns} rows={rows} />
      {items.map((rated) => (
        <KpiNotes key={rated.item.ref} document={document} rated={rated} />
      ))}
    </Section>
  );
}

/** Where a KPI's figures come from, and what was said about them. */
function KpiNotes({ document, rated }: Props & { rated: RatedItem }) {
  const { words, format } = document;
  const { item, rating } = rated;
  const source = rating.kpi?.source ?? 'typed';
  const asOf = rating.kpi?.asOfOn ?? null;
  return (
    <div className="kpi-note">
      <p className="quiet">
        <strong>{words.pickLabel({ zh: item.nameZh, en: item.nameEn })}</strong>{' '}
        {words.pickLabel({ zh: item.formulaZh ?? '', en: item.formulaEn ?? '' })}{' '}
        {words.label(`reviews:document.source.${source}`)}
        {asOf !== null && <> {words.label('reviews:document.asOf', { date: format.date(asOf) })}</>}
        {rating.kpiNote !== '' && (
          <>
            {' '}
            <SafeText text={rating.kpiNote} />
          </>
        )}
      </p>
      <Override document={document} rating={rating} />
      <Prose text={rating.comment} />
      <ItemEvidence document={document} itemRef={item.ref} />
    </div>
  );
}

export function ReviewSkills({ document }: Props) {
  return <JudgedSection document={document} kind="skill" title="reviews:document.skills" />;
}

export function ReviewBehaviors({ document }: Props) {
  return <JudgedSection document={document} kind="behavior" title="reviews:document.behaviors" />;
}

type JudgedProps = Props & {
  kind: 'skill' | 'behavior';
  title: 'reviews:document.skills' | 'reviews:document.behaviors';
};

function JudgedSection({ document, kind, title }: JudgedProps) {
  const items = itemsOf(document, kind);
  if (items.length === 0) return null;
  return (
    <Section title={document.words.label(title)}>
      {items.map((rated) => (
        <JudgedItem key={rated.item.ref} document={document} rated={rated} />
      ))}
    </Section>
  );
}

/** An item scored against anchors: bar, the anchor's own words, comment, evidence. */
function JudgedItem({ document, rated: { item, rating, score } }: Props & { rated: RatedItem }) {
  const { words, review } = document;
  const last = review.previous?.items.find(({ ref }) => ref === item.ref)?.pointsMilli ?? null;
  const now = score.points?.milli ?? null;
  const label = now === null ? words.text('reviews:document.notRated') : `${milli(now)} / 5`;
  const anchor = now === null ? undefined : anchorOf(item, now);
  return (
    <div className="item">
      <div className="item-head">
        <h3>
          {words.pickLabel({ zh: item.nameZh, en: item.nameEn })}{' '}
          <span className="quiet">{weight(item.weightBp)}</span>
        </h3>
        <Bar
          label={label}
          share={(now ?? 0) / 5000}
          mark={last === null ? undefined : last / 5000}
        />
        <span className="item-score">{label}</span>
      </div>
      <p className="quiet">
        {anchor && words.pickLabel({ zh: anchor.zh, en: anchor.en })}
        {last !== null && <> {words.label('reviews:document.lastScore', { score: milli(last) })}</>}
        {rating.selfScoreMilli !== null && (
          <> {words.label('reviews:document.selfScore', { score: milli(rating.selfScoreMilli) })}</>
        )}
      </p>
      <Override document={document} rating={rating} />
      <Prose text={rating.comment} />
      <ItemEvidence document={document} itemRef={item.ref} />
    </div>
  );
}

/** The words of the level reached: 3.5 has reached level 3. */
function anchorOf({ anchors }: ReviewTemplateItem, points: number) {
  return anchors.findLast(({ score }) => score * 1000 <= points);
}

function Override({ document: { words }, rating }: Props & { rating: ReviewRating }) {
  if (rating.overrideMilli === null) return null;
  return (
    <p>
      {words.label('reviews:document.override', { score: milli(rating.overrideMilli) })}{' '}
      <SafeText text={rating.overrideReason} />
    </p>
  );
}

function ItemEvidence({ document, itemRef }: Props & { itemRef: string }) {
  const evidence = document.review.evidence.filter((piece) => piece.itemRef === itemRef);
  return (
    <>
      {evidence.map((piece) => (
        <EvidenceLine key={piece.id} document={document} piece={piece} />
      ))}
    </>
  );
}
