import type { z } from 'zod';
import type {
  newRisk,
  RiskChanges,
  RiskDetail,
  RiskScore,
  treatmentChoice,
} from '#shared/contract/risks.ts';
import { CRITERIA_VERSION } from '#shared/domain/risks/risk-level.ts';
import { nextReviewOn } from '#shared/domain/risks/risk-register.ts';
import { AppError } from '../../app-error.ts';
import { newRecord } from '../../database/new-record.ts';
import type { CommandContext, QueryContext } from '../../rpc/context.ts';
import * as repository from './risk.repository.ts';
import type { RiskRow } from './risk.table.ts';
import { insertRiskLink } from './risk-link.repository.ts';
import { readDetail, scores } from './risk-view.ts';

export async function getRisk({ db, today }: QueryContext, { id }: { id: string }) {
  const detail = await readDetail(db, { id, today });
  if (detail === undefined) throw new AppError('not_found');
  return detail;
}

/** Puts a risk into the register. It counts as assessed once it has a current score. */
export async function addRisk(
  context: CommandContext,
  input: z.output<typeof newRisk>,
): Promise<RiskDetail> {
  const { db, platform, step, today } = context;
  const row: RiskRow = {
    ...newRecord(platform),
    ...blankRisk,
    number: await repository.nextRiskNumber(db),
    title: input.title,
    kind: input.kind,
    category: input.category,
    owner_id: input.ownerId,
    status: input.current === null ? 'identified' : 'assessed',
    identified_on: today,
    ...scoreColumns('current', input.current),
    next_review_on: nextReviewOn({ today, current: input.current, everyDays: null }),
    rule_code: input.ruleCode,
  };
  await repository.insertRisk(db, row);
  for (const link of input.links) await insertRiskLink(context, { riskId: row.id, link });
  step.describe({ title: row.title });
  return getRisk(context, { id: row.id });
}

export type RiskStory = Partial<
  Pick<RiskRow, 'cause' | 'event' | 'consequence' | 'existing_controls' | 'contingency'>
>;

/** Writes the story of a risk from a rule or a file; what a person types is saved by `texts`. */
export async function describeRisk(
  context: CommandContext,
  { id, story }: { id: string; story: RiskStory },
): Promise<void> {
  await repository.updateRisk(context, { id, columns: story });
}

/** Changes fields of a risk. A new current score sets when it is reviewed next. */
export async function changeRisk(
  context: CommandContext,
  changes: RiskChanges,
): Promise<RiskDetail> {
  const row = await existing(context, changes.id);
  const columns = changedColumns(changes);
  if (changes.current !== undefined && row.status === 'identified' && changes.current !== null) {
    columns.status = 'assessed';
  }
  const current = changes.current === undefined ? scores(row).current : changes.current;
  const everyDays =
    changes.reviewEveryDays === undefined ? row.review_every_days : changes.reviewEveryDays;
  const isRescheduled = changes.current !== undefined || changes.reviewEveryDays !== undefined;
  if (isRescheduled && changes.nextReviewOn === undefined) {
    columns.next_review_on = nextReviewOn({ today: context.today, current, everyDays });
  }
  await repository.updateRisk(context, { id: row.id, columns });
  context.step.describe({ title: changes.title ?? row.title });
  return getRisk(context, { id: row.id });
}

/** Decides how a risk is treated. Accepting needs who, why and until when. */
export async function chooseTreatment(
  context: CommandContext,
  choice: z.output<typeof treatmentChoice>,
): Promise<RiskDetail> {
  const row = await existing(context, choice.id);
  const acceptance =
    choice.treatment === 'accept'
      ? {
          accepted_by: choice.acceptedBy,
          acceptance_reason: choice.reason,
          accepted_until_on: choice.untilOn,
        }
      : { accepted_by: null, acceptance_reason: null, accepted_until_on: null };
  const isFresh = row.status === 'identified' || row.status === 'assessed';
  const status: RiskRow['status'] = choice.treatment === 'accept' ? 'monitoring' : 'treating';
  const columns = { treatment: choice.treatment, ...acceptance, ...(isFresh ? { status } : {}) };
  await repository.updateRisk(context, { id: row.id, columns });
  context.step.describe({ title: row.title });
  return getRisk(context, { id: row.id });
}

/** Records that the manager looked at the risk; a moved score is kept with what it was. */
export async function reviewRisk(
  context: CommandContext,
  { id, note, current }: { id: string; note: string; current?: RiskScore | undefined },
): Promise<RiskDetail> {
  const { today, step } = context;
  const row = await existing(context, id);
  const before = scores(row).current;
  const after = current ?? before;
  await repository.insertRiskReview(context, { riskId: id, note, before, after });
  const columns = {
    ...scoreColumns('current', after),
    last_reviewed_on: today,
    next_review_on: nextReviewOn({ today, current: after, everyDays: row.review_every_days }),
  };
  await repository.updateRisk(context, { id, columns });
  step.describe({ title: row.title });
  return getRisk(context, { id });
}

export async function closeRisk(
  context: CommandContext,
  { id, reason }: { id: string; reason: string },
): Promise<RiskDetail> {
  const row = await existing(context, id);
  const columns = { status: 'closed', closed_on: context.today, close_reason: reason } as const;
  await repository.updateRisk(context, { id, columns });
  context.step.describe({ title: row.title });
  return getRisk(context, { id });
}

export async function reopenRisk(
  context: CommandContext,
  { id }: { id: string },
): Promise<RiskDetail> {
  const row = await existing(context, id);
  const { current } = scores(row);
  const columns = {
    status: current === null ? 'identified' : 'monitoring',
    closed_on: null,
    close_reason: null,
    next_review_on: nextReviewOn({
      today: context.today,
      current,
      everyDays: row.review_every_days,
    }),
  } as const;
  await repository.updateRisk(context, { id, columns });
  context.step.describe({ title: row.title });
  return getRisk(context, { id });
}

export async function deleteRisk(context: CommandContext, { id }: { id: string }): Promise<void> {
  const row = await existing(context, id);
  const columns = { deleted_at: context.platform.now().toISOString() };
  await repository.updateRisk(context, { id, columns });
  context.step.describe({ title: row.title });
}

async function existing({ db }: CommandContext, id: string): Promise<RiskRow> {
  const row = await repository.findRisk(db, id);
  if (row === undefined) throw new AppError('not_found');
  return row;
}

const blankRisk = {
  cause: '',
  event: '',
  consequence: '',
  existing_controls: '',
  contingency: '',
  inherent_probability_1_5: null,
  inherent_impact_1_5: null,
  target_probability_1_5: null,
  target_impact_1_5: null,
  probability_bp: null,
  loss_minor: null,
  velocity_1_5: null,
  treatment: null,
  accepted_by: null,
  acceptance_reason: null,
  accepted_until_on: null,
  review_every_days: null,
  last_reviewed_on: null,
  closed_on: null,
  close_reason: null,
  criteria_version: CRITERIA_VERSION,
} as const;

function scoreColumns<Stage extends 'inherent' | 'current' | 'target'>(
  stage: Stage,
  score: RiskScore | null,
) {
  return {
    [`${stage}_probability_1_5`]: score?.probability ?? null,
    [`${stage}_impact_1_5`]: score?.impact ?? null,
  } as Record<`${Stage}_probability_1_5` | `${Stage}_impact_1_5`, number | null>;
}

/** Only what was given changes; `undefined` leaves a column as it is. */
function changedColumns(changes: RiskChanges): Partial<RiskRow> {
  const columns: { [Column in keyof RiskRow]?: RiskRow[Column] | undefined } = {
    title: changes.title,
    kind: changes.kind,
    category: changes.category,
    status: changes.status,
    owner_id: changes.ownerId,
    identified_on: changes.identifiedOn,
    probability_bp: changes.probabilityBp,
    loss_minor: changes.lossMinor,
    velocity_1_5: changes.velocity,
    review_every_days: changes.reviewEveryDays,
    next_review_on: changes.nextReviewOn,
    ...(changes.inherent === undefined ? {} : scoreColumns('inherent', changes.inherent)),
    ...(changes.current === undefined ? {} : scoreColumns('current', changes.current)),
    ...(changes.target === undefined ? {} : scoreColumns('target', changes.target)),
  };
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  ) as Partial<RiskRow>;
}
