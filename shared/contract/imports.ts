import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { id, instant } from './fields.ts';
import {
  deskChange,
  deskNote,
  deskProblem,
  deskProgress,
  importCounts,
  importDesk,
  noteCode,
  noteLevel,
} from './imports-desk.ts';
import { importEntity, importField } from './imports-fields.ts';
import { command, query, task } from './procedure.ts';

export const importRun = z.object({
  id,
  at: instant,
  dataAsOf: instant,
  files: z.array(z.object({ name: z.string(), size: z.int() })),
  counts: z.array(importCounts),
  notes: z.array(deskNote),
  /** Rows that came back. */
  returned: z.int(),
  /** Name of the file that holds them, while it is kept. */
  returnedFile: z.string().nullable(),
  /** `stands`: what it changed is there; `taken_back`: it was undone; `nothing`: it changed nothing. */
  state: z.enum(['stands', 'taken_back', 'nothing']),
});
export type ImportRun = z.infer<typeof importRun>;

export const importProfile = z.object({
  id,
  name: z.string(),
  entity: importEntity,
  usedAt: instant,
  /** Columns that it gives a field. */
  columns: z.int(),
});
export type ImportProfile = z.infer<typeof importProfile>;

const problemFilter = z.object({
  code: noteCode.optional(),
  level: noteLevel.optional(),
  entity: importEntity.optional(),
  field: importField.nullable().optional(),
});

/**
 * There is one import in preparation, the desk. Whatever changes it answers at once with the desk
 * as it is then; what would happen (`check`) is unknown until `checkDesk` found it out.
 * `desk_closed` says that there is no desk.
 */
export const imports = {
  getDesk: task.output(importDesk.nullable()),
  /** Adds files that were uploaded. A file that cannot be read stands on the desk with its problem. */
  openFiles: task.input(z.object({ handles: z.array(z.uuid()).min(1).max(30) })).output(importDesk),
  removeFile: task.input(z.object({ fileId: id })).output(importDesk),
  changeDesk: task.input(deskChange).output(importDesk),
  /** Finds out what would happen; answers when it is known, however often the desk changes meanwhile. */
  checkDesk: task.output(importDesk),
  /** How far the present work is; null between works. Runs until the caller stops it. */
  followDesk: task.output(eventIterator(deskProgress.nullable())),
  /** The first 10,000 problems, by place in the file. */
  listProblems: task
    .input(problemFilter.extend({ offset: z.int().min(0), limit: z.int().min(1).max(500) }))
    .output(z.object({ total: z.int(), problems: z.array(deskProblem) })),
  /** Carries the import out: one step of undo, a verified backup first. */
  runImport: task.output(importDesk),
  /** Stops what is going on; `runImport` then answers `cancelled`, and nothing of it is there. */
  cancel: task,
  /** Puts everything away. Nothing that was imported changes. */
  closeDesk: task,
  /** Newest first. */
  listRuns: query.output(z.array(importRun)),
  /** A part of the file of rows that came back, from `offset` in bytes. */
  readReturned: query
    .input(z.object({ runId: id, offset: z.int().min(0) }))
    .output(z.object({ base64: z.base64(), nextOffset: z.int().nullable() })),
  listProfiles: query.output(z.array(importProfile)),
  forgetProfile: command.input(z.object({ id })),
};
