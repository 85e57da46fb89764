import { RuledBox, Section, Signatures } from '../furniture/blocks.tsx';
import { Prose } from '../furniture/safe-text.tsx';
import type { ReviewDocument } from './review-document.ts';
import { centi, milli, percentOfFixed } from './review-values.ts';

type Props = { document: ReviewDocument };

/** More than a quarter of a page to write on. */
const commentLines = 9;

/** The person's own words, unchanged, or room to write them. */
export function ReviewComment({ document: { words, review } }: Props) {
  const isEmpty = review.repComment.trim() === '';
  return (
    <Section title={words.label('reviews:document.comment')} keepTogether={isEmpty}>
      {isEmpty ? (
        <RuledBox label={words.label('reviews:document.commentHint')} lines={commentLines} />
      ) : (
        <Prose text={review.repComment} />
      )}
    </Section>
  );
}

export function ReviewSignatures({ document: { words, review } }: Props) {
  return (
    <Section title={words.label('reviews:document.signatures')} keepTogether>
      <Signatures
        sentence={words.label('reviews:document.signSentence')}
        labels={{
          signature: words.label('reviews:document.signature'),
          date: words.label('reviews:document.dateAndMethod'),
        }}
        signatories={[
          { role: words.label('reviews:document.signRep'), name: review.person.name },
          { role: words.label('reviews:document.signManager'), name: review.person.managerName },
          { role: words.label('reviews:document.signHr') },
        ]}
      >
        <p className="quiet refusal">{words.label('reviews:document.refusal')}</p>
      </Signatures>
    </Section>
  );
}

/** How the score came about, what the grades mean, who may read this, and its fingerprint. */
export function ReviewNotes({ document }: Props) {
  const { words, format, review, copy, generatedAt } = document;
  const { template, contentSha256 } = review;
  const curve = template.curve.map(({ attainmentMilli, pointsMilli }) =>
    [percentOfFixed(String(attainmentMilli / 1000)), milli(pointsMilli)].join(' → '),
  );
  const bands = template.bands.map(({ code, fromCenti, nameZh, nameEn }) =>
    `${code} ≥ ${centi(fromCenti)} ${words.pick({ zh: nameZh, en: nameEn })}`.trim(),
  );
  return (
    <Section title={words.label('reviews:document.notes')}>
      <div className="notes">
        <p>{words.label('reviews:document.scaleNote')}</p>
        <p>{words.label('reviews:document.bandNote', { bands: format.list(bands) })}</p>
        <p>{words.label('reviews:document.curveNote', { curve: format.list(curve) })}</p>
        <p>{words.label('reviews:document.formulaNote', { cap: milli(template.adjCapMilli) })}</p>
        <p>{words.label(`reviews:document.readers.${copy}`)}</p>
        <p>
          {words.label('reviews:document.generated', {
            at: format.dateTime(generatedAt.toISOString()),
          })}
        </p>
        {contentSha256 !== null && (
          <p className="hash">
            {words.label('reviews:document.fingerprint')} SHA-256 {contentSha256}
          </p>
        )}
      </div>
    </Section>
  );
}
