/** The columns every record has. `deleted_at` set means deleted; the row stays for undo. */
export type RecordColumns = {
  /** UUIDv7. */
  id: string;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  /** Counts changes. */
  rev: number;
};
