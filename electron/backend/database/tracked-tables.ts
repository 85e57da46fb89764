import type { Topic } from '#shared/contract/events.ts';

/** How a table takes part in undo, history, change events and search. */
export type TrackedTable = {
  /** Screens of this feature refetch when a row changes. */
  topic: Topic;
  /** Columns whose old and new values belong to the history of a record; long texts do not. */
  history: 'all' | 'none' | { except: readonly string[] };
  /** The table's rows are found by the search. */
  searched?: boolean;
};

/**
 * Every table a command may write. A table that is missing here could not be undone, so the
 * undo test walks the schema and fails for it.
 */
export const trackedTables: Readonly<Record<string, TrackedTable>> = {
  setting: { topic: 'settings', history: 'all' },
};

/** Written by commands but deliberately not undone: keeping them is their purpose. */
export const untrackedTables: readonly string[] = [
  'undo_step',
  'undo_change',
  'record_change',
  'text_revision',
  'search_dirty',
];
