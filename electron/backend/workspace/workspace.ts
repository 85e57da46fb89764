import { rmSync } from 'node:fs';
import { EventPublisher } from '@orpc/server';
import { type ChangeEvent, type Topic, topic, type UndoStep } from '#shared/contract/events.ts';
import type { WorkspaceKind, WorkspaceStatus } from '#shared/contract/workspace.ts';
import { AppError } from '../app-error.ts';
import { type Backups, openBackups } from '../backups/backups.ts';
import { localDateOf } from '../clock.ts';
import type { DatabaseFile } from '../database/open-connection.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import type { OwnerLock } from '../database/owner-lock.ts';
import { type Direction, travel } from '../database/undo/undo.ts';
import type { StepResult } from '../database/undo/undo-step.ts';
import { failureCause } from '../files/failure-cause.ts';
import { ScratchFolder } from '../files/scratch.ts';
import { oneAtATime } from '../hosting/one-at-a-time.ts';
import type { Platform } from '../platform.ts';
import type { TaskContext } from '../rpc/context.ts';
import { backupControl } from './backup-control.ts';
import { ClosedError, toClosedError } from './closed-error.ts';
import { type WorkspaceFiles, workspaceFiles } from './files.ts';
import { appSchemaVersion } from './open-file.ts';
import { type OpenKind, openKind } from './open-kind.ts';
import { asideName, prepareRestore } from './restore.ts';
import { takeFolder } from './take-folder.ts';
import { type CommandOutcome, runCommand, runQuery } from './transactions.ts';
import { startUpkeep, type Upkeep } from './upkeep.ts';
import type { BackupControl, WorkspaceControl } from './workspace-control.ts';

type OpenState = OpenKind & {
  state: 'open';
  kind: WorkspaceKind;
  upkeep: Upkeep;
  scratch: ScratchFolder;
};
type State = OpenState | { state: 'closed'; kind: WorkspaceKind; error: ClosedError };

/**
 * The data folder of one manager, held by this process alone, and the one file in it that is
 * open. When a file cannot be opened the workspace stays closed and says why.
 */
export async function openWorkspace(platform: Platform, kind?: WorkspaceKind): Promise<Workspace> {
  const workspace = new Workspace(platform);
  await workspace.open(kind);
  return workspace;
}

export class Workspace implements WorkspaceControl {
  readonly platform: Platform;
  readonly backups: BackupControl;
  readonly #files: WorkspaceFiles;
  readonly #backups: Backups;
  readonly #events = new EventPublisher<{ change: ChangeEvent }>();
  /** Opening, closing and restoring never overlap. */
  readonly #inTurn = oneAtATime();
  #lock: OwnerLock | undefined;
  #state: State = { state: 'closed', kind: 'own', error: new ClosedError('failed') };

  constructor(platform: Platform) {
    this.platform = platform;
    this.#files = workspaceFiles(platform);
    this.#backups = openBackups(platform, () => this.#publishTask(['backups']));
    this.backups = backupControl({
      ...this.#surroundings,
      open: () => (this.#state.state === 'open' && !this.#isSample ? this.#state : undefined),
      isSample: () => this.#isSample,
      restore: (seq) => this.#inTurn(() => this.#restore(seq)),
    });
  }

  /** False when another process holds the data folder. */
  get ownsData(): boolean {
    return !(this.#state.state === 'closed' && this.#state.error.reason === 'in_use');
  }

  open(kind?: WorkspaceKind): Promise<WorkspaceStatus> {
    return this.#inTurn(() => this.#open(kind));
  }

  reopen(): Promise<WorkspaceStatus> {
    return this.#inTurn(async () =>
      this.#state.state === 'open' ? this.status() : this.#open(this.#state.kind),
    );
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

  openSample(): Promise<WorkspaceStatus> {
    return this.open('sample');
  }

  /** Goes back to the manager's own file and deletes the sample. */
  leaveSample(): Promise<WorkspaceStatus> {
    return this.#inTurn(async () => {
      await this.#close();
      rmSync(this.#files.sampleDirectory, { recursive: true, force: true });
      return this.#open('own');
    });
  }

  runQuery<T>(service: Parameters<typeof runQuery<T>>[2]): Promise<T> {
    return this.#watched(({ database }) => runQuery(database, this.platform, service));
  }

  async runCommand<T>(
    command: string,
    service: Parameters<typeof runCommand<T>>[2]['service'],
  ): Promise<T> {
    const { result, step, quiet } = await this.#writing(({ database }) =>
      runCommand(database, this.platform, { command, service }),
    );
    if (step !== null) this.#publishStep(step, 'command', quiet);
    return result;
  }

  async runCommandInJob<T>(work: (target: DatabaseFile) => Promise<CommandOutcome<T>>): Promise<T> {
    const { result, step, quiet } = await this.#writing(({ database, source }) =>
      database.write.connection().execute(() => work({ file: source.file, key: source.key })),
    );
    if (step !== null) this.#publishStep(step, 'command', quiet);
    return result;
  }

  readInJob<T>(work: (target: DatabaseFile) => Promise<T>): Promise<T> {
    return this.#watched(({ source }) => work({ file: source.file, key: source.key }));
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
    return this.#travel('undo');
  }

  redo(): Promise<UndoStep> {
    return this.#travel('redo');
  }

  publish(change: ChangeEvent): void {
    this.#events.publish('change', change);
  }

  changes(signal: AbortSignal): AsyncIteratorObject<ChangeEvent> {
    return this.#events.subscribe('change', { signal });
  }

  get database(): OpenDatabase {
    return this.#opened.database;
  }

  get scratch(): ScratchFolder {
    return this.#opened.scratch;
  }

  /** Waits for what was asked for, makes a last backup in bounded time and frees the folder. */
  close({ withBackup = true } = {}): Promise<void> {
    return this.#inTurn(async () => {
      await this.#close({ withBackup });
      this.#lock?.release();
      this.#lock = undefined;
    });
  }

  get #surroundings() {
    return { platform: this.platform, files: this.#files, backups: this.#backups };
  }

  get #isSample(): boolean {
    return this.#state.kind === 'sample';
  }

  get #opened(): OpenState {
    if (this.#state.state === 'open') return this.#state;
    throw new AppError('workspace_closed', { reason: this.#state.error.reason });
  }

  async #open(wanted?: WorkspaceKind): Promise<WorkspaceStatus> {
    await this.#close();
    let kind: WorkspaceKind = wanted ?? 'own';
    try {
      this.#lock ??= takeFolder(this.platform);
      kind = wanted ?? this.#files.lastUsed();
      const opened = await openKind(this.#surroundings, kind);
      const backups = kind === 'own' ? this.#backups : undefined;
      const upkeep = startUpkeep({ ...opened, backups });
      const scratch = new ScratchFolder(this.platform.dataDirectory);
      const state = { state: 'open', kind, ...opened, upkeep, scratch } as const;
      this.#state = state;
      state.sound.catch((error) => this.#closeUnsound(state, error));
    } catch (error) {
      const closed = toClosedError(error);
      if (closed.reason !== 'in_use') {
        this.platform.log.error('workspace_not_opened', closed.cause ?? closed, {
          reason: closed.reason,
        });
      }
      this.#state = { state: 'closed', kind, error: closed };
    }
    this.#publishTask(topic.options);
    return this.status();
  }

  async #restore(seq: number): Promise<WorkspaceStatus> {
    if (!this.ownsData) throw new AppError('workspace_closed', { reason: 'in_use' });
    if (this.#isSample) throw new AppError('not_found');
    const prepared = await prepareRestore(this.#surroundings, seq);
    const before = this.#state;
    if (before.state === 'open') await this.backups.create('before_restore');
    await this.#close();
    prepared.swap(before.state === 'open' ? 'in_backup' : asideName(before.error.reason));
    return this.#open('own');
  }

  /** Nothing is written before every page was found sound. */
  async #writing<T>(work: (opened: OpenState) => Promise<T>): Promise<T> {
    const opened = this.#opened;
    await opened.sound.catch((error: ClosedError) => {
      throw new AppError('workspace_closed', { reason: error.reason }, { cause: error });
    });
    return this.#watched(work, opened);
  }

  /** A file that turns out to be damaged while in use is closed at once, before more is written. */
  async #watched<T>(work: (opened: OpenState) => Promise<T>, opened = this.#opened): Promise<T> {
    try {
      return await work(opened);
    } catch (error) {
      if (failureCause(error) !== 'damaged') throw error;
      this.#closeUnsound(opened, new ClosedError('damaged', { cause: error }));
      throw new AppError('workspace_closed', { reason: 'damaged' }, { cause: error });
    }
  }

  #closeUnsound(opened: OpenState, error: ClosedError): void {
    this.platform.log.error('workspace_unsound', error.cause ?? error, { reason: error.reason });
    void this.#inTurn(async () => {
      if (this.#state === opened) await this.#close({ error });
      this.#publishTask(['workspace']);
    });
  }

  async #travel(direction: Direction): Promise<UndoStep> {
    const step = await this.#writing(({ database }) =>
      travel(database, direction, this.platform.now()),
    );
    this.#publishStep(step, direction, false);
    return { id: step.id ?? 0, command: step.command, details: step.details };
  }

  #publishStep(step: StepResult, cause: ChangeEvent['cause'], quiet: boolean): void {
    const { id, command, details, topics } = step;
    if (this.#state.state === 'open') this.#state.upkeep.changed(step.hasDeletion);
    this.publish({
      topics,
      step: id === null ? null : { id, command, details },
      cause,
      quiet,
    });
  }

  #publishTask(topics: readonly Topic[]): void {
    this.publish({ topics: [...topics], step: null, cause: 'task', quiet: true });
  }

  async #close({ withBackup = false, error = new ClosedError('failed') } = {}): Promise<void> {
    if (this.#state.state !== 'open') return;
    const { kind, database, upkeep, scratch, sound } = this.#state;
    // What was saved in the first seconds is waiting for this.
    await sound.catch(() => undefined);
    this.#state = { state: 'closed', kind, error };
    scratch.close();
    await database.alone(() => undefined);
    await upkeep.end({ withBackup });
    await database.close();
  }
}
