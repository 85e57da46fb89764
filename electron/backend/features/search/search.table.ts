import type { Generated } from 'kysely';

/** A record as the search knows it; `id` is the row of both full-text tables. */
export type SearchEntryTable = {
  id: Generated<number>;
  table_name: string;
  row_id: string;
  /** Folded name; empty for records that have none. */
  name_key: string;
  /** First letters of its syllables and words: `xdeq`. */
  initials: string;
  /** 1 when the record as a whole is for the manager alone. */
  is_private: number;
};

/** Full text of the names: words, and how Chinese ones are spelt. */
export type SearchNameTable = { rowid: number; name: string; spelling: string };

/** Full text of everything else. */
export type SearchTextTable = { rowid: number; text: string; private_text: string };

/** What the manager chose for a query, so that it comes first the next time. */
export type SearchChoiceTable = {
  query: string;
  /** `deal:<id>` or `command:<name>`. */
  target: string;
  uses: number;
  chosen_at: string;
};
