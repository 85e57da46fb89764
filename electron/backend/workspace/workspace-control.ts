import type { ChangeEvent, UndoStep } from '#shared/contract/events.ts';
import type { WorkspaceStatus } from '#shared/contract/workspace.ts';
import type { ScratchFolder } from '../files/scratch.ts';
import type { Platform } from '../platform.ts';
import type { CommandContext, QueryContext, TaskContext } from '../rpc/context.ts';

/** The open workspace, as the procedures see it. */
export type WorkspaceControl = {
  platform: Platform;
  /** Temporary files of the open file; gone when it closes. @throws AppError workspace_closed */
  readonly scratch: ScratchFolder;
  status(): WorkspaceStatus;
  runQuery<T>(service: (context: QueryContext) => Promise<T>): Promise<T>;
  runCommand<T>(command: string, service: (context: CommandContext) => Promise<T>): Promise<T>;
  taskContext(signal?: AbortSignal): TaskContext;
  leaveSample(): Promise<WorkspaceStatus>;
  undo(): Promise<UndoStep>;
  redo(): Promise<UndoStep>;
  publish(change: ChangeEvent): void;
  changes(signal: AbortSignal): AsyncIteratorObject<ChangeEvent>;
};
