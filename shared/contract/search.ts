import { z } from 'zod';
import { localDate } from './fields.ts';
import { task } from './procedure.ts';

/** What can be found, in the order of equally good hits. */
export const searchKind = z.enum([
  'deal',
  'person',
  'account',
  'risk',
  'session',
  'commitment',
  'activity',
]);
export type SearchKind = z.infer<typeof searchKind>;

export const searchHit = z.object({
  kind: searchKind,
  id: z.string(),
  title: z.string(),
  /** Names of what it belongs to, e.g. the account and the owner of a deal. */
  note: z.string().nullable(),
  on: localDate.nullable(),
  /** The record to open: an activity opens its deal. */
  opens: z.object({ kind: searchKind, id: z.string() }),
  /** True when the manager chose it for these very words before. */
  isPreferred: z.boolean(),
});
export type SearchHit = z.infer<typeof searchHit>;

/** `deal:<id>` for a record, `command:<name>` for a command of the palette. */
export const searchTarget = z.string().min(1).max(200);

export const search = {
  /**
   * Finds records by words of their names and texts, or by the pinyin or its initials of their
   * names. Anything may be typed; nothing in it is an operator.
   */
  find: task
    .input(
      z.object({
        text: z.string().max(20_000),
        limit: z.int().min(1).max(50).default(20),
        /** Presentation mode: private records and private texts are not searched at all. */
        isPresenting: z.boolean(),
      }),
    )
    .output(
      z.object({
        hits: z.array(searchHit),
        /** Targets chosen for these words before, most used first. */
        preferred: z.array(searchTarget),
        /** False while changes of a large import are still being taken in. */
        isComplete: z.boolean(),
      }),
    ),
  /** Remembers what was chosen, so that the same words bring it first. */
  rememberChoice: task.input(z.object({ text: z.string().max(20_000), target: searchTarget })),
};
