import type { RiskDetail } from '#shared/contract/risks.ts';
import { AppError } from '../../app-error.ts';
import { changedRecord, newRecord } from '../../database/new-record.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { findRiskAction, listRiskLinks } from './risk.repository.ts';
import { getRisk } from './risk.service.ts';
import type { RiskActionRow } from './risk.table.ts';
import { insertRiskLink, type RiskLinkTarget, softDeleteRiskLink } from './risk-link.repository.ts';

/** Adds something to be done about a risk. */
export async function addAction(
  context: CommandContext,
  input: { riskId: string; text: string; ownerId: string | null; dueOn: string | null },
): Promise<RiskDetail> {
  const { title } = await getRisk(context, { id: input.riskId });
  await context.db
    .insertInto('risk_action')
    .values({
      ...newRecord(context.platform),
      risk_id: input.riskId,
      text: input.text,
      owner_id: input.ownerId,
      due_on: input.dueOn,
      status: 'open',
      done_on: null,
      outcome: '',
    })
    .execute();
  context.step.describe({ title, text: input.text });
  return getRisk(context, { id: input.riskId });
}

export type ActionChanges = {
  id: string;
  text?: string | undefined;
  ownerId?: string | null | undefined;
  dueOn?: string | null | undefined;
  status?: RiskActionRow['status'] | undefined;
  outcome?: string | undefined;
};

export async function changeAction(
  context: CommandContext,
  changes: ActionChanges,
): Promise<RiskDetail> {
  const action = await findRiskAction(context.db, changes.id);
  if (action === undefined) throw new AppError('not_found');
  const status = changes.status ?? action.status;
  await context.db
    .updateTable('risk_action')
    .set({
      text: changes.text ?? action.text,
      owner_id: changes.ownerId === undefined ? action.owner_id : changes.ownerId,
      due_on: changes.dueOn === undefined ? action.due_on : changes.dueOn,
      status,
      done_on: status === 'done' ? (action.done_on ?? context.today) : null,
      outcome: changes.outcome ?? action.outcome,
      ...changedRecord(context.platform),
    })
    .where('id', '=', action.id)
    .execute();
  context.step.describe({ text: changes.text ?? action.text });
  return getRisk(context, { id: action.risk_id });
}

/** Links a risk to a deal, an account or a person; a second time changes nothing. */
export async function linkRisk(
  context: CommandContext,
  { id, to }: { id: string; to: RiskLinkTarget },
): Promise<RiskDetail> {
  const { title } = await getRisk(context, { id });
  const links = await listRiskLinks(context.db, id);
  if (!links.some((link) => link.kind === to.kind && link.target_id === to.id)) {
    await insertRiskLink(context, { riskId: id, link: to });
  }
  context.step.describe({ title });
  return getRisk(context, { id });
}

export async function unlinkRisk(
  context: CommandContext,
  { id, from }: { id: string; from: RiskLinkTarget },
): Promise<RiskDetail> {
  const { title } = await getRisk(context, { id });
  await softDeleteRiskLink(context, { riskId: id, link: from });
  context.step.describe({ title });
  return getRisk(context, { id });
}
