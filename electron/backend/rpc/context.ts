import type { JsonValue } from '#shared/contract/json.ts';
import type { ReadDb, WriteDb } from '../database/db.ts';
import type { Platform } from '../platform.ts';
import type { WorkspaceControl } from '../workspace/workspace-control.ts';

type Surroundings = {
  platform: Platform;
  /** The manager's calendar day, `YYYY-MM-DD`. */
  today: string;
};

/** What a query's service works with. */
export type QueryContext = Surroundings & { db: ReadDb };

/** What a command's service can say about the step of undo that it is. */
export type StepNotes = {
  /** Names for the step's text (`<slug>:undo.<verb>`), e.g. the deal's name. */
  describe(details: { readonly [name: string]: JsonValue }): void;
  /** Makes this one step with the last one of the same key: typing in one field. Shows no toast. */
  mergeWith(key: string): void;
  /** This change and what led to it can no longer be taken back. */
  makeFinal(rows?: readonly { table: string; id: string }[]): void;
};

/** What a command's service works with. */
export type CommandContext = Surroundings & { db: WriteDb; step: StepNotes };

/** What a task's service works with: it opens short transactions when it needs them. */
export type TaskContext = Surroundings & {
  read<T>(service: (context: QueryContext) => Promise<T>): Promise<T>;
  /** `command` names the step of undo, `<slug>.<verb>`. */
  write<T>(command: string, service: (context: CommandContext) => Promise<T>): Promise<T>;
  /** Aborted when the caller cancels or its page goes. */
  signal: AbortSignal;
  workspace: WorkspaceControl;
};

/** What oRPC hands to each procedure. */
export type RequestContext = { workspace: WorkspaceControl };
