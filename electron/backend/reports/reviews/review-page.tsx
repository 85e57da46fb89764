import { DocumentHeader, type Fact, Section } from '../furniture/blocks.tsx';
import { Prose, SafeText } from '../furniture/safe-text.tsx';
import { documentWords } from '../furniture/words.tsx';
import type { ReportPage } from '../render-report.tsx';
import { ReviewComment, ReviewNotes, ReviewSignatures } from './review-closing.tsx';
import { reviewCss } from './review-css.ts';
import type { ReviewDocument } from './review-document.ts';
import { ReviewCoaching, ReviewEvidenceList } from './review-evidence.tsx';
import { ReviewBehaviors, ReviewKpis, ReviewSkills } from './review-items.tsx';
import { ReviewGoals, ReviewImprovements, ReviewStrengths } from './review-points.tsx';
import { ReviewAudit, ReviewPrivate } from './review-private.tsx';
import { ReviewScoreTable } from './review-score-table.tsx';
import { centi } from './review-values.ts';

/** The page to print for one copy of a review. */
export function reviewPage(document: ReviewDocument): ReportPage {
  const { words, review, copy, period } = document;
  const title = words.text('reviews:document.title');
  return {
    language: words.language,
    title: `${title} ${review.person.name} ${period}`,
    footer: [title, review.documentNo, words.text(`documents:copy.${copy}`)].join(' · '),
    watermark:
      review.contentSha256 === null
        ? documentWords(words.mainLanguage).text('documents:draft')
        : undefined,
    css: reviewCss,
    body: <ReviewBody document={document} />,
  };
}

function ReviewBody({ document }: { document: ReviewDocument }) {
  const { words, company, review, copy } = document;
  return (
    <>
      <DocumentHeader
        company={company}
        title={words.label('reviews:document.title')}
        subject={review.person.name}
        mark={copy === 'manager' ? words.label('documents:onlyManager') : undefined}
        facts={identityFacts(document)}
      />
      <ReviewResult document={document} />
      <ReviewScoreTable document={document} />
      <ReviewKpis document={document} />
      <ReviewSkills document={document} />
      <ReviewBehaviors document={document} />
      <ReviewStrengths document={document} />
      <ReviewImprovements document={document} />
      <ReviewEvidenceList document={document} />
      <ReviewCoaching document={document} />
      <ReviewGoals document={document} />
      <ReviewPrivate document={document} />
      <ReviewAudit document={document} />
      <ReviewComment document={document} />
      <ReviewSignatures document={document} />
      <ReviewNotes document={document} />
    </>
  );
}

function identityFacts({ words, format, review, period, copy }: ReviewDocument): Fact[] {
  const { person } = review;
  const safe = (text: string) => (text === '' ? '–' : <SafeText text={text} />);
  const days = `${format.date(review.periodStartOn)} – ${format.date(review.periodEndOn)}`;
  return [
    { label: words.label('reviews:document.employeeNo'), value: safe(person.employeeNo) },
    {
      label: words.label('reviews:document.role'),
      value: safe([person.roleTitle, person.level].filter(Boolean).join(' · ')),
    },
    { label: words.label('reviews:document.department'), value: safe(person.team) },
    { label: words.label('reviews:document.manager'), value: safe(person.managerName) },
    {
      label: words.label('reviews:document.period'),
      value: `${period} · ${words.text(`reviews:type.${review.type}`)}`,
    },
    { label: words.label('reviews:document.days'), value: days },
    {
      label: words.label('reviews:document.talkOn'),
      value: review.talkOn === null ? '–' : format.date(review.talkOn),
    },
    {
      label: words.label('reviews:document.number'),
      value: `${review.documentNo} · v${review.revision}`,
    },
    {
      label: words.label('reviews:document.status'),
      value: `${words.text(`reviews:status.${review.status}`)} · ${words.text(`documents:copy.${copy}`)}`,
    },
  ];
}

function ReviewResult({ document }: { document: ReviewDocument }) {
  const { words, review, hr } = document;
  const { score } = review;
  const band = review.template.bands.find(({ code }) => code === score.band);
  return (
    <Section title={words.label('reviews:document.result')}>
      {review.amendsReviewId !== null && (
        <p className="amendment">
          {words.label('reviews:document.amendment', { revision: review.revision })}
          <SafeText text={review.amendReason} />
        </p>
      )}
      <div className="result">
        <span className="result-score">{centi(score.finalCenti)}</span>
        <span className="result-band">{score.band ?? '–'}</span>
        <span>
          {band && words.pickLabel({ zh: band.nameZh, en: band.nameEn })}
          <br />
          <span className="quiet">
            {words.label('reviews:document.hundred', { value: centi(score.hundredCenti) })}
          </span>
        </span>
      </div>
      {hr?.calibration && (
        <p>
          {words.label('reviews:document.calibrated', {
            before: hr.calibration.before,
            after: hr.calibration.after,
          })}{' '}
          <SafeText text={hr.calibration.reason} />
        </p>
      )}
      {review.summary !== '' && (
        <>
          <h3>{words.label('reviews:document.summary')}</h3>
          <Prose text={review.summary} />
        </>
      )}
    </Section>
  );
}
