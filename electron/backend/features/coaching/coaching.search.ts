import { type GrowText, growText } from '#shared/contract/coaching-grow.ts';
import { localDateOf } from '../../clock.ts';
import type { ReadDb } from '../../database/db.ts';
import type { SearchSource } from '../search/search-source.ts';
import type {
  GrowOptionRow,
  GrowRecordRow,
  Visibility,
} from './sessions/coaching-session.table.ts';

/** A session is found by what was said in it; each block of notes by who may read it. */
export const sessionSearch: SearchSource = {
  kind: 'session',
  async read(db, ids) {
    const sessions = await db
      .selectFrom('coaching_session')
      .select(['id', 'shared_summary', 'private_note'])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    const blocks = await readBlocks(db, ids);
    return sessions.map((session) => {
      const own = blocks.filter((block) => block.sessionId === session.id);
      const textsOf = (visibility: Visibility) =>
        own.filter((block) => block.visibility === visibility).flatMap((block) => block.texts);
      return {
        id: session.id,
        name: '',
        texts: [session.shared_summary, ...textsOf('shared')],
        privateTexts: [session.private_note, ...textsOf('private')],
        isPrivate: false,
      };
    });
  },
  async show(db, ids) {
    const rows = await db
      .selectFrom('coaching_session')
      .innerJoin('person', 'person.id', 'coaching_session.person_id')
      .select(['coaching_session.id', 'scheduled_at', 'person.name', 'person.team'])
      .where('coaching_session.id', 'in', ids)
      .where('coaching_session.deleted_at', 'is', null)
      .execute();
    return rows.map(({ id, name, team, scheduled_at }) => ({
      id,
      title: name,
      note: team,
      on: localDateOf(new Date(scheduled_at)),
      opens: { kind: 'session', id },
    }));
  },
};

type Block = { sessionId: string; visibility: Visibility; texts: string[] };

async function readBlocks(db: ReadDb, ids: readonly string[]): Promise<Block[]> {
  const records = await db.selectFrom('grow_record').selectAll().where('id', 'in', ids).execute();
  const options = await db
    .selectFrom('grow_option')
    .selectAll()
    .where('session_id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute();
  return records.flatMap((record) => [
    ...growBlocks(record),
    optionsBlock(
      record,
      options.filter((option) => option.session_id === record.id),
    ),
  ]);
}

function growBlocks(record: GrowRecordRow): Block[] {
  return growText.options.map((name) => ({
    sessionId: record.id,
    visibility: record[`${stepOf(name)}_visibility`],
    texts: [record[name]],
  }));
}

/** What is not of the goal or of reality belongs to the will. */
function stepOf(name: GrowText): 'goal' | 'reality' | 'will' {
  if (name.startsWith('goal_')) return 'goal';
  return name.startsWith('reality_') ? 'reality' : 'will';
}

function optionsBlock(record: GrowRecordRow, options: readonly GrowOptionRow[]): Block {
  const texts = options.flatMap((option) => [option.text, option.pros, option.cons]);
  return { sessionId: record.id, visibility: record.options_visibility, texts };
}

/** A private commitment is not found at all while presenting. */
export const commitmentSearch: SearchSource = {
  kind: 'commitment',
  async read(db, ids) {
    const rows = await db
      .selectFrom('action_item')
      .select(['id', 'text', 'success_evidence', 'outcome_note', 'visibility'])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      name: '',
      texts: [row.text, row.success_evidence, row.outcome_note],
      privateTexts: [],
      isPrivate: row.visibility === 'private',
    }));
  },
  async show(db, ids, { isPresenting }) {
    const found = db
      .selectFrom('action_item')
      .innerJoin('person', 'person.id', 'action_item.person_id')
      .select(['action_item.id', 'text', 'due_on', 'person_id', 'person.name'])
      .where('action_item.id', 'in', ids)
      .where('action_item.deleted_at', 'is', null);
    const rows = await (isPresenting ? found.where('visibility', '=', 'shared') : found).execute();
    return rows.map(({ id, text, name, due_on, person_id }) => ({
      id,
      title: text,
      note: name,
      on: due_on,
      opens: { kind: 'person', id: person_id },
    }));
  },
};
