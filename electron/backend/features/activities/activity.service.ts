import type {
  ActivityFacts,
  ActivityKind,
  Timeline,
  TimelineOf,
} from '#shared/contract/activities.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { AppError } from '../../app-error.ts';
import { startOfDay } from '../../clock.ts';
import { newRecord } from '../../database/new-record.ts';
import type { CommandContext, QueryContext } from '../../rpc/context.ts';
import * as repository from './activity.repository.ts';
import type { ActivityRow } from './activity.table.ts';

type Given<T> = { [Key in keyof T]?: T[Key] | undefined };

export async function getTimeline(
  { db }: QueryContext,
  input: { of: TimelineOf; kinds?: ActivityKind[] | undefined; offset: number; limit: number },
): Promise<Timeline> {
  const query = { of: input.of, kinds: input.kinds ?? [] };
  return {
    planned: input.offset === 0 ? await repository.listPlanned(db, query) : [],
    doneCount: await repository.countDone(db, query),
    done: await repository.listDone(db, { ...query, offset: input.offset, limit: input.limit }),
  };
}

export type NewActivity = Given<ActivityFacts> &
  Pick<ActivityFacts, 'kind' | 'subject' | 'happenedAt'> & {
    status: 'planned' | 'done';
    content: string;
    externalId?: string | null;
    plannedFor?: string | null;
  };

/** @throws AppError not_found when the deal or account is gone */
export async function addActivity(
  context: CommandContext,
  activity: NewActivity,
): Promise<{ id: string }> {
  const personId = activity.personId ?? (await responsible(context, activity));
  const [id = ''] = await addActivities(context, [{ ...activity, personId }]);
  context.step.describe({ subject: activity.subject });
  return { id };
}

/** Many at once, as they are: imports and sample data name the person themselves. */
export async function addActivities(
  { db, platform }: Pick<CommandContext, 'db' | 'platform'>,
  activities: readonly NewActivity[],
): Promise<string[]> {
  const rows = activities.map((activity) => ({
    ...newRecord(platform),
    kind: activity.kind,
    status: activity.status,
    subject: activity.subject,
    content: activity.content,
    happened_at: activity.happenedAt,
    planned_for_at:
      activity.plannedFor ?? (activity.status === 'planned' ? activity.happenedAt : null),
    minutes: activity.minutes ?? null,
    deal_id: activity.dealId ?? null,
    account_id: activity.accountId ?? null,
    person_id: activity.personId ?? null,
    external_id: activity.externalId ?? null,
  }));
  await repository.insertActivities(db, rows);
  return rows.map(({ id }) => id);
}

async function responsible(
  { db }: CommandContext,
  { dealId, accountId }: Given<ActivityFacts>,
): Promise<string | null> {
  const record = dealId
    ? { table: 'deal' as const, id: dealId }
    : accountId
      ? { table: 'account' as const, id: accountId }
      : null;
  if (record === null) return null;
  const owner = await repository.findOwner(db, record);
  if (owner === undefined) throw new AppError('not_found');
  return owner.owner_id;
}

export async function changeActivity(
  context: CommandContext,
  { id, changes }: { id: string; changes: Given<ActivityFacts> },
): Promise<void> {
  const row = await find(context, id);
  const isMovedPlan = row.status === 'planned' && changes.happenedAt !== undefined;
  const columns = {
    kind: changes.kind,
    subject: changes.subject,
    happened_at: changes.happenedAt,
    planned_for_at: isMovedPlan ? changes.happenedAt : undefined,
    minutes: changes.minutes,
    deal_id: changes.dealId,
    account_id: changes.accountId,
    person_id: changes.personId,
  };
  const given = Object.entries(columns).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  await repository.updateActivity(context.db, context.platform, {
    id,
    ...Object.fromEntries(given),
  });
  context.step.describe({ subject: changes.subject ?? row.subject });
}

export async function completeActivity(
  context: CommandContext,
  { id, happenedAt }: { id: string; happenedAt?: string | undefined },
): Promise<void> {
  const row = await find(context, id);
  const happened_at = happenedAt ?? context.platform.now().toISOString();
  await repository.updateActivity(context.db, context.platform, {
    id,
    status: 'done',
    happened_at,
  });
  context.step.describe({ subject: row.subject });
}

export async function cancelActivity(
  context: CommandContext,
  { id }: { id: string },
): Promise<void> {
  const row = await find(context, id);
  await repository.updateActivity(context.db, context.platform, { id, status: 'cancelled' });
  context.step.describe({ subject: row.subject });
}

export async function removeActivity(
  context: CommandContext,
  { id }: { id: string },
): Promise<void> {
  const { db, platform, step } = context;
  const row = await find(context, id);
  await repository.updateActivity(db, platform, { id, deleted_at: platform.now().toISOString() });
  step.describe({ subject: row.subject });
}

/** How many activities each person did on each day of a stretch, by kind; for baselines. */
export function countActivities(
  { db }: Pick<QueryContext, 'db'>,
  { personIds, fromOn, toOn }: { personIds: readonly string[]; fromOn: string; toOn: string },
): Promise<repository.ActivityCount[]> {
  return repository.countByDay(db, {
    personIds,
    fromAt: startOfDay(fromOn),
    toAt: startOfDay(addDays(toOn, 1)),
  });
}

async function find({ db }: CommandContext, id: string): Promise<ActivityRow> {
  const row = await repository.findActivity(db, id);
  if (row === undefined) throw new AppError('not_found');
  return row;
}
