import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { task } from './procedure.ts';

/** The features whose data can change; screens refetch by them. */
export const topic = z.enum([
  'settings',
  'people',
  'accounts',
  'deals',
  'activities',
  'coaching',
  'reviews',
  'risks',
  'imports',
  'documents',
  'workspace',
  'backups',
]);
export type Topic = z.infer<typeof topic>;

/** A step of undo, as a toast names it: `<slug>:undo.<verb>` filled with the details. */
export const undoStep = z.object({
  id: z.int(),
  command: z.string(),
  details: z.record(z.string(), z.json()),
});
export type UndoStep = z.infer<typeof undoStep>;

export const changeEvent = z.object({
  topics: z.array(topic),
  /** Present when the change can be taken back. */
  step: undoStep.nullable(),
  /** How the change came about. */
  cause: z.enum(['command', 'undo', 'redo', 'task']),
  /** Typing: no toast. */
  quiet: z.boolean(),
});
export type ChangeEvent = z.infer<typeof changeEvent>;

export const events = {
  /** Runs until the caller stops it. */
  subscribe: task.output(eventIterator(changeEvent)),
};
