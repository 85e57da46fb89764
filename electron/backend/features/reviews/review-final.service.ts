import type { DocumentCopy, DocumentInfo } from '#shared/contract/documents.ts';
import type { PrintChoice, Review } from '#shared/contract/reviews.ts';
import { AppError } from '../../app-error.ts';
import { withoutCustomers } from '../../reports/reviews/hide-customers.ts';
import { printReview as printPages } from '../../reports/reviews/print-review.ts';
import type { CommandContext, TaskContext } from '../../rpc/context.ts';
import { insertDocument, type NewDocument, pdfFile } from '../documents/document.service.ts';
import { listCustomerNames } from './facts/customer-names.repository.ts';
import { getReview } from './review.service.ts';
import { recordEvent } from './review-audit.ts';
import { type ReviewContent, reviewContent, sealContent } from './review-content.ts';
import { reviewFileName } from './review-file-name.ts';
import { findParts } from './review-part.repository.ts';
import { changeStatus } from './review-status.ts';

type ByReview = { reviewId: string };

const copies: readonly DocumentCopy[] = ['rep', 'hr', 'manager'];

type Sealed = { content: ReviewContent; json: string; sha256: string };

/**
 * Makes a review final: everything is checked, the copies are printed, and only when all of them
 * lie ready are state and documents written, in one transaction.
 *
 * @throws AppError record_locked when it is final already, changed_meanwhile, print_failed
 */
export async function finaliseReview(
  context: TaskContext,
  { reviewId, ...choice }: ByReview & Omit<PrintChoice, 'copy'>,
) {
  const review = await context.read((query) => getReview(query, { reviewId }));
  if (!review.isEditable) throw new AppError('record_locked');
  if (review.problems.length > 0) return { state: 'refused' as const, problems: review.problems };
  const finalizedAt = context.platform.now().toISOString();
  const sealed = seal(review, finalizedAt);
  const printed: NewDocument[] = [];
  for (const copy of copies) {
    printed.push(await printCopy(context, { review: asFinal(review, sealed), copy, ...choice }));
  }
  const documents = await context.write('reviews.finaliseReview', (command) =>
    writeFinal(command, { review, sealed, finalizedAt, printed }),
  );
  return { state: 'final' as const, documents };
}

function seal(review: Review, finalizedAt: string): Sealed {
  const content = { ...reviewContent(review), finalizedAt };
  return { content, ...sealContent(content) };
}

function asFinal(review: Review, { content, sha256 }: Sealed): Review {
  return { ...review, ...content, status: 'final', isEditable: false, contentSha256: sha256 };
}

type Final = { review: Review; sealed: Sealed; finalizedAt: string; printed: NewDocument[] };

async function writeFinal(
  context: CommandContext,
  { review, sealed, finalizedAt, printed }: Final,
): Promise<DocumentInfo[]> {
  const now = await getReview(context, { reviewId: review.id });
  const isSame = seal(now, finalizedAt).sha256 === sealed.sha256;
  // A source that became private while the copies were printed changes nothing of the content.
  if (!isSame || now.problems.length > 0) throw new AppError('changed_meanwhile');
  const documents: DocumentInfo[] = [];
  for (const document of printed) documents.push(await insertDocument(context, document));
  const { score } = review;
  await changeStatus(context, now, {
    to: 'final',
    action: 'finalised',
    changes: {
      raw_milli: score.raw?.milli ?? null,
      final_milli: score.final?.milli ?? null,
      final_centi: score.finalCenti,
      hundred_centi: score.hundredCenti,
      band: score.band,
      finalized_at: finalizedAt,
      content_json: sealed.json,
      content_sha256: sealed.sha256,
    },
    details: { contentSha256: sealed.sha256, documents: documents.map(({ sha256 }) => sha256) },
  });
  context.step.describe({ name: review.person.name });
  await closeForUndo(context, review.id);
  return documents;
}

/** No earlier step may be taken back into a final review. */
async function closeForUndo({ db, step }: CommandContext, reviewId: string): Promise<void> {
  const { ratings, evidence, points } = await findParts(db, reviewId);
  const rows = (table: string, parts: readonly { id: string }[]) =>
    parts.map(({ id }) => ({ table, id }));
  step.makeFinal([
    { table: 'review', id: reviewId },
    ...rows('review_rating', ratings),
    ...rows('review_evidence', evidence),
    ...rows('review_point', points),
  ]);
}

/** The document as it would be printed now. */
export async function previewReview(
  context: TaskContext,
  { reviewId, ...choice }: ByReview & PrintChoice,
): Promise<{ base64: string }> {
  const review = await context.read((query) => getReview(query, { reviewId }));
  const { bytes } = await printCopy(context, { review: withoutPrivate(review), ...choice });
  return { base64: Buffer.from(bytes).toString('base64') };
}

/** No copy quotes what has become private; it has to go before the review can be final. */
function withoutPrivate(review: Review): Review {
  const hidden = review.problems.flatMap((problem) =>
    problem.code === 'evidence_private' ? [problem.evidenceId] : [],
  );
  return { ...review, evidence: review.evidence.filter(({ id }) => !hidden.includes(id)) };
}

/** Prints and keeps one more copy of a final review. @throws AppError review_not_final */
export async function printReview(
  context: TaskContext,
  { reviewId, ...choice }: ByReview & PrintChoice,
): Promise<DocumentInfo> {
  const review = await context.read((query) => getReview(query, { reviewId }));
  if (review.contentSha256 === null) throw new AppError('review_not_final');
  const printed = await printCopy(context, { review, ...choice });
  return context.write('reviews.printReview', async (command) => {
    const document = await insertDocument(command, printed);
    const { status } = review;
    await recordEvent(command, {
      reviewId,
      action: 'printed',
      from: status,
      to: status,
      details: { ...choice, sha256: document.sha256 },
    });
    return document;
  });
}

async function printCopy(
  context: TaskContext,
  { review, hideCustomers, ...choice }: PrintChoice & { review: Review },
): Promise<NewDocument> {
  const { copy, language } = choice;
  const told = hideCustomers ? await hiddenIn(context, { review, language }) : review;
  return {
    ...pdfFile,
    kind: 'review',
    nameParts: reviewFileName(review, choice),
    bytes: await printPages(context.platform, { review: told, ...choice }),
    language,
    copy,
    personId: review.personId,
    subjectId: review.id,
  };
}

async function hiddenIn(
  context: TaskContext,
  { review, language }: Pick<PrintChoice, 'language'> & { review: Review },
): Promise<Review> {
  const names = await context.read(({ db }) => listCustomerNames(db, review.personId));
  return withoutCustomers(review, names, language);
}
