import { sql } from 'kysely';
import type { ReadDb, WriteDb } from '../../database/db.ts';
import type { DocumentRow } from './document.table.ts';

export type DocumentFilter = {
  kind?: DocumentRow['kind'] | undefined;
  personId?: string | undefined;
  subjectId?: string | undefined;
};

function selectDocuments(db: ReadDb) {
  return db
    .selectFrom('document')
    .leftJoin('person', 'person.id', 'document.person_id')
    .selectAll('document')
    .select('person.name as person_name')
    .where('document.deleted_at', 'is', null);
}

export function listDocuments(db: ReadDb, { kind, personId, subjectId }: DocumentFilter) {
  return selectDocuments(db)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'review'))
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .$if(subjectId !== undefined, (query) => query.where('subject_id', '=', subjectId ?? ''))
    .orderBy('document.created_at', 'desc')
    .orderBy('document.id', 'desc')
    .execute();
}

export function findDocument(db: ReadDb, id: string) {
  return selectDocuments(db).where('document.id', '=', id).executeTakeFirst();
}

export async function isNameTaken(db: ReadDb, nameKey: string): Promise<boolean> {
  const row = await db
    .selectFrom('document')
    .select('id')
    .where('name_key', '=', nameKey)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertDocument(
  db: WriteDb,
  row: DocumentRow,
  bytes: Uint8Array,
): Promise<void> {
  await db.insertInto('document').values(row).execute();
  await db
    .insertInto('document_file')
    .values({ document_id: row.id, bytes: Buffer.from(bytes) })
    .execute();
}

/** `length` bytes of the file from `offset`. */
export async function findBytes(
  db: ReadDb,
  id: string,
  { offset, length }: { offset: number; length: number },
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('document_file')
    .select(sql<Uint8Array>`substr(bytes, ${offset + 1}, ${length})`.as('part'))
    .where('document_id', '=', id)
    .executeTakeFirst();
  return row?.part;
}
