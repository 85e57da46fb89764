import type { ClosingFacts, DealFacts } from '#shared/contract/deal-records.ts';
import type { MoveDeal } from '#shared/contract/deals.ts';
import { AppError } from '../../app-error.ts';
import type { CommandContext } from '../../rpc/context.ts';
import * as repository from './deal.repository.ts';
import { toEdit } from './deal-facts.ts';
import { refuseMove } from './deal-move-check.ts';
import type { DealRecord } from './deal-row.ts';
import { changeDeals, createDeals } from './deal-write.service.ts';
import { listStages } from './stages/pipeline.repository.ts';
import { targetStage } from './stages/target-stage.ts';

type Given<T> = { [Key in keyof T]?: T[Key] | undefined };

export async function createDeal(
  context: CommandContext,
  { stageId, ...facts }: Given<DealFacts> & { name: string; stageId: string },
): Promise<{ id: string }> {
  const { edit, particulars } = toEdit(facts);
  const openedOn = particulars.openedOn === undefined ? context.today : particulars.openedOn;
  const draft = {
    particulars: { ...particulars, name: facts.name, openedOn },
    history: [{ edit: { ...edit, stageId } }] as const,
  };
  const [id = ''] = await createDeals(context, [draft]);
  context.step.describe({ name: facts.name });
  return { id };
}

export async function editDeal(
  context: CommandContext,
  input: { id: string; facts: Given<DealFacts>; closing?: Given<ClosingFacts> | undefined },
): Promise<void> {
  const row = await findDeal(context, input.id);
  const closing = row.status === 'open' ? {} : input.closing;
  const { edit, particulars } = toEdit(input.facts, closing);
  await changeDeals(context, [{ id: row.id, edit, particulars }]);
  context.step.describe({ name: particulars.name ?? row.name });
}

/**
 * Moves a deal to a stage, closes it or opens it again; facts asked for at the drop come along.
 * @throws AppError not_found, changed_meanwhile, stage_deleted, stage_needs_fields,
 * stage_not_allowed
 */
export async function moveDeal(context: CommandContext, move: MoveDeal): Promise<void> {
  const row = await findDeal(context, move.id);
  if (move.fromStageId !== undefined && move.fromStageId !== row.stage_id) {
    throw new AppError('changed_meanwhile', { name: row.name });
  }
  const stages = new Map((await listStages(context.db)).map((stage) => [stage.id, stage]));
  const to = targetStage(stages, move.stageId);
  const { edit, particulars } = toEdit(move.facts ?? {}, to.kind === 'open' ? {} : move.closing);
  const reason = move.reason ?? null;
  const refusal = refuseMove({ row, to, edit, particulars, reason }, stages);
  if (refusal !== null) throw new AppError(refusal.code, refusal.details);
  await changeDeals(context, [
    {
      id: row.id,
      edit: { ...edit, stageId: to.id },
      particulars,
      reason,
    },
  ]);
  context.step.describe({ name: row.name, stageZh: to.nameZh, stageEn: to.nameEn });
}

export async function snoozeDeal(
  context: CommandContext,
  { id, snooze }: { id: string; snooze: { untilOn: string; reason: string } | null },
): Promise<void> {
  const row = await findDeal(context, id);
  const particulars = {
    snoozedUntilOn: snooze?.untilOn ?? null,
    snoozeReason: snooze?.reason ?? null,
  };
  await changeDeals(context, [{ id, edit: {}, particulars }]);
  context.step.describe({ name: row.name, on: particulars.snoozedUntilOn });
}

async function findDeal({ db }: CommandContext, id: string): Promise<DealRecord> {
  const [row] = await repository.findDeals(db, [id]);
  if (row === undefined) throw new AppError('not_found');
  return row;
}
