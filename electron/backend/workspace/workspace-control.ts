import type { Backup, BackupReason, BackupStatus } from '#shared/contract/backups.ts';
import type { ChangeEvent, UndoStep } from '#shared/contract/events.ts';
import type { WorkspaceStatus } from '#shared/contract/workspace.ts';
import type { DatabaseFile } from '../database/open-connection.ts';
import type { ScratchFolder } from '../files/scratch.ts';
import type { Platform } from '../platform.ts';
import type { CommandContext, QueryContext, TaskContext } from '../rpc/context.ts';
import type { CommandOutcome } from './transactions.ts';

/** The open workspace, as the procedures see it. */
export type WorkspaceControl = {
  platform: Platform;
  /** Temporary files of the open file; gone when it closes. @throws AppError workspace_closed */
  readonly scratch: ScratchFolder;
  status(): WorkspaceStatus;
  /** Tries again to open what could not be opened. */
  reopen(): Promise<WorkspaceStatus>;
  runQuery<T>(service: (context: QueryContext) => Promise<T>): Promise<T>;
  runCommand<T>(command: string, service: (context: CommandContext) => Promise<T>): Promise<T>;
  /**
   * Lets a thread of its own carry out a command on a connection of its own, while nobody else
   * writes. It is one step like any other; reading goes on meanwhile.
   */
  runCommandInJob<T>(work: (target: DatabaseFile) => Promise<CommandOutcome<T>>): Promise<T>;
  /** Lets a thread of its own read. */
  readInJob<T>(work: (target: DatabaseFile) => Promise<T>): Promise<T>;
  taskContext(signal?: AbortSignal): TaskContext;
  /** Opens the sample workspace's file, making it empty when there is none. */
  openSample(): Promise<WorkspaceStatus>;
  leaveSample(): Promise<WorkspaceStatus>;
  undo(): Promise<UndoStep>;
  redo(): Promise<UndoStep>;
  publish(change: ChangeEvent): void;
  changes(signal: AbortSignal): AsyncIteratorObject<ChangeEvent>;
  backups: BackupControl;
};

/** Backups, as the procedures see them. They work while the workspace is closed. */
export type BackupControl = {
  /** Newest first; the sample has none. */
  list(): Backup[];
  status(): BackupStatus;
  /**
   * Makes a verified backup before something drastic (an import, a bulk deletion). Does nothing
   * for the sample, or when the newest backup holds all there is.
   *
   * @throws AppError backup_failed, disk_full
   */
  ensure(reason: BackupReason): Promise<void>;
  /** @throws AppError backup_failed, disk_full */
  create(reason: BackupReason): Promise<Backup>;
  /** @throws AppError not_found */
  verify(seq: number): Promise<boolean>;
  /** @throws AppError not_found, backup_damaged, backup_failed, disk_full, workspace_closed */
  restore(seq: number): Promise<WorkspaceStatus>;
  accept(seq: number): void;
};
