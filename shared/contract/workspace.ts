import { z } from 'zod';
import { undoStep } from './events.ts';
import { instant } from './fields.ts';
import { query, task } from './procedure.ts';

export const workspaceKind = z.enum(['own', 'sample']);
export type WorkspaceKind = z.infer<typeof workspaceKind>;

/** Why a file was not opened; each has its own text and its own way out, and none deletes. */
export const closedReason = z.enum([
  'newer',
  'foreign',
  'damaged',
  'missing',
  'key_missing',
  'key_wrong',
  'in_use',
  'read_only',
  'disk_full',
  'failed',
]);
export type ClosedReason = z.infer<typeof closedReason>;

export const workspaceStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), kind: workspaceKind }),
  z.object({
    state: z.literal('closed'),
    kind: workspaceKind,
    reason: closedReason,
    /** Name of the file, without its folder. */
    file: z.string(),
    fileVersion: z.int().nullable(),
    appVersion: z.int(),
  }),
]);
export type WorkspaceStatus = z.infer<typeof workspaceStatus>;

export const historyEntry = z.object({
  at: instant,
  /** `deals.moveDeal`, or `undo:deals.moveDeal`. */
  command: z.string(),
  changes: z.array(z.object({ field: z.string(), before: z.json(), after: z.json() })),
});

export const workspace = {
  getStatus: task.output(workspaceStatus),
  /** Tries again to open what could not be opened: the disk has room again, the other window is closed. */
  reopen: task.output(workspaceStatus),
  /** Goes back to the manager's own workspace and deletes the sample. */
  leaveSample: task.output(workspaceStatus),
  openDataFolder: task,
  undo: task.output(undoStep),
  redo: task.output(undoStep),
  /** The last steps that can be taken back, newest first. */
  listUndoSteps: query.output(z.array(undoStep)),
  /** Every change of a record since it was made, newest first; texts have revisions instead. */
  listHistory: query
    .input(z.object({ table: z.string(), id: z.string() }))
    .output(z.array(historyEntry)),
};
