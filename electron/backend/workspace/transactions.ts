import { AsyncLocalStorage } from 'node:async_hooks';
import { localDateOf } from '../clock.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import {
  beginStep,
  endStep,
  type RowName,
  type StepDetails,
  type StepResult,
} from '../database/undo/undo-step.ts';
import type { Platform } from '../platform.ts';
import type { CommandContext, QueryContext } from '../rpc/context.ts';

export type CommandOutcome<T> = { result: T; step: StepResult | null; quiet: boolean };

/** Which transaction the running service is in; one that asked for itself would wait for ever. */
const inside = new AsyncLocalStorage<'query' | 'command'>();

/** Runs a service in one read transaction, so that all it reads is of one moment. */
export async function runQuery<T>(
  database: OpenDatabase,
  platform: Platform,
  service: (context: QueryContext) => Promise<T>,
): Promise<T> {
  if (inside.getStore() === 'query') throw new Error('A query cannot run another');
  return database.read
    .transaction()
    .execute((db) =>
      inside.run('query', () => service({ db, platform, today: localDateOf(platform.now()) })),
    );
}

/** Runs a service in one write transaction and keeps its inverse: all of it happens, or nothing. */
export async function runCommand<T>(
  database: OpenDatabase,
  platform: Platform,
  { command, service }: { command: string; service: (context: CommandContext) => Promise<T> },
): Promise<CommandOutcome<T>> {
  if (inside.getStore() !== undefined) throw new Error(`${command} cannot run inside another`);
  const { connection } = database;
  return database.write.transaction().execute(async (db) => {
    const now = platform.now();
    const id = beginStep(connection, { command, at: now });
    const notes = stepNotes();
    const context = { db, platform, today: localDateOf(now), step: notes.step };
    const result = await inside.run('command', () => service(context));
    const step = endStep(connection, {
      id,
      details: notes.details,
      mergeKey: notes.mergeKey,
      sealed: notes.sealed,
    });
    return { result, step, quiet: notes.mergeKey !== null };
  });
}

function stepNotes() {
  const notes = {
    details: {} as StepDetails,
    mergeKey: null as string | null,
    sealed: null as RowName[] | null,
    step: {
      describe(details: StepDetails) {
        notes.details = { ...notes.details, ...details };
      },
      mergeWith(key: string) {
        notes.mergeKey = key;
      },
      makeFinal(rows: readonly RowName[] = []) {
        notes.sealed = [...(notes.sealed ?? []), ...rows];
      },
    },
  };
  return notes;
}
