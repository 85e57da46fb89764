import type { ReviewScoreView } from '#shared/contract/review-score.ts';
import type { TemplateContent } from '#shared/contract/review-template.ts';
import type { Review, ReviewRating } from '#shared/contract/reviews.ts';
import type { DateRange } from '#shared/domain/dates/local-date.ts';
import { evidenceBalance } from '#shared/domain/reviews/evidence.ts';
import { type FinaliseInput, finaliseProblems } from '#shared/domain/reviews/finalise.ts';
import { periodName } from '#shared/domain/reviews/period-name.ts';
import { isEditable } from '#shared/domain/reviews/review-states.ts';
import { scoreReview } from '#shared/domain/reviews/score.ts';
import type { ReadDb } from '../../database/db.ts';
import type { QueryContext } from '../../rpc/context.ts';
import { getFiscalCalendar } from '../settings/fiscal-calendar.ts';
import { getSettings } from '../settings/settings.service.ts';
import { countCoaching } from './facts/candidate.service.ts';
import { proposeKpi } from './facts/kpi-proposal.service.ts';
import { type FoundReview, findPrevious } from './review.repository.ts';
import type { ReviewRow } from './review.table.ts';
import { listEvents } from './review-audit.ts';
import { type FrozenParts, storedContent } from './review-content.ts';
import { findParts, listPrivateEvidence } from './review-part.repository.ts';
import {
  toEvent,
  toEvidence,
  toItemRating,
  toPoint,
  toRating,
  toReviewFacts,
  toTemplate,
} from './review-row.ts';

type Reading = Pick<QueryContext, 'db' | 'today'>;

/** A review as screens and documents show it, with its score and all that is missing. */
export async function viewReview({ db, today }: Reading, row: FoundReview): Promise<Review> {
  const { nameZh, nameEn, content: template } = toTemplate(row);
  const facts = toReviewFacts(row);
  const parts = await findParts(db, row.id);
  const ratings = inTemplateOrder(template, parts.ratings.map(toRating));
  const evidence = parts.evidence.map(toEvidence);
  const points = parts.points.map(toPoint);
  const open = isEditable(row.status);
  const privateEvidence = open ? await listPrivateEvidence(db, row.id) : [];
  const rated = finaliseInput({ ...facts, template, ratings, evidence, points });
  const input = { ...rated, privateEvidence };
  const frozen = await frozenParts({ db, today }, row, input);
  return {
    ...facts,
    ...{ template, ratings, evidence, points },
    ...frozen,
    isEditable: open,
    templateName: { zh: nameZh, en: nameEn },
    problems: open ? finaliseProblems(input) : [],
    balance: balanceOf(facts, evidence),
    lateItems: open ? [] : await findLateItems(db, row, { template, ratings }),
    events: (await listEvents(db, row.id)).map(toEvent),
  };
}

function balanceOf(
  { periodStartOn, periodEndOn }: Pick<Review, 'periodStartOn' | 'periodEndOn'>,
  evidence: Review['evidence'],
): Review['balance'] {
  const { months, emptyMonths, late, ...rest } = evidenceBalance(
    { startOn: periodStartOn, endOn: periodEndOn },
    evidence.map(({ occurredOn }) => occurredOn),
  );
  return { months: [...months], emptyMonths: [...emptyMonths], late, ...rest };
}

async function frozenParts(
  { db, today }: Reading,
  row: FoundReview,
  input: FinaliseInput,
): Promise<FrozenParts> {
  if (row.content_json !== null) return storedContent.read(row.content_json);
  const span = { personId: row.person_id, startOn: row.period_start_on, endOn: row.period_end_on };
  return {
    score: toScoreView(scoreReview(input)),
    coaching: await countCoaching(db, { ...span, today }),
    previous: await previousOf(db, row),
    setting: await settingOf(db, span),
  };
}

async function settingOf(db: ReadDb, period: DateRange): Promise<Review['setting']> {
  const { companyName, currency } = await getSettings({ db });
  return { companyName, currency, periodName: periodName(period, await getFiscalCalendar({ db })) };
}

/** Copies the rules' read-only lists into the contract's own. */
function toScoreView(score: ReturnType<typeof scoreReview>): ReviewScoreView {
  return {
    ...score,
    sections: score.sections.map((section) => ({ ...section, items: [...section.items] })),
  };
}

type Inputs = Pick<
  Review,
  | 'template'
  | 'ratings'
  | 'adjMilli'
  | 'adjReason'
  | 'calibratedMilli'
  | 'calibrationReason'
  | 'isEvidenceSeen'
  | 'summary'
  | 'repComment'
  | 'points'
  | 'evidence'
>;

/** The review as the rules read it. */
export function finaliseInput(inputs: Inputs): Omit<FinaliseInput, 'privateEvidence'> {
  const { template, ratings, points, evidence } = inputs;
  const directions = new Map(
    template.sections.flatMap(({ items }) => items.map((item) => [item.ref, item.direction])),
  );
  return {
    template,
    ratings: ratings.map((rating) => toItemRating(rating, directions.get(rating.itemRef))),
    adjMilli: inputs.adjMilli,
    adjReason: inputs.adjReason,
    calibratedMilli: inputs.calibratedMilli,
    calibrationReason: inputs.calibrationReason,
    isEvidenceSeen: inputs.isEvidenceSeen,
    texts: {
      summary: inputs.summary,
      repComment: inputs.repComment,
      adjReason: inputs.adjReason,
      ...Object.fromEntries(
        points.flatMap(({ id, text, measure, action, support }) => [
          [`point.${id}.text`, text],
          [`point.${id}.measure`, measure],
          [`point.${id}.action`, action],
          [`point.${id}.support`, support],
        ]),
      ),
      ...Object.fromEntries(evidence.map(({ id, quote }) => [`evidence.${id}`, quote])),
      ...Object.fromEntries(ratings.flatMap(printedNotes)),
    },
  };
}

/** What is printed beside a rating's comment; a reason for what no longer holds is not. */
function printedNotes({ itemRef, ...rating }: ReviewRating): [string, string][] {
  const { kpiNote, isNotApplicable, naReason, overrideMilli, overrideReason } = rating;
  return [
    [`kpiNote.${itemRef}`, kpiNote],
    [`naReason.${itemRef}`, isNotApplicable ? naReason : ''],
    [`overrideReason.${itemRef}`, overrideMilli === null ? '' : overrideReason],
  ];
}

function inTemplateOrder(template: TemplateContent, ratings: ReviewRating[]): ReviewRating[] {
  const refs = template.sections.flatMap(({ items }) => items.map(({ ref }) => ref));
  return ratings.toSorted((a, b) => refs.indexOf(a.itemRef) - refs.indexOf(b.itemRef));
}

async function previousOf(db: ReadDb, row: ReviewRow): Promise<Review['previous']> {
  const previous = await findPrevious(db, {
    personId: row.person_id,
    beforeOn: row.period_start_on,
  });
  if (!previous?.content_json || previous.final_centi === null) return null;
  const score = storedContent.readIfKnown(previous.content_json)?.score;
  if (score === undefined) return null;
  const { ratings } = await findParts(db, previous.id);
  const actuals = new Map(ratings.map((rating) => [rating.item_ref, rating.kpi_actual]));
  return {
    id: previous.id,
    periodStartOn: previous.period_start_on,
    periodEndOn: previous.period_end_on,
    finalCenti: previous.final_centi,
    band: previous.band ?? '',
    items: score.sections.flatMap(({ items }) =>
      items.map(({ ref, points }) => ({
        ref,
        pointsMilli: points?.milli ?? null,
        actual: actuals.get(ref) ?? null,
      })),
    ),
  };
}

/** Items whose data say something else than what the final review was made with. */
async function findLateItems(
  db: ReadDb,
  row: ReviewRow,
  { template, ratings }: Pick<Review, 'template' | 'ratings'>,
): Promise<Review['lateItems']> {
  const span = { personId: row.person_id, startOn: row.period_start_on, endOn: row.period_end_on };
  const items = new Map(template.sections.flatMap(({ items }) => items.map((i) => [i.ref, i])));
  const late: Review['lateItems'] = [];
  for (const { itemRef, kpi } of ratings) {
    const measure = items.get(itemRef)?.source;
    if (kpi?.source !== 'data' || measure === undefined) continue;
    const { actual } = await proposeKpi(db, measure, span);
    if (actual !== kpi.actual) late.push({ ref: itemRef, actual });
  }
  return late;
}
