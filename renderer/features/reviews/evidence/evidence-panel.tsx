import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconGripVertical, IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import { Private } from '#renderer/components/privacy/private.tsx';
import { LongText } from '#renderer/components/text/long-text.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { EvidenceCandidate, Review, ReviewEvidence } from '#shared/contract/reviews.ts';
import type { ReviewEntry } from '../review-entries.ts';
import classes from '../reviews.module.css';
import { useReviewWords } from '../use-review-words.ts';
import own from './evidence.module.css';
import { useEvidenceDrag } from './evidence-drag.ts';
import { MonthStrip } from './month-strip.tsx';

type Props = { review: Review; entry: ReviewEntry };

/** What is attached to this item, the period by month, and what could be attached. */
export function EvidencePanel({ review, entry }: Props) {
  const { t } = useTranslation('reviews');
  useMarkSeen(review);
  const attached = review.evidence.filter(({ itemRef }) => itemRef === entry.key);
  return (
    <aside className={classes['evidence']} aria-label={t('evidence.title')}>
      <h2 className={classes['paneTitle']}>{t('evidence.title')}</h2>
      <MonthStrip balance={review.balance} />
      {entry.kind === 'item' ? (
        <>
          {attached.length === 0 && <p className={classes['hint']}>{t('evidence.none')}</p>}
          {attached.map((piece) => (
            <PrivateIf key={piece.id} isPrivate={isPrivate(review, piece)}>
              <Attached review={review} piece={piece} />
            </PrivateIf>
          ))}
          {review.isEditable && (
            <Suspense>
              <Candidates review={review} itemRef={entry.key} />
            </Suspense>
          )}
        </>
      ) : (
        <p className={classes['hint']}>{t('evidence.chooseItem')}</p>
      )}
    </aside>
  );
}

/** The strip by month was shown: finalising asks for that. */
function useMarkSeen({ id, isEditable, isEvidenceSeen }: Review): void {
  const queries = useQueryClient();
  const { mutate } = useMutation(
    api.reviews.markEvidenceSeen.mutationOptions({
      // No step to be told of: the mark is not a change that could be undone.
      onSuccess: () =>
        queries.invalidateQueries({
          queryKey: api.reviews.getReview.queryKey({ input: { reviewId: id } }),
        }),
    }),
  );
  useEffect(() => {
    if (isEditable && !isEvidenceSeen) mutate({ reviewId: id });
  }, [id, isEditable, isEvidenceSeen, mutate]);
}

/** Its source was made private after it was attached. */
function isPrivate({ problems }: Review, { id }: ReviewEvidence): boolean {
  return problems.some(
    (problem) => problem.code === 'evidence_private' && problem.evidenceId === id,
  );
}

function PrivateIf({ isPrivate, children }: { isPrivate: boolean; children: ReactNode }) {
  return isPrivate ? <Private>{children}</Private> : children;
}

function Attached({ review, piece }: { review: Review; piece: ReviewEvidence }) {
  const { t } = useTranslation('reviews');
  const detach = useMutation(api.reviews.detachEvidence.mutationOptions());
  const words = useReviewWords();
  const title = words.evidenceTitle(piece.kind, piece.title, piece.facts);
  return (
    <article className={own['piece']} aria-label={title}>
      <div className={own['pieceHead']}>
        <EvidenceLine piece={piece} />
        {review.isEditable && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('evidence.detach', { title })}
            onClick={() => detach.mutate({ evidenceId: piece.id })}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {(review.isEditable || piece.quote !== '') && (
        <LongText
          table="review_evidence"
          id={piece.id}
          field="quote"
          label={t('evidence.quote')}
          saved={piece.quote}
          lines={2}
          isLocked={!review.isEditable}
          isLabelHidden
          placeholder={t('evidence.quotePlaceholder')}
        />
      )}
    </article>
  );
}

type LineOf = Pick<EvidenceCandidate, 'kind' | 'title' | 'facts' | 'occurredOn'>;

function EvidenceLine({ piece: { kind, title, facts, occurredOn } }: { piece: LineOf }) {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const words = useReviewWords();
  return (
    <span className={own['pieceText']}>
      <span className={own['pieceTitle']}>
        <Name>{words.evidenceTitle(kind, title, facts)}</Name>
      </span>
      <span className={classes['dim']}>
        {[format.dateShort(occurredOn), t(`evidence.${kind}`), ...words.evidenceFacts(facts)].join(
          ' · ',
        )}
      </span>
    </span>
  );
}

/** Deals, sessions and commitments of the period; drag one onto an item, or press E. */
function Candidates({ review, itemRef }: { review: Review; itemRef: string }) {
  const { t } = useTranslation('reviews');
  const reviewId = review.id;
  const { data } = useSuspenseQuery(
    api.reviews.listCandidates.queryOptions({ input: { reviewId } }),
  );
  const { mutate: attach } = useMutation(api.reviews.attachEvidence.mutationOptions());
  const list = useRef<HTMLUListElement>(null);
  const free = data.filter(
    ({ refId }) =>
      !review.evidence.some((piece) => piece.itemRef === itemRef && piece.refId === refId),
  );
  const add = ({ kind, refId }: EvidenceCandidate) => attach({ reviewId, itemRef, kind, refId });
  useShortcuts({
    title: t('evidence.title'),
    shortcuts: [
      {
        keys: 'e',
        label: t('evidence.attachKey'),
        run: () => {
          const focused = list.current?.querySelector<HTMLElement>(':focus')?.dataset['ref'];
          const chosen = free.find(({ refId }) => refId === focused) ?? free[0];
          if (chosen !== undefined) add(chosen);
        },
      },
    ],
  });
  return (
    <>
      <h3 className={classes['candidatesTitle']}>{t('evidence.candidates')}</h3>
      {free.length === 0 && <p className={classes['hint']}>{t('evidence.noCandidates')}</p>}
      <ul ref={list} className={classes['candidates']}>
        {free.map((candidate) => (
          <li key={`${candidate.kind} ${candidate.refId}`}>
            <Candidate candidate={candidate} onAdd={() => add(candidate)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Candidate({ candidate, onAdd }: { candidate: EvidenceCandidate; onAdd(): void }) {
  const ref = useEvidenceDrag(candidate, true);
  return (
    <UnstyledButton
      ref={ref}
      className={own['candidate'] ?? ''}
      data-ref={candidate.refId}
      onClick={onAdd}
    >
      <IconGripVertical size={14} className={own['grip'] ?? ''} aria-hidden />
      <EvidenceLine piece={candidate} />
      <IconPlus size={15} className={own['plus'] ?? ''} aria-hidden />
    </UnstyledButton>
  );
}
