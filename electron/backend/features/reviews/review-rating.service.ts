import { AppError } from '../../app-error.ts';
import { newRecord } from '../../database/new-record.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { findCandidates } from './facts/candidate.service.ts';
import { proposeKpi } from './facts/kpi-proposal.service.ts';
import { markSeen } from './review.repository.ts';
import { spanOf } from './review.service.ts';
import type { ReviewRatingRow } from './review.table.ts';
import * as parts from './review-part.repository.ts';
import { storedFacts, toTemplate } from './review-row.ts';
import { findOpenReview } from './review-texts.ts';

type Item = { reviewId: string; itemRef: string };
type Changes = Partial<Omit<ReviewRatingRow, 'id' | 'review_id' | 'item_ref'>>;

/** @throws AppError not_found, record_locked */
async function changeRating(
  { db, platform, step }: CommandContext,
  { reviewId, itemRef }: Item,
  changes: Changes,
): Promise<void> {
  const row = await findOpenReview(db, reviewId);
  const item = itemOf(row, itemRef);
  if (!(await parts.updateRating(db, platform, { reviewId, itemRef, changes }))) {
    throw new AppError('not_found');
  }
  step.describe({ zh: item.nameZh, en: item.nameEn });
}

function itemOf(row: { template_json: string }, itemRef: string) {
  const items = toTemplate(row).content.sections.flatMap((section) => section.items);
  const item = items.find(({ ref }) => ref === itemRef);
  if (item === undefined) throw new AppError('not_found');
  return item;
}

export function rateItem(
  context: CommandContext,
  { scoreMilli, ...item }: Item & { scoreMilli: number | null },
) {
  return changeRating(context, item, { score_milli: scoreMilli, is_not_applicable: 0 });
}

type Figures = { target?: string | null | undefined; actual?: string | null | undefined };

/** Figures typed by hand; they are marked as such. One that is left out stays. */
export function setKpi(context: CommandContext, { target, actual, ...item }: Item & Figures) {
  return changeKpi(context, item, (before) => ({
    is_not_applicable: 0,
    ...(target === undefined ? {} : { kpi_target: target }),
    // A target is always agreed; only an actual of one's own makes the figure a typed one.
    ...(actual === undefined || actual === before.kpi_actual
      ? {}
      : { kpi_actual: actual, kpi_source: 'typed' as const, kpi_as_of_on: context.today }),
  }));
}

async function changeKpi(
  context: CommandContext,
  item: Item,
  change: (before: ReviewRatingRow) => Changes,
): Promise<void> {
  const before = await parts.findRating(context.db, item);
  if (before === undefined || before.kpi_source === null) throw new AppError('not_found');
  await changeRating(context, item, change(before));
}

/** Takes what the data say today. A target the data do not know stays as it was agreed. */
export async function refreshKpi(context: CommandContext, item: Item): Promise<void> {
  const row = await findOpenReview(context.db, item.reviewId);
  const measure = itemOf(row, item.itemRef).source ?? 'typed';
  if (measure === 'typed') throw new AppError('bad_input', { field: 'itemRef' });
  const proposal = await proposeKpi(context.db, measure, spanOf(row));
  await changeKpi(context, item, (before) => ({
    kpi_target: proposal.target ?? before.kpi_target,
    kpi_actual: proposal.actual,
    kpi_source: 'data',
    kpi_as_of_on: context.today,
  }));
}

export function setNotApplicable(
  context: CommandContext,
  { isNotApplicable, ...item }: Item & { isNotApplicable: boolean },
) {
  return changeRating(context, item, { is_not_applicable: isNotApplicable ? 1 : 0 });
}

export function overrideScore(
  context: CommandContext,
  { overrideMilli, ...item }: Item & { overrideMilli: number | null },
) {
  return changeRating(context, item, { override_milli: overrideMilli });
}

export type EvidenceChoice = Item & { kind: string; refId: string };

/** Attaches something of the period to an item, as it is now. @throws AppError not_found */
export async function attachEvidence(
  { db, platform, step }: CommandContext,
  { reviewId, itemRef, kind, refId }: EvidenceChoice,
): Promise<{ evidenceId: string }> {
  const row = await findOpenReview(db, reviewId);
  const item = itemOf(row, itemRef);
  const candidates = await findCandidates(db, spanOf(row));
  const found = candidates.find((other) => other.kind === kind && other.refId === refId);
  if (found === undefined) throw new AppError('not_found');
  const { evidence } = await parts.findParts(db, reviewId);
  const same = evidence.find((other) => other.item_ref === itemRef && other.ref_id === refId);
  if (same !== undefined) return { evidenceId: same.id };
  const added = {
    ...newRecord(platform),
    review_id: reviewId,
    item_ref: itemRef,
    kind: found.kind,
    ref_id: refId,
    occurred_on: found.occurredOn,
    title: found.title,
    facts_json: storedFacts.write(found.facts),
    quote: '',
    sort_order: evidence.length,
  };
  await parts.insertParts(db, { ratings: [], points: [], evidence: [added] });
  step.describe({ zh: item.nameZh, en: item.nameEn });
  return { evidenceId: added.id };
}

/** @throws AppError not_found, record_locked */
export async function detachEvidence(
  { db, platform }: CommandContext,
  { evidenceId }: { evidenceId: string },
): Promise<void> {
  const evidence = await parts.findEvidence(db, evidenceId);
  if (evidence === undefined) throw new AppError('not_found');
  await findOpenReview(db, evidence.review_id);
  await parts.softDeleteEvidence(db, platform, evidenceId);
}

/** Not a change anyone would take back: no step, and what was undone can still be redone. */
export async function markEvidenceSeen(
  { db, platform }: CommandContext,
  { reviewId }: { reviewId: string },
): Promise<void> {
  await findOpenReview(db, reviewId);
  await markSeen(db, { review_id: reviewId, seen_at: platform.now().toISOString() });
}
