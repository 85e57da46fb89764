import { localDateOf } from '../clock.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import {
  beginStep,
  endStep,
  type StepDetails,
  type StepResult,
  sealRows,
} from '../database/undo.ts';
import type { Platform } from '../platform.ts';
import type { CommandContext, QueryContext } from '../rpc/context.ts';

export type CommandOutcome<T> = { result: T; step: StepResult | null; quiet: boolean };

/** Runs a service in one read transaction, so that all it reads is of one moment. */
export function runQuery<T>(
  database: OpenDatabase,
  platform: Platform,
  service: (context: QueryContext) => Promise<T>,
): Promise<T> {
  return database.read
    .transaction()
    .execute((db) => service({ db, platform, today: localDateOf(platform.now()) }));
}

/** Runs a service in one write transaction and keeps its inverse: all of it happens, or nothing. */
export function runCommand<T>(
  database: OpenDatabase,
  platform: Platform,
  { command, service }: { command: string; service: (context: CommandContext) => Promise<T> },
): Promise<CommandOutcome<T>> {
  const { connection } = database;
  return database.write.transaction().execute(async (db) => {
    const id = beginStep(connection, { command, at: platform.now() });
    const notes = stepNotes();
    const context = { db, platform, today: localDateOf(platform.now()), step: notes.step };
    const result = await service(context);
    sealRows(connection, notes.sealed);
    const step = endStep(connection, {
      id,
      details: notes.details,
      mergeKey: notes.mergeKey,
      undoable: notes.undoable,
    });
    return { result, step, quiet: notes.mergeKey !== null };
  });
}

function stepNotes() {
  const notes = {
    details: {} as StepDetails,
    mergeKey: null as string | null,
    undoable: true,
    sealed: [] as { table: string; id: string }[],
    step: {
      describe(details: StepDetails) {
        notes.details = { ...notes.details, ...details };
      },
      mergeWith(key: string) {
        notes.mergeKey = key;
      },
      makeFinal(rows: readonly { table: string; id: string }[] = []) {
        notes.undoable = false;
        notes.sealed.push(...rows);
      },
    },
  };
  return notes;
}
