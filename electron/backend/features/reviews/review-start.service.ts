import type { ReviewStart } from '#shared/contract/reviews.ts';
import { AppError } from '../../app-error.ts';
import { newRecord } from '../../database/new-record.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { getPerson } from '../people/person.service.ts';
import type { Span } from './facts/kpi-measure.repository.ts';
import { proposeKpi } from './facts/kpi-proposal.service.ts';
import * as repository from './review.repository.ts';
import type { ReviewRatingRow, ReviewRow } from './review.table.ts';
import { recordEvent } from './review-audit.ts';
import { insertParts } from './review-part.repository.ts';
import {
  storedPerson,
  storedTemplate,
  storedTemplateContent,
  type TemplateSnapshot,
} from './review-row.ts';

/**
 * Starts a review: template and person are copied into it, so that later changes of either never
 * move it, and what the data know about the KPIs is filled in.
 *
 * @throws AppError not_found for an unknown person or template
 */
export async function startReview(context: CommandContext, start: ReviewStart) {
  const { db, platform, step } = context;
  const person = await getPerson(context, { personId: start.personId });
  const template = await findTemplate(context, start.templateId);
  const row: ReviewRow = {
    ...newRecord(platform),
    ...blankReview,
    person_id: person.id,
    document_no: await nextDocumentNo(context),
    template_id: start.templateId,
    template_json: storedTemplate.write(template),
    person_json: storedPerson.write({
      name: person.name,
      employeeNo: person.employeeNo,
      roleTitle: person.roleTitle,
      level: person.level,
      team: person.team,
      managerName: person.managerName,
      joinedOn: person.joinedOn,
    }),
    period_start_on: start.periodStartOn,
    period_end_on: start.periodEndOn,
    type: start.type,
  };
  await repository.insertReview(db, row);
  const span = { personId: person.id, startOn: start.periodStartOn, endOn: start.periodEndOn };
  const ratings = await blankRatings(context, { row, template, span });
  await insertParts(db, { ratings, evidence: [], points: [] });
  await recordEvent(context, { reviewId: row.id, action: 'started', from: null, to: 'draft' });
  step.describe({ name: person.name });
  return { reviewId: row.id };
}

const blankReview = {
  status: 'draft',
  revision: 1,
  amends_review_id: null,
  amend_reason: '',
  talk_on: null,
  summary: '',
  rep_comment: '',
  adj_milli: 0,
  adj_reason: '',
  calibrated_milli: null,
  calibration_reason: '',
  potential_1_5: null,
  private_assessment: '',
  raw_milli: null,
  final_milli: null,
  final_centi: null,
  hundred_centi: null,
  band: null,
  finalized_at: null,
  content_json: null,
  content_sha256: null,
} as const;

async function findTemplate({ db }: CommandContext, id: string): Promise<TemplateSnapshot> {
  const row = await repository.findTemplate(db, id);
  if (row === undefined) throw new AppError('not_found');
  return {
    code: row.code,
    version: row.version,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    content: storedTemplateContent.read(row.content_json),
  };
}

/** `PR-2026-0007`: follows the last one of the year; revisions keep the number. */
async function nextDocumentNo({ db, today }: CommandContext): Promise<string> {
  const prefix = `PR-${today.slice(0, 4)}-`;
  const next = (await repository.findLastDocumentNo(db, prefix)) + 1;
  return `${prefix}${String(next).padStart(4, '0')}`;
}

type NewRatings = { row: ReviewRow; template: TemplateSnapshot; span: Span };

/** A rating for every item, so that each of its texts has a place from the start. */
async function blankRatings(
  { db, platform, today }: CommandContext,
  { row, template, span }: NewRatings,
): Promise<ReviewRatingRow[]> {
  const ratings: ReviewRatingRow[] = [];
  for (const section of template.content.sections.filter(({ kind }) => kind !== 'text')) {
    for (const { ref, source } of section.items) {
      const measure = section.kind === 'kpi' ? (source ?? 'typed') : null;
      const proposal = measure === null ? null : await proposeKpi(db, measure, span);
      ratings.push({
        ...newRecord(platform),
        ...blankRating,
        review_id: row.id,
        item_ref: ref,
        kpi_target: proposal?.target ?? null,
        kpi_actual: proposal?.actual ?? null,
        kpi_source: measure === null ? null : measure === 'typed' ? 'typed' : 'data',
        kpi_as_of_on: measure === null || measure === 'typed' ? null : today,
      });
    }
  }
  return ratings;
}

const blankRating = {
  score_milli: null,
  self_score_milli: null,
  kpi_note: '',
  is_not_applicable: 0,
  na_reason: '',
  override_milli: null,
  override_reason: '',
  comment: '',
} as const;
