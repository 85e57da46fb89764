import type { JsonValue } from './json.ts';

/**
 * Every failure a person can meet. The text for each is `errors:<code>` in the message
 * catalogues, filled with the details. Anything else is a defect and arrives as `internal`.
 */
export const appErrorCodes = [
  'bad_input',
  'not_found',
  'changed_meanwhile',
  'saved_by_newer',
  'nothing_to_undo',
  'nothing_to_redo',
  'undo_blocked',
  'record_locked',
  'workspace_closed',
  'disk_full',
  'read_only',
  'upload_unknown',
  'upload_too_large',
  'file_unreadable',
  'desk_closed',
  'cancelled',
  'print_failed',
  'backup_failed',
  'backup_damaged',
  'backup_newer',
  'ends_before_start',
  'left_before_joined',
  'person_in_use',
  'currency_in_use',
  'stage_needs_fields',
  'stage_not_allowed',
  'stage_in_use',
  'stage_deleted',
  'pipeline_incomplete',
  'pipeline_in_use',
  'last_pipeline',
  'account_cycle',
  'account_too_deep',
  'account_in_use',
  'product_in_use',
  'person_left',
  'session_state',
  'options_too_few',
  'nothing_to_commit',
  'closing_incomplete',
  'review_points_full',
  'review_not_amendable',
  'review_not_final',
  'internal',
] as const;

export type AppErrorCode = (typeof appErrorCodes)[number];

/** Fills the text of the error; plain data only. */
export type AppErrorDetails = { readonly [key: string]: JsonValue };
