import type { Person } from '#shared/contract/person-records.ts';
import { AppError } from '../../app-error.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { getPerson } from './person.service.ts';
import * as repository from './person-leave.repository.ts';

type Days = repository.LeaveDays;

export async function addLeave(
  context: CommandContext,
  leave: Days & { personId: string },
): Promise<Person> {
  assertOrdered(leave);
  const { name } = await getPerson(context, leave);
  context.step.describe({ name, from: leave.fromOn, to: leave.toOn });
  await repository.insertLeave(context.db, context.platform, leave);
  return getPerson(context, leave);
}

export async function changeLeave(
  context: CommandContext,
  leave: Days & { leaveId: string },
): Promise<Person> {
  assertOrdered(leave);
  const person = await personOfLeave(context, leave.leaveId);
  context.step.describe({ name: person.name, from: leave.fromOn, to: leave.toOn });
  await repository.updateLeave(context.db, context.platform, leave);
  return getPerson(context, { personId: person.id });
}

export async function removeLeave(
  context: CommandContext,
  { leaveId }: { leaveId: string },
): Promise<Person> {
  const person = await personOfLeave(context, leaveId);
  context.step.describe({ name: person.name });
  await repository.softDeleteLeave(context.db, context.platform, leaveId);
  return getPerson(context, { personId: person.id });
}

async function personOfLeave(context: CommandContext, leaveId: string): Promise<Person> {
  const personId = await repository.findLeavePerson(context.db, leaveId);
  if (personId === undefined) throw new AppError('not_found');
  return getPerson(context, { personId });
}

function assertOrdered({ fromOn, toOn }: Days): void {
  if (toOn < fromOn) throw new AppError('ends_before_start');
}
