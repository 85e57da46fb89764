import type { DeskSheet, ImportDesk } from '#shared/contract/imports-desk.ts';
import { chosenSheets } from '../current-step.ts';

/** Something of the import that is decided on one page: a sheet, or what all sheets share. */
export type DeskPart = {
  /** Id of the sheet, or the kind itself. */
  id: string;
  kind: 'sheet' | 'stages' | 'names' | 'currencies';
  sheet: DeskSheet | null;
  /** Things in it that only the manager knows. */
  questions: number;
};

/** What there is to decide, in the order in which it is best looked at. */
export function deskParts(desk: ImportDesk): DeskPart[] {
  const sheets = chosenSheets(desk).map(
    (sheet): DeskPart => ({ id: sheet.id, kind: 'sheet', sheet, questions: unsure(sheet) }),
  );
  const stages = desk.pipelines.flatMap((pipeline) => pipeline.stages);
  const shared: DeskPart[] = [
    part('stages', stages.length, stages.filter(({ target }) => target.type === 'none').length),
    part('names', desk.names.length, desk.names.filter(({ isDecided }) => !isDecided).length),
    part(
      'currencies',
      desk.currencies.length,
      desk.currencies.filter(({ rate }) => rate === null).length,
    ),
  ].filter((one) => one !== null);
  return [...sheets, ...shared];
}

function part(kind: 'stages' | 'names' | 'currencies', count: number, questions: number) {
  return count === 0 ? null : { id: kind, kind, sheet: null, questions };
}

/** Columns whose dates or amounts can be read in two ways. */
function unsure({ columns }: DeskSheet): number {
  return columns.filter(
    ({ field, dates, amounts }) =>
      field !== null && (dates?.isSure === false || amounts?.isSure === false),
  ).length;
}
