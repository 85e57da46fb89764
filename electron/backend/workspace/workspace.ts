import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EventPublisher } from '@orpc/server';
import type { ChangeEvent, UndoStep } from '#shared/contract/events.ts';
import type { WorkspaceKind, WorkspaceStatus } from '#shared/contract/workspace.ts';
import { AppError } from '../app-error.ts';
import { localDateOf } from '../clock.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { type OwnerLock, takeOwnerLock } from '../database/owner-lock.ts';
import { redoLastStep, type StepResult, undoLastStep } from '../database/undo.ts';
import { ScratchFolder } from '../files/scratch.ts';
import type { Platform } from '../platform.ts';
import type { TaskContext } from '../rpc/context.ts';
import { ClosedError } from './closed-error.ts';
import { openKind, type WorkspaceFiles, workspaceFiles } from './files.ts';
import { appSchemaVersion, toClosedError } from './open-file.ts';
import { runCommand, runQuery } from './transactions.ts';
import type { WorkspaceControl } from './workspace-control.ts';

type State =
  | { state: 'open'; kind: WorkspaceKind; database: OpenDatabase; scratch: ScratchFolder }
  | { state: 'closed'; kind: WorkspaceKind; error: ClosedError };

/**
 * The data folder of one manager, held by this process alone, and the one file in it that is
 * open. When a file cannot be opened the workspace stays closed and says why.
 */
export async function openWorkspace(platform: Platform, kind?: WorkspaceKind): Promise<Workspace> {
  const files = workspaceFiles(platform);
  mkdirSync(platform.dataDirectory, { recursive: true, mode: 0o700 });
  const lock = takeLock(platform);
  const workspace = new Workspace(platform, files, lock);
  await workspace.open(kind ?? files.lastUsed());
  return workspace;
}

function takeLock(platform: Platform): OwnerLock | ClosedError {
  try {
    return takeOwnerLock(platform.dataDirectory) ?? new ClosedError('in_use');
  } catch (error) {
    return toClosedError(error);
  }
}

export class Workspace implements WorkspaceControl {
  readonly platform: Platform;
  readonly #files: WorkspaceFiles;
  readonly #lock: OwnerLock | ClosedError;
  readonly #events = new EventPublisher<{ change: ChangeEvent }>();
  #state: State = { state: 'closed', kind: 'own', error: new ClosedError('failed') };

  constructor(platform: Platform, files: WorkspaceFiles, lock: OwnerLock | ClosedError) {
    this.platform = platform;
    this.#files = files;
    this.#lock = lock;
  }

  /** False when another process holds the data folder. */
  get ownsData(): boolean {
    return !(this.#lock instanceof ClosedError && this.#lock.reason === 'in_use');
  }

  async open(kind: WorkspaceKind): Promise<WorkspaceStatus> {
    await this.#closeDatabase();
    try {
      if (this.#lock instanceof ClosedError) throw this.#lock;
      const database = await openKind(this.platform, this.#files, kind);
      const scratch = new ScratchFolder(this.platform.dataDirectory);
      this.#state = { state: 'open', kind, database, scratch };
    } catch (error) {
      const closed = toClosedError(error);
      if (closed.reason === 'failed') this.platform.log.error('workspace_open_failed', error);
      this.#state = { state: 'closed', kind, error: closed };
    }
    return this.status();
  }

  status(): WorkspaceStatus {
    if (this.#state.state === 'open') return { state: 'open', kind: this.#state.kind };
    const { kind, error } = this.#state;
    return {
      state: 'closed',
      kind,
      reason: error.reason,
      file: this.#files.names[kind],
      fileVersion: error.fileVersion,
      appVersion: appSchemaVersion,
    };
  }

  /** Goes back to the manager's own file and deletes the sample. */
  async leaveSample(): Promise<WorkspaceStatus> {
    await this.#closeDatabase();
    rmSync(join(this.platform.dataDirectory, this.#files.sampleDirectory), {
      recursive: true,
      force: true,
    });
    return this.open('own');
  }

  runQuery<T>(service: Parameters<typeof runQuery<T>>[2]): Promise<T> {
    return runQuery(this.database, this.platform, service);
  }

  async runCommand<T>(
    command: string,
    service: Parameters<typeof runCommand<T>>[2]['service'],
  ): Promise<T> {
    const outcome = await runCommand(this.database, this.platform, { command, service });
    if (outcome.step !== null) this.#publishStep(outcome.step, 'command', outcome.quiet);
    return outcome.result;
  }

  taskContext(signal: AbortSignal = new AbortController().signal): TaskContext {
    return {
      platform: this.platform,
      today: localDateOf(this.platform.now()),
      read: (service) => this.runQuery(service),
      write: (command, service) => this.runCommand(command, service),
      signal,
      workspace: this,
    };
  }

  undo(): Promise<UndoStep> {
    return this.#travel('undo', undoLastStep);
  }

  redo(): Promise<UndoStep> {
    return this.#travel('redo', redoLastStep);
  }

  publish(change: ChangeEvent): void {
    this.#events.publish('change', change);
  }

  changes(signal: AbortSignal): AsyncIteratorObject<ChangeEvent> {
    return this.#events.subscribe('change', { signal });
  }

  get database(): OpenDatabase {
    return this.#opened().database;
  }

  get scratch(): ScratchFolder {
    return this.#opened().scratch;
  }

  #opened() {
    if (this.#state.state === 'open') return this.#state;
    throw new AppError('workspace_closed', { reason: this.#state.error.reason });
  }

  async close(): Promise<void> {
    await this.#closeDatabase();
    if (!(this.#lock instanceof ClosedError)) this.#lock.release();
  }

  async #travel(cause: 'undo' | 'redo', swap: typeof undoLastStep): Promise<UndoStep> {
    const { connection, write } = this.database;
    const step = await write
      .transaction()
      .execute(async () => swap(connection, this.platform.now()));
    this.#publishStep(step, cause, false);
    return { id: step.id ?? 0, command: step.command, details: step.details };
  }

  #publishStep(step: StepResult, cause: ChangeEvent['cause'], quiet: boolean): void {
    const { id, command, details, topics } = step;
    this.publish({
      topics,
      step: id === null ? null : { id, command, details },
      cause,
      quiet,
    });
  }

  async #closeDatabase(): Promise<void> {
    if (this.#state.state !== 'open') return;
    const { kind, database, scratch } = this.#state;
    this.#state = { state: 'closed', kind, error: new ClosedError('failed') };
    scratch.clear();
    await database.close();
  }
}
