import type { NoteCode, NoteLevel } from '#shared/contract/imports-desk.ts';

const returned: ReadonlySet<NoteCode> = new Set<NoteCode>([
  'too_many_columns',
  'cell_too_long',
  'unreadable_characters',
  'missing_value',
  'not_a_date',
  'no_such_day',
  'ambiguous_date',
  'date_out_of_range',
  'not_an_amount',
  'amount_too_large',
  'unknown_stage',
  'unknown_choice',
  'other_currency',
  'closed_without_date',
  'same_key_twice',
  'ambiguous_name',
  'not_known',
  'formula_error',
]);
const leftAlone: ReadonlySet<NoteCode> = new Set<NoteCode>([
  'already_there',
  'not_there',
  'deleted_here',
  'total_row',
]);
const worthKnowing: ReadonlySet<NoteCode> = new Set<NoteCode>([
  'no_account',
  'no_owner',
  'no_stage_date',
  'amount_from_price',
]);

/** What a note means for its row. */
export function noteLevel(code: NoteCode): NoteLevel {
  if (returned.has(code)) return 'reject';
  if (leftAlone.has(code)) return 'skip';
  return worthKnowing.has(code) ? 'info' : 'warning';
}
