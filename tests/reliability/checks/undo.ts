import type Database from 'better-sqlite3-multiple-ciphers';
import { sql } from 'kysely';
import { trackedTables } from '#backend/database/tracked-tables.ts';
import { openWorkspace, type Workspace } from '#backend/workspace/workspace.ts';
import { testDirectory, testPlatform } from '#tests/support/test-platform.ts';
import { breachList, type Check } from '../support/check.ts';
import { dumpOf } from '../support/dump.ts';
import { type Random, randomFrom } from '../support/random.ts';
import { fillTables, parentsOf, type RowMaker, rowMaker } from '../support/random-rows.ts';

const commandsPerRun = 50;
const tables = Object.keys(trackedTables);

/** A2: after n commands, n undos give the state before, n redos the state after. */
export const undoCheck: Check = {
  about: `A2: ${commandsPerRun} random commands over every tracked table, all taken back, all redone`,
  runs: 20,
  async run({ runs, seed }) {
    const { breaches, expect } = breachList();
    const covered = new Set<string>();
    const figures = { commands: 0, steps: 0, refused: 0, tables: tables.length, covered: 0 };
    for (let run = 0; run < runs; run += 1) {
      const random = randomFrom(seed + run);
      const platform = testPlatform(testDirectory());
      let workspace = await openWorkspace(platform);
      const { connection } = workspace.database;
      fillTables(connection, parentsOf(connection, tables), random);
      const dumps = [dumpOf(connection, tables)];
      const writer = randomWriter(workspace, random, covered);
      for (let command = 0; command < commandsPerRun; command += 1) {
        const outcome = await writer();
        figures.commands += 1;
        if (outcome === 'refused') figures.refused += 1;
        const dump = dumpOf(connection, tables);
        if (dump !== dumps.at(-1)) dumps.push(dump);
      }
      figures.steps += dumps.length - 1;
      await workspace.close({ withBackup: false });
      workspace = await openWorkspace(platform);
      await travelAndCompare(workspace, dumps, (isKept, breach) =>
        expect(isKept, `seed ${seed + run}: ${breach}`),
      );
      await workspace.close({ withBackup: false });
    }
    figures.covered = covered.size;
    const missed = tables.filter((table) => !covered.has(table));
    expect(
      missed.length === 0,
      `no row was ever written to ${missed.join(', ')}: random-rows.ts needs a hint`,
    );
    return { figures, breaches };
  },
};

async function travelAndCompare(
  workspace: Workspace,
  dumps: readonly string[],
  expect: (isKept: boolean, breach: string) => void,
): Promise<void> {
  const { connection } = workspace.database;
  const compare = (index: number, when: string) =>
    expect(dumpOf(connection, tables) === dumps[index], `${when} ${index} differs`);
  for (let index = dumps.length - 2; index >= 0; index -= 1) {
    await workspace.undo();
    compare(index, 'undo to');
  }
  for (let index = 1; index < dumps.length; index += 1) {
    await workspace.redo();
    compare(index, 'redo to');
  }
  expect(stepsLeft(connection) === dumps.length - 1, 'the number of steps changed');
}

function stepsLeft(connection: Database.Database): number {
  return Number(connection.prepare('select count(*) from undo_step').pluck().get());
}

class Thrown extends Error {}

/** One command of a few changes, one in ten of which ends by throwing. */
function randomWriter(workspace: Workspace, random: Random, covered: Set<string>) {
  const rows = rowMaker(workspace.database.connection, tables, random);
  const toMeet = [...tables];
  return async (): Promise<'done' | 'refused'> => {
    try {
      await workspace.runCommand('test.write', async ({ db }) => {
        // The first commands meet every table, parents before children; the rest are random.
        for (const table of toMeet.splice(0, 8)) {
          for (let attempt = 0; attempt < 20; attempt += 1) {
            await change({ db, rows, random, covered }, table);
          }
        }
        const count = 1 + random.below(6);
        for (let index = 0; index < count; index += 1) {
          await change({ db, rows, random, covered }, random.pick(rows.tables));
        }
        if (random.oneIn(10)) throw new Thrown();
      });
      return 'done';
    } catch (error) {
      if (isRefusal(error)) return 'refused';
      throw error;
    }
  };
}

function isRefusal(error: unknown): boolean {
  if (error instanceof Thrown) return true;
  return error instanceof Error && 'code' in error && /CONSTRAINT/.test(String(error.code));
}

type Db = Parameters<Parameters<Workspace['runCommand']>[1]>[0]['db'];
type Change = { db: Db; rows: RowMaker; random: Random; covered: Set<string> };

/** A change that the schema refuses is left out; the command goes on, as SQLite allows. */
async function change({ db, rows, random, covered }: Change, table: string): Promise<void> {
  const id = rows.id(table);
  const row = rows.make(table, id);
  const names = Object.keys(row).map((name) => sql.ref(name));
  const values = Object.values(row);
  try {
    if (random.oneIn(6)) {
      await sql`delete from ${sql.table(table)} where id = ${id}`.execute(db);
      return;
    }
    const updates = Object.keys(row)
      .filter((name) => name !== 'id')
      .map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
    await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(values)})
      on conflict (id) do update set ${sql.join(updates)}`.execute(db);
    covered.add(table);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}
