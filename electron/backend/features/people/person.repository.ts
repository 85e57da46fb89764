import { sql } from 'kysely';
import type { Person, PersonFacts, PersonSummary } from '#shared/contract/person-records.ts';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import { changedRecord, newRecord } from '../../database/new-record.ts';
import type { Platform } from '../../platform.ts';
import type { PersonRow } from './person.table.ts';
import { listLeaves } from './person-leave.repository.ts';
import { toFactColumns, toPersonFacts, toPersonSummary } from './person-row.ts';

/** People by name; with `presentOn`, only those who had not left before that day. */
export async function listPeople(
  db: ReadDb,
  { presentOn }: { presentOn: string | null },
): Promise<PersonSummary[]> {
  return (await listRows(db, presentOn)).map(toPersonSummary);
}

/** People in the team on a day, with what their rhythm of one-on-ones needs. */
export async function listMembers(
  db: ReadDb,
  presentOn: string,
): Promise<{ person: PersonSummary; joinedOn: string | null; cadenceDays: number | null }[]> {
  const rows = await listRows(db, presentOn);
  return rows.map((row) => ({
    person: toPersonSummary(row),
    joinedOn: row.joined_on,
    cadenceDays: row.cadence_days,
  }));
}

/** Chinese names by pinyin, as people look for them; SQLite only knows code points. */
const byName = new Intl.Collator('zh-CN', { numeric: true });

async function listRows(db: ReadDb, presentOn: string | null): Promise<PersonRow[]> {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('deleted_at', 'is', null)
    .$if(presentOn !== null, (query) =>
      query.where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>=', presentOn)])),
    )
    .orderBy('id')
    .execute();
  return rows.toSorted((a, b) => byName.compare(a.name, b.name));
}

export async function findPerson(db: ReadDb, id: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id,
    ...toPersonFacts(row),
    leftOn: row.left_on,
    privateNote: row.private_note,
    leaves: await listLeaves(db, id),
  };
}

export async function insertPerson(
  db: WriteDb,
  platform: Platform,
  facts: PersonFacts,
): Promise<string> {
  const record = newRecord(platform);
  await db
    .insertInto('person')
    .values({ ...record, ...toFactColumns(facts), private_note: '' })
    .execute();
  return record.id;
}

export type PersonChange = { id: string; facts: PersonFacts; leftOn: string | null };

export async function updatePerson(
  db: WriteDb,
  platform: Platform,
  { id, facts, leftOn }: PersonChange,
): Promise<void> {
  await db
    .updateTable('person')
    .set({ ...toFactColumns(facts), left_on: leftOn, ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}

export async function softDeletePerson(db: WriteDb, platform: Platform, id: string): Promise<void> {
  await db
    .updateTable('person')
    .set({ deleted_at: platform.now().toISOString(), ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}

/** True when anything that is there belongs to the person or is about them. */
export async function isReferredTo(db: ReadDb, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from deal where owner_id = ${id} and deleted_at is null
    union all select 1 from account where owner_id = ${id} and deleted_at is null
    union all select 1 from activity where person_id = ${id} and deleted_at is null
    union all select 1 from coaching_session where person_id = ${id} and deleted_at is null
    union all select 1 from action_item where person_id = ${id} and deleted_at is null
    union all select 1 from agenda_item where person_id = ${id} and deleted_at is null
      and text <> '' and state <> 'dropped'
    union all select 1 from review where person_id = ${id} and deleted_at is null
    union all select 1 from quota where person_id = ${id} and deleted_at is null
    union all select 1 from document where person_id = ${id} and deleted_at is null
    union all select 1 from risk where owner_id = ${id} and deleted_at is null
    union all select 1 from risk_action where owner_id = ${id} and deleted_at is null
    union all select 1 from risk_link join risk on risk.id = risk_link.risk_id
      where risk_link.person_id = ${id} and risk.deleted_at is null
        and risk_link.deleted_at is null
    limit 1`.execute(db);
  return rows.length > 0;
}
