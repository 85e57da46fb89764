import type { Generated } from 'kysely';

/** One user action that can be taken back. */
export type UndoStepTable = {
  id: Generated<number>;
  /** Path of the command, e.g. `deals.moveDeal`. */
  command: string;
  /** Names for the text of the step, JSON. */
  details_json: string;
  at: string;
  state: 'done' | 'undone';
  /** Steps with the same key that follow each other closely are one: typing in one field. */
  merge_key: string | null;
};

/** The row as it was before the step touched it first; null where it did not exist. */
export type UndoChangeTable = {
  step_id: number;
  table_name: string;
  row_id: string;
  before_json: string | null;
};

/** History of a record: which fields changed, from what to what. Never undone, never edited. */
export type RecordChangeTable = {
  id: Generated<number>;
  table_name: string;
  row_id: string;
  at: string;
  command: string;
  /** `{ column: [old, new] }` */
  changes_json: string;
};

/** What a long text was before a spell of typing. */
export type TextRevisionTable = {
  id: Generated<number>;
  table_name: string;
  row_id: string;
  field: string;
  at: string;
  text: string;
};

export type SettingTable = {
  id: string;
  value_json: string;
};

/** Records whose entry in the search index is out of date. */
export type SearchDirtyTable = {
  table_name: string;
  row_id: string;
};

export type CoreTables = {
  undo_step: UndoStepTable;
  undo_change: UndoChangeTable;
  record_change: RecordChangeTable;
  text_revision: TextRevisionTable;
  setting: SettingTable;
  search_dirty: SearchDirtyTable;
};
