import type { RecordColumns } from '../../database/record.table.ts';

/** A mapping that is used again for every sheet with the same headings. */
export type ImportProfileTable = RecordColumns & {
  name: string;
  headings_key: string;
  /** `storedChoices`. */
  choices_json: string;
  used_at: string;
};

/** One import that was carried out. Part of the log: never changed, never undone. */
export type ImportRunTable = {
  id: string;
  at: string;
  data_as_of_at: string;
  /** `storedReport`: its files, and what became of their rows. */
  report_json: string;
  returned_count: number;
  seconds: number;
};

/** There while the changes of a run stand. */
export type ImportEffectTable = { id: string; at: string };

/** The rows of a run that came back, as a file. */
export type ImportReturnedFileTable = { run_id: string; name: string; bytes: Uint8Array };
