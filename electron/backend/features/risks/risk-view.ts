import type { RiskDetail, RiskScore, RiskSummary } from '#shared/contract/risks.ts';
import { riskLevel } from '#shared/domain/risks/risk-level.ts';
import {
  expectedValueMinor,
  isAcceptanceEnding,
  riskWarnings,
} from '#shared/domain/risks/risk-register.ts';
import type { ReadDb } from '../../database/db.ts';
import type { RiskActionWithOwner, RiskLinkRow, RiskWithOwner } from './risk.repository.ts';
import * as repository from './risk.repository.ts';
import type { RiskRow } from './risk.table.ts';

type Parts = {
  actions: readonly RiskActionWithOwner[];
  links: readonly RiskLinkRow[];
  today: string;
};

/** Every risk as the register shows it. */
export async function readSummaries(db: ReadDb, today: string): Promise<RiskSummary[]> {
  const rows = await repository.listRisks(db);
  const links = Map.groupBy(await repository.listRiskLinks(db), (link) => link.risk_id);
  const actions = Map.groupBy(await repository.listRiskActions(db), (action) => action.risk_id);
  return rows.map((row) =>
    toSummary(row, { links: links.get(row.id) ?? [], actions: actions.get(row.id) ?? [], today }),
  );
}

/** One risk with everything about it, or undefined. */
export async function readDetail(
  db: ReadDb,
  { id, today }: { id: string; today: string },
): Promise<RiskDetail | undefined> {
  const row = await repository.findRisk(db, id);
  if (row === undefined) return undefined;
  const parts = {
    links: await repository.listRiskLinks(db, id),
    actions: await repository.listRiskActions(db, id),
    today,
  };
  const reviews = await repository.listRiskReviews(db, id);
  return {
    ...toSummary(row, parts),
    ...toDetailFields(row),
    actions: parts.actions.map((action) => toAction(action, today)),
    reviews: reviews.map((review) => ({
      id: review.id,
      reviewedOn: review.reviewed_on,
      note: review.note,
      before: score(review.before_probability_1_5, review.before_impact_1_5),
      after: score(review.after_probability_1_5, review.after_impact_1_5),
    })),
    warnings: riskWarnings({
      ...scores(row),
      treatment: row.treatment,
      openActions: parts.actions.filter((action) => action.status === 'open').length,
      acceptedUntilOn: row.accepted_until_on,
      isThreat: row.kind === 'threat',
      today,
    }),
  };
}

export function scores(row: RiskRow) {
  return {
    inherent: score(row.inherent_probability_1_5, row.inherent_impact_1_5),
    current: score(row.current_probability_1_5, row.current_impact_1_5),
    target: score(row.target_probability_1_5, row.target_impact_1_5),
  };
}

function score(probability: number | null, impact: number | null): RiskScore | null {
  return probability === null || impact === null ? null : { probability, impact };
}

function toSummary(row: RiskWithOwner, { actions, links, today }: Parts): RiskSummary {
  const open = actions.filter((action) => action.status === 'open');
  const isActive = row.status !== 'closed';
  const { inherent, current, target } = scores(row);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    kind: row.kind,
    category: row.category,
    status: row.status,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    inherent,
    current,
    target,
    level: current === null ? null : riskLevel(current),
    probabilityBp: row.probability_bp,
    lossMinor: row.loss_minor,
    emvMinor: expectedValueMinor({
      probabilityBp: row.probability_bp,
      lossMinor: row.loss_minor,
    }),
    velocity: row.velocity_1_5,
    treatment: row.treatment,
    openActions: open.length,
    overdueActions: open.filter((action) => isOverdue(action, today)).length,
    nextReviewOn: row.next_review_on,
    isReviewOverdue: isActive && row.next_review_on < today,
    isAcceptanceEnding: isActive && isAcceptanceEnding(row.accepted_until_on, today),
    links: links.map((link) => ({ kind: link.kind, id: link.target_id, name: link.name })),
  };
}

function toDetailFields(row: RiskWithOwner) {
  return {
    cause: row.cause,
    event: row.event,
    consequence: row.consequence,
    existingControls: row.existing_controls,
    contingency: row.contingency,
    identifiedOn: row.identified_on,
    acceptedBy: row.accepted_by,
    acceptanceReason: row.acceptance_reason,
    acceptedUntilOn: row.accepted_until_on,
    reviewEveryDays: row.review_every_days,
    lastReviewedOn: row.last_reviewed_on,
    closedOn: row.closed_on,
    closeReason: row.close_reason,
    ruleCode: row.rule_code,
  };
}

function toAction(action: RiskActionWithOwner, today: string): RiskDetail['actions'][number] {
  return {
    id: action.id,
    text: action.text,
    ownerId: action.owner_id,
    ownerName: action.owner_name,
    dueOn: action.due_on,
    status: action.status,
    doneOn: action.done_on,
    outcome: action.outcome,
    isOverdue: isOverdue(action, today),
  };
}

function isOverdue(action: RiskActionWithOwner, today: string): boolean {
  return action.status === 'open' && action.due_on !== null && action.due_on < today;
}
