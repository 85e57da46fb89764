import type { RequiredField } from '#shared/contract/deal-pipelines.ts';
import type { JsonValue } from '#shared/contract/json.ts';
import type { DealEdit } from '#shared/domain/deals/deal-edit.ts';
import { checkMove, type MoveCheck } from '#shared/domain/deals/move.ts';
import type { DealParticulars, DealRecord } from './deal-row.ts';
import type { StageRecord } from './stages/pipeline.repository.ts';

export type WantedMove = {
  row: DealRecord;
  to: StageRecord;
  edit: DealEdit;
  particulars: Partial<DealParticulars>;
  /** Sets the rules aside. */
  reason: string | null;
};

export type Refusal = {
  code: 'stage_needs_fields' | 'stage_not_allowed';
  details: { [key: string]: JsonValue };
};

/** Why a deal may not go to a stage, or null when it may. Names the deal, the stage and the fields. */
export function refuseMove(
  { row, to, edit, particulars, reason }: WantedMove,
  stages: ReadonlyMap<string, StageRecord>,
): Refusal | null {
  const from = stages.get(row.stage_id);
  if (from === undefined) return null;
  const lossReason = particulars.lossReason ?? (from.kind === 'lost' ? row.loss_reason : null);
  const check = checkMove({
    from,
    to,
    stages: [...stages.values()].filter(({ pipelineId }) => pipelineId === to.pipelineId),
    rules: {
      requiredFields: to.requiredFields,
      allowedNext: from.pipelineId === to.pipelineId ? from.allowedNext : null,
      backMoves: from.allowBack ? 'allow' : 'block',
      skips: 'allow',
    },
    fields: fieldsAfter(row, edit, particulars),
    lossReason,
    overrideReason: reason,
  });
  return check.isAllowed ? null : toRefusal(check, { row, from, to });
}

function toRefusal(
  { problems, canOverride }: MoveCheck,
  { row, from, to }: { row: DealRecord; from: StageRecord; to: StageRecord },
): Refusal {
  const fields = problems.flatMap((problem) => {
    if (problem.code === 'missing_field') return [problem.field];
    return problem.code === 'loss_reason_missing' ? ['lossReason'] : [];
  });
  const rules = problems.flatMap(({ code }) =>
    code === 'missing_field' || code === 'loss_reason_missing' ? [] : [code],
  );
  const details = {
    deal: row.name,
    fromZh: from.nameZh,
    fromEn: from.nameEn,
    stageZh: to.nameZh,
    stageEn: to.nameEn,
    fields,
    rules,
    canOverride,
  };
  return { code: rules.length > 0 ? 'stage_not_allowed' : 'stage_needs_fields', details };
}

/** The fields a stage can ask for as they would be after the move; an amount of 0 is none. */
function fieldsAfter(
  row: DealRecord,
  edit: DealEdit,
  particulars: Partial<DealParticulars>,
): Record<RequiredField, string | number | null> {
  const after = <T>(wanted: T | undefined, present: T): T =>
    wanted === undefined ? present : wanted;
  const amount = after(edit.amountMinor, row.amount_minor);
  return {
    account: after(particulars.accountId, row.account_id),
    owner: after(edit.ownerId, row.owner_id),
    product: after(particulars.productId, row.product_id),
    amount: amount === 0 ? null : amount,
    expectedClose: after(edit.expectedCloseOn, row.expected_close_on),
    nextStep: after(particulars.nextStep, row.next_step),
    nextStepOn: after(particulars.nextStepOn, row.next_step_on),
    source: after(particulars.source, row.source),
  };
}
