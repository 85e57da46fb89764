import type { ReadDb } from '../../../database/db.ts';
import type { Platform } from '../../../platform.ts';
import type { ImportPlan } from '../rows/import-plan.ts';
import type { ImportReport } from '../rows/import-report.ts';
import { type Named, NameIndex } from './name-index.ts';
import { bareAccount, barePerson, bareProduct } from './record-rows.ts';
import type { RecordWriter } from './record-writer.ts';

export type NameKind = 'person' | 'account' | 'product';

export type KnownNames = Readonly<Record<NameKind, NameIndex>>;

const kinds = ['person', 'account', 'product'] as const;

/** Everyone and everything that rows may name, with what was decided about nearly equal names. */
export async function loadKnownNames(db: ReadDb, { names }: ImportPlan): Promise<KnownNames> {
  const known = { person: new NameIndex(), account: new NameIndex(), product: new NameIndex() };
  for (const kind of kinds) {
    const rows = await db
      .selectFrom(kind)
      .select(['id', 'name', 'external_id'])
      .where('deleted_at', 'is', null)
      .execute();
    for (const { external_id, ...row } of rows) {
      const record = { ...row, isNew: false, hasNumber: external_id !== null };
      known[kind].add('name', row.name, record);
      if (external_id !== null) known[kind].add('external_id', external_id, record);
    }
  }
  await addEmails(db, known.person);
  for (const { kind, value, candidate, isSame } of names) {
    if (isSame) known[kind].alias(value, candidate);
  }
  return known;
}

async function addEmails(db: ReadDb, people: NameIndex): Promise<void> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'external_id'])
    .where('deleted_at', 'is', null)
    .where('email', 'is not', null)
    .execute();
  for (const { email, external_id, ...row } of rows) {
    people.add('email', email ?? '', { ...row, isNew: false, hasNumber: external_id !== null });
  }
}

const entities = { person: 'people', account: 'accounts', product: 'products' } as const;

export type NameMaker = {
  plan: ImportPlan;
  platform: Pick<Platform, 'newId' | 'now'>;
  writer: RecordWriter;
  report: ImportReport;
  names: KnownNames;
};

/** A record for a name that nobody knows; it holds the name and nothing else. */
export function makeNamed(context: NameMaker, kind: NameKind, name: string): Named {
  const { platform, writer, report, names } = context;
  const row = bareRows[kind](platform, name);
  const record = { id: row.id, name, isNew: true, hasNumber: false };
  writer.insert(kind, row);
  names[kind].add('name', name, record);
  report.alsoCreated(entities[kind]);
  return record;
}

const bareRows = { person: barePerson, account: bareAccount, product: bareProduct } as const;
