import type { GrowStep } from '#shared/contract/coaching-fields.ts';
import type { ReadDb, WriteDb } from '../../../database/db.ts';
import { changedRecord, newRecord } from '../../../database/new-record.ts';
import type { Platform } from '../../../platform.ts';

export type OwnQuestion = { id: string; step: GrowStep; text: string };

export function listOwnQuestions(db: ReadDb): Promise<OwnQuestion[]> {
  return db
    .selectFrom('coaching_question')
    .select(['id', 'step', 'text'])
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}

export async function insertQuestion(
  db: WriteDb,
  platform: Platform,
  { step, text }: { step: GrowStep; text: string },
): Promise<string> {
  const record = newRecord(platform);
  await db
    .insertInto('coaching_question')
    .values({ ...record, step, text })
    .execute();
  return record.id;
}

/** @returns false when there is no such question */
export async function updateQuestion(
  db: WriteDb,
  platform: Platform,
  { id, ...columns }: { id: string; text?: string; deleted_at?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('coaching_question')
    .set({ ...columns, ...changedRecord(platform) })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export type QuestionMark = { isStarred: boolean; isHidden: boolean };

export async function listMarks(db: ReadDb): Promise<Map<string, QuestionMark>> {
  const rows = await db.selectFrom('question_mark').selectAll().execute();
  return new Map(
    rows.map((row) => [row.id, { isStarred: row.is_starred === 1, isHidden: row.is_hidden === 1 }]),
  );
}

export async function putMark(db: WriteDb, key: string, mark: QuestionMark): Promise<void> {
  const columns = { is_starred: mark.isStarred ? 1 : 0, is_hidden: mark.isHidden ? 1 : 0 };
  await db
    .insertInto('question_mark')
    .values({ id: key, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

export async function insertUses(
  db: WriteDb,
  platform: Platform,
  { sessionId, personId, keys }: { sessionId: string; personId: string; keys: readonly string[] },
): Promise<void> {
  if (keys.length === 0) return;
  const used_at = platform.now().toISOString();
  await db
    .insertInto('question_use')
    .values(
      keys.map((question_key) => ({
        session_id: sessionId,
        person_id: personId,
        question_key,
        used_at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The questions shown in the person's started sessions, a list for each, the latest first. */
export async function listUses(
  db: ReadDb,
  { personId, exceptSessionId }: { personId: string; exceptSessionId: string | null },
): Promise<string[][]> {
  const rows = await db
    .selectFrom('question_use')
    .innerJoin('coaching_session', 'coaching_session.id', 'question_use.session_id')
    .select(['question_use.session_id', 'question_key'])
    .where('question_use.person_id', '=', personId)
    .where('coaching_session.deleted_at', 'is', null)
    .where('coaching_session.started_at', 'is not', null)
    .$if(exceptSessionId !== null, (query) =>
      query.where('question_use.session_id', '!=', exceptSessionId ?? ''),
    )
    .orderBy('coaching_session.started_at', 'desc')
    .execute();
  const bySession = Map.groupBy(rows, (row) => row.session_id);
  return [...bySession.values()].map((uses) => uses.map((use) => use.question_key));
}
