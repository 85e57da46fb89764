import { Kysely, SqliteDialect } from 'kysely';
import type { ReadDb, Tables } from '#backend/database/db.ts';
import type { TestBackend } from './start-backend.ts';

type Work = (db: ReadDb) => Promise<unknown>;
type Statement = { sql: string; parameters: readonly unknown[] };

/** How SQLite carries out every statement of some work, one line for each step of each plan. */
export async function queryPlans(backend: TestBackend, work: Work): Promise<string[]> {
  const { connection } = backend.workspace.database;
  const statements = await statementsOf(backend, work);
  return statements.flatMap(({ sql, parameters }) =>
    connection
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail),
  );
}

/**
 * How many values the statements of some work take from the rows of a table itself, not from an
 * index of it. The plan's word COVERING does not tell: it is never said of generated columns.
 */
export async function tableReads(backend: TestBackend, table: string, work: Work): Promise<number> {
  const { connection } = backend.workspace.database;
  const root = connection
    .prepare<[string], number>('select rootpage from sqlite_schema where name = ?')
    .pluck()
    .get(table);
  const statements = await statementsOf(backend, work);
  return statements.reduce((reads, { sql, parameters }) => {
    const steps = connection
      .prepare<unknown[], { opcode: string; p1: number; p2: number }>(`explain ${sql}`)
      .all(...parameters);
    const cursors = steps
      .filter(({ opcode, p2 }) => opcode === 'OpenRead' && p2 === root)
      .map(({ p1 }) => p1);
    return (
      reads + steps.filter(({ opcode, p1 }) => opcode === 'Column' && cursors.includes(p1)).length
    );
  }, 0);
}

async function statementsOf({ workspace }: TestBackend, work: Work): Promise<Statement[]> {
  const statements: Statement[] = [];
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: workspace.database.connection }),
    log: ({ query }) => {
      statements.push({ sql: query.sql, parameters: query.parameters });
    },
  });
  await work(db);
  return statements;
}
