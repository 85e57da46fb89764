import {
  type TalkingFact,
  type TalkingPoint,
  talkingFact,
} from '#shared/contract/coaching-brief.ts';
import type { ReadDb, WriteDb } from '../../../database/db.ts';
import { changedRecord, newRecord } from '../../../database/new-record.ts';
import { storedJson } from '../../../database/stored-json.ts';
import type { Platform } from '../../../platform.ts';
import type { AgendaItemRow } from './agenda-item.table.ts';

/** `fact_json`: the fact as it was when its session started. */
export const storedFact = storedJson(talkingFact);

/** A point the manager has touched, with the rule and record it came from. */
export type KeptPoint = TalkingPoint & {
  itemId: string;
  personId: string;
  sessionId: string | null;
  ruleCode: string | null;
  subjectId: string | null;
  createdAt: string;
};

function toKeptPoint(row: AgendaItemRow): KeptPoint {
  return {
    key: row.id,
    itemId: row.id,
    line: row.rule_code === null ? null : `${row.rule_code}:${row.subject_id}`,
    personId: row.person_id,
    sessionId: row.session_id,
    ruleCode: row.rule_code,
    subjectId: row.subject_id,
    createdAt: row.created_at,
    source: row.source,
    text: row.text,
    fact: row.fact_json === null ? null : storedFact.readIfKnown(row.fact_json),
    state: row.state,
    dropReason: row.drop_reason,
    visibility: row.visibility,
    carriedCount: row.carried_count,
  };
}

/** The points of a session, or those that wait for the person's next one, in their order. */
export async function listPoints(
  db: ReadDb,
  { personId, sessionId }: { personId: string; sessionId: string | null },
): Promise<KeptPoint[]> {
  const rows = await db
    .selectFrom('agenda_item')
    .selectAll()
    .where('person_id', '=', personId)
    .where('session_id', sessionId === null ? 'is' : '=', sessionId)
    .where('deleted_at', 'is', null)
    .orderBy('sort_order')
    .orderBy('id')
    .execute();
  return rows.map(toKeptPoint);
}

type PointMark = { id: string; line: string } & Pick<AgendaItemRow, 'visibility'>;

/** Who may read the points of a session, deleted ones too. */
export async function listPointMarks(db: ReadDb, sessionId: string): Promise<PointMark[]> {
  const rows = await db
    .selectFrom('agenda_item')
    .select(['id', 'rule_code', 'subject_id', 'visibility'])
    .where('session_id', '=', sessionId)
    .execute();
  return rows.map(({ id, rule_code, subject_id, visibility }) => {
    const line = rule_code === null ? id : `${rule_code}:${subject_id}`;
    return { id, line, visibility };
  });
}

export async function findPoint(db: ReadDb, id: string): Promise<KeptPoint | undefined> {
  const row = await db
    .selectFrom('agenda_item')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && toKeptPoint(row);
}

/** How many points wait for each person's next session because the manager chose them. */
export async function countPrepared(db: ReadDb): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('agenda_item')
    .select(['person_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('session_id', 'is', null)
    .where('state', '=', 'open')
    .where('deleted_at', 'is', null)
    .groupBy('person_id')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.count]));
}

export type NewPoint = {
  personId: string;
  sessionId: string | null;
  source: TalkingPoint['source'];
  text: string;
  ruleCode: string | null;
  subjectId: string | null;
  order: number;
  fact?: TalkingFact | null;
  visibility: TalkingPoint['visibility'];
  carriedCount?: number;
};

export async function insertPoint(
  db: WriteDb,
  platform: Platform,
  point: NewPoint,
): Promise<string> {
  const record = newRecord(platform);
  await db
    .insertInto('agenda_item')
    .values({
      ...record,
      person_id: point.personId,
      session_id: point.sessionId,
      text: point.text,
      source: point.source,
      rule_code: point.ruleCode,
      subject_id: point.subjectId,
      fact_json:
        point.fact === undefined || point.fact === null ? null : storedFact.write(point.fact),
      sort_order: point.order,
      state: 'open',
      drop_reason: null,
      visibility: point.visibility,
      carried_count: point.carriedCount ?? 0,
    })
    .execute();
  return record.id;
}

/** Makes every point about a record private. */
export async function hidePointsOf(
  db: WriteDb,
  platform: Platform,
  subjectId: string,
): Promise<void> {
  await db
    .updateTable('agenda_item')
    .set({ visibility: 'private', ...changedRecord(platform) })
    .where('subject_id', '=', subjectId)
    .where('visibility', '=', 'shared')
    .where('deleted_at', 'is', null)
    .execute();
}

type PointColumns = Partial<Omit<AgendaItemRow, 'id' | 'rev' | 'updated_at'>>;

export async function updatePoint(
  db: WriteDb,
  platform: Platform,
  { id, columns }: { id: string; columns: PointColumns },
): Promise<void> {
  await db
    .updateTable('agenda_item')
    .set({ ...columns, ...changedRecord(platform) })
    .where('id', '=', id)
    .execute();
}
