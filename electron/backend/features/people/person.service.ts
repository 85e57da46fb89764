import type {
  NewPerson,
  Person,
  PersonChanges,
  PersonFacts,
  PersonSummary,
} from '#shared/contract/person-records.ts';
import { AppError } from '../../app-error.ts';
import type { ReadDb } from '../../database/db.ts';
import type { CommandContext, QueryContext } from '../../rpc/context.ts';
import { excuseAfterLeaving } from '../coaching/sessions/leaving.service.ts';
import * as repository from './person.repository.ts';

const unknownFacts: PersonFacts = {
  name: '',
  employeeNo: '',
  roleTitle: '',
  level: '',
  team: '',
  region: '',
  email: '',
  phone: '',
  managerName: '',
  isCoached: true,
  joinedOn: null,
  cadenceDays: null,
};

export function listPeople(
  { db, today }: QueryContext,
  { includeLeft }: { includeLeft: boolean },
): Promise<PersonSummary[]> {
  return repository.listPeople(db, { presentOn: includeLeft ? null : today });
}

/** @throws AppError not_found */
export async function getPerson(
  { db }: { db: ReadDb },
  { personId }: { personId: string },
): Promise<Person> {
  const person = await repository.findPerson(db, personId);
  if (person === undefined) throw new AppError('not_found');
  return person;
}

export async function addPerson(context: CommandContext, facts: NewPerson): Promise<Person> {
  const { db, platform, step } = context;
  step.describe({ name: facts.name });
  const personId = await repository.insertPerson(db, platform, mergeFacts(unknownFacts, facts));
  return getPerson(context, { personId });
}

export async function changePerson(
  context: CommandContext,
  { personId, changes }: { personId: string; changes: PersonChanges },
): Promise<Person> {
  const { db, platform, step } = context;
  const person = await getPerson(context, { personId });
  const facts = mergeFacts(person, changes);
  step.describe({ name: facts.name });
  await repository.updatePerson(db, platform, { id: personId, facts, leftOn: person.leftOn });
  return getPerson(context, { personId });
}

export async function recordLeaving(
  context: CommandContext,
  { personId, leftOn }: { personId: string; leftOn: string },
): Promise<Person> {
  const person = await getPerson(context, { personId });
  if (person.joinedOn !== null && leftOn < person.joinedOn) {
    throw new AppError('left_before_joined', { joinedOn: person.joinedOn });
  }
  await excuseAfterLeaving(context, { personId, leftOn });
  return setLeftOn(context, person, leftOn);
}

export async function recordReturn(
  context: CommandContext,
  { personId }: { personId: string },
): Promise<Person> {
  return setLeftOn(context, await getPerson(context, { personId }), null);
}

export async function removePerson(
  context: CommandContext,
  { personId }: { personId: string },
): Promise<void> {
  const { db, platform, step } = context;
  const { name } = await getPerson(context, { personId });
  if (await repository.isReferredTo(db, personId)) throw new AppError('person_in_use', { name });
  step.describe({ name });
  await repository.softDeletePerson(db, platform, personId);
}

async function setLeftOn(
  context: CommandContext,
  person: Person,
  leftOn: string | null,
): Promise<Person> {
  const { db, platform, step } = context;
  step.describe({ name: person.name });
  await repository.updatePerson(db, platform, { id: person.id, facts: person, leftOn });
  return getPerson(context, { personId: person.id });
}

/** Fields that are not given, or given as undefined, keep what is known. */
function mergeFacts(known: PersonFacts, changes: PersonChanges): PersonFacts {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...known, ...Object.fromEntries(given) };
}
