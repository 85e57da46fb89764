import type { SearchHit, SearchKind } from '#shared/contract/search.ts';
import type { ReadDb } from '../../database/db.ts';

/** What the search keeps of a record. */
export type SearchRecord = {
  id: string;
  /** Found by words, initials and pinyin; empty when the record has no name of its own. */
  name: string;
  /** Found by words only. */
  texts: readonly (string | null)[];
  /** Left out of every search in presentation mode. */
  privateTexts: readonly (string | null)[];
  /** The whole record is for the manager alone. */
  isPrivate: boolean;
};

/** How a hit is shown and where it leads; nothing private. */
export type ShownRecord = Pick<SearchHit, 'title' | 'note' | 'on' | 'opens'> & { id: string };

export type ShowOptions = { isPresenting: boolean };

/** How the records of one table are found; each feature gives one for its tables. */
export type SearchSource = {
  kind: SearchKind;
  /** Reads records for the index; deleted ones are left out. */
  read(db: ReadDb, ids: readonly string[]): Promise<SearchRecord[]>;
  /**
   * Reads what a hit shows, as it is now, which the index may not know yet: deleted records are
   * left out, and while presenting those that are private as a whole.
   */
  show(db: ReadDb, ids: readonly string[], options: ShowOptions): Promise<ShownRecord[]>;
};
