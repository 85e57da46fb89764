import type { DeskNote, ImportDesk, NoteCode } from '#shared/contract/imports-desk.ts';
import { chosenSheets } from '../current-step.ts';

/** What is wrong because a column is read, or mapped, in another way than it is meant. */
const ofColumns: readonly NoteCode[] = [
  'ambiguous_date',
  'not_a_date',
  'date_out_of_range',
  'not_an_amount',
  'missing_value',
  'closed_without_date',
];

/** The part of the columns step that decides about all notes of a kind, if one does. */
export function noteRemedy({ code, entity }: DeskNote, desk: ImportDesk): string | null {
  if (code === 'unknown_stage') return 'stages';
  if (code === 'other_currency') return 'currencies';
  if (code === 'ambiguous_name' && desk.names.length > 0) return 'names';
  if (!ofColumns.includes(code)) return null;
  return chosenSheets(desk).find((sheet) => sheet.entity === entity)?.id ?? null;
}
