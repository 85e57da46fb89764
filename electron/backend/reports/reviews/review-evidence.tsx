import type { ReviewEvidence } from '#shared/contract/reviews.ts';
import { Section, Table } from '../furniture/blocks.tsx';
import { Columns } from '../furniture/charts.tsx';
import { Prose, SafeText } from '../furniture/safe-text.tsx';
import type { ReviewDocument } from './review-document.ts';

type Props = { document: ReviewDocument };

/** One piece of evidence under the item it stands for. */
export function EvidenceLine({ document, piece }: Props & { piece: ReviewEvidence }) {
  return (
    <>
      <p className="evidence-line">
        · {document.format.date(piece.occurredOn)}{' '}
        <EvidenceText document={document} piece={piece} />
      </p>
      {piece.quote !== '' && (
        <div className="quote">
          <Prose text={piece.quote} />
        </div>
      )}
    </>
  );
}

/** What it is, what came of it and how much was at stake. */
function EvidenceText({ document, piece }: Props & { piece: ReviewEvidence }) {
  const { words, format } = document;
  const { facts } = piece;
  return (
    <>
      {words.text(`reviews:evidence.${piece.kind}`)}{' '}
      <strong>
        <SafeText text={titleOf(document, piece)} />
      </strong>
      {facts.accountName !== undefined && (
        <>
          {' '}
          (<SafeText text={facts.accountName} />)
        </>
      )}
      {facts.outcome !== undefined && ` · ${words.text(`reviews:outcome.${facts.outcome}`)}`}
      {facts.amountMinor !== undefined && ` · ${format.money(facts.amountMinor)}`}
      {facts.pushCount !== undefined &&
        ` · ${words.text('reviews:evidence.pushed', { count: facts.pushCount })}`}
    </>
  );
}

/** A session goes by its type. */
function titleOf({ words }: ReviewDocument, { kind, title, facts }: ReviewEvidence): string {
  return kind === 'session' ? words.text(sessionTypeKey(facts.sessionType)) : title;
}

const sessionTypes = [
  'one_on_one',
  'deal',
  'skill',
  'field_visit',
  'career',
  'pip_checkin',
] as const;

function sessionTypeKey(type: string | undefined) {
  const known = sessionTypes.find((name) => name === type) ?? 'one_on_one';
  return `reviews:sessionType.${known}` as const;
}

/** The whole period at a glance, and every piece of evidence in the order of time. */
export function ReviewEvidenceList({ document }: Props) {
  const { words, format, review } = document;
  const { balance, evidence } = review;
  if (evidence.length === 0) {
    return (
      <Section title={words.label('reviews:document.evidence')}>
        <p>{words.label('reviews:document.noEvidence')}</p>
      </Section>
    );
  }
  const unique = [...new Map(evidence.map((piece) => [piece.refId ?? piece.id, piece])).values()];
  return (
    <Section title={words.label('reviews:document.evidence')}>
      <Columns
        label={words.text('reviews:document.evidenceByMonth')}
        columns={balance.months.map(({ month, count }) => ({
          label: monthLabel(month, balance.months),
          value: count,
          text: String(count),
        }))}
      />
      <p className="quiet">
        {balance.emptyMonths.length > 0 &&
          words.label('reviews:document.emptyMonths', {
            months: monthList(document, balance.emptyMonths),
          })}{' '}
        {balance.isRecencyHeavy && words.label('reviews:document.recency')}
      </p>
      <Table
        caption={words.text('reviews:document.evidence')}
        columns={[
          { head: words.label('reviews:document.date'), width: '32mm' },
          { head: words.label('reviews:document.what') },
        ]}
        rows={unique.map((piece) => [
          format.date(piece.occurredOn),
          <EvidenceText key={piece.id} document={document} piece={piece} />,
        ])}
      />
    </Section>
  );
}

/** 1–12; with the year where the period has months of two. */
function monthLabel(month: string, all: readonly { month: string }[]): string {
  const isOneYear = all.every((other) => other.month.slice(0, 4) === month.slice(0, 4));
  return isOneYear ? String(Number(month.slice(5))) : month.slice(2);
}

/** Beside each other, two languages share one form of the months. */
function monthList({ words, format }: ReviewDocument, months: readonly string[]): string {
  if (words.language === 'zh-en') return format.list(months);
  return format.list(months.map((month) => format.month(`${month}-01`)));
}

/** How much coaching there was in the period: counts only. */
export function ReviewCoaching({ document: { words, review } }: Props) {
  const { sessions, commitmentsDue, commitmentsKept } = review.coaching;
  return (
    <Section title={words.label('reviews:document.coaching')} keepTogether>
      <p>
        {sessions.length === 0
          ? words.label('reviews:document.noSessions')
          : sessions
              .map(({ type, count }) =>
                words.text('reviews:document.sessionCount', {
                  type: words.text(sessionTypeKey(type)),
                  count,
                }),
              )
              .join(' · ')}
      </p>
      <p>
        {words.label('reviews:document.commitments', {
          kept: commitmentsKept,
          due: commitmentsDue,
        })}
      </p>
    </Section>
  );
}
