import { type DealColumn, dealColumn } from '#shared/contract/deal-filter.ts';
import type { DealView } from '#shared/contract/deals.ts';
import { AppError } from '../../app-error.ts';
import type { CommandContext, QueryContext } from '../../rpc/context.ts';
import { getFeatureSetting, saveFeatureSetting } from '../settings/feature-setting.service.ts';
import * as repository from './deal-view.repository.ts';

const usualColumns: DealColumn[] = [
  'name',
  'account',
  'owner',
  'stage',
  'amount',
  'closeOn',
  'daysInStage',
  'nextStep',
  'health',
];
const columnsSetting = {
  id: 'deals.tableColumns',
  schema: dealColumn.array().min(1),
  default: usualColumns,
};

export function getTableColumns(context: QueryContext): Promise<DealColumn[]> {
  return getFeatureSetting(context, columnsSetting);
}

/** Arranging columns is one step however often, and makes no noise. */
export async function saveTableColumns(
  context: CommandContext,
  { columns }: { columns: DealColumn[] },
): Promise<void> {
  context.step.mergeWith(columnsSetting.id);
  await saveFeatureSetting(context, columnsSetting, columns);
}

export function listViews({ db }: QueryContext): Promise<DealView[]> {
  return repository.listViews(db);
}

/** Changes the view of that id, or makes a new one. @throws AppError not_found */
export async function saveView(
  context: CommandContext,
  { id, ...fields }: repository.DealViewFields & { id?: string | undefined },
): Promise<{ id: string }> {
  const { db, platform, step } = context;
  step.describe({ name: fields.name });
  if (id === undefined) return { id: await repository.insertView(db, platform, fields) };
  await findView(context, id);
  await repository.updateView(db, platform, { ...fields, id });
  return { id };
}

export async function pinView(
  context: CommandContext,
  pin: { id: string; isPinned: boolean },
): Promise<void> {
  const { name } = await findView(context, pin.id);
  await repository.updatePin(context.db, context.platform, pin);
  context.step.describe({ name });
}

export async function duplicateView(
  context: CommandContext,
  { id, name }: { id: string; name: string },
): Promise<{ id: string }> {
  const view = await findView(context, id);
  context.step.describe({ name });
  return { id: await repository.insertView(context.db, context.platform, { ...view, name }) };
}

export async function deleteView(context: CommandContext, { id }: { id: string }): Promise<void> {
  const { name } = await findView(context, id);
  await repository.softDeleteView(context.db, context.platform, id);
  context.step.describe({ name });
}

async function findView({ db }: CommandContext, id: string): Promise<DealView> {
  const view = (await repository.listViews(db)).find((one) => one.id === id);
  if (view === undefined) throw new AppError('not_found');
  return view;
}
