import { sql } from 'kysely';
import type { ReadDb } from './db.ts';

type Reader = { db: ReadDb; step?: unknown };

/** What each connection has read, and the version of the data it was read from. */
const known = new WeakMap<object, { version: number; answers: Map<string, unknown> }>();

/**
 * Reads something once and remembers it until anybody writes. A command reads afresh: it has to
 * see what it wrote itself.
 */
export async function untilWritten<T>(
  { db, step }: Reader,
  name: string,
  read: () => Promise<T>,
): Promise<T> {
  if (step !== undefined) return read();
  const answers = await answersOf(db);
  if (!answers.has(name)) answers.set(name, await read());
  return answers.get(name) as T; // set under this name by the same reader
}

async function answersOf(db: ReadDb): Promise<Map<string, unknown>> {
  const connection = db.getExecutor().adapter;
  const version = await findDataVersion(db);
  const present = known.get(connection);
  if (present?.version === version) return present.answers;
  const answers = new Map<string, unknown>();
  known.set(connection, { version, answers });
  return answers;
}

/** Changes whenever another connection has written: what was read before may be out of date. */
async function findDataVersion(db: ReadDb): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0]?.data_version ?? 0;
}
