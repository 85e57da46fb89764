import type { DeskFile, DeskSheet, ImportDesk } from '#shared/contract/imports-desk.ts';
import { fitLength } from '#shared/domain/text/graphemes.ts';
import { understandSheet } from '../planning/understand-sheet.ts';
import type { DeskState, FileState, SheetState } from './desk-state.ts';

const topRows = 12;
const shownColumns = 60;
const cellLength = 60;

/** The desk as the screen sees it. */
export function toDesk(state: DeskState, now: string): ImportDesk {
  const { id, mode, clearsEmpty, createsMissing, check, progress, result } = state;
  return {
    id,
    mode,
    clearsEmpty,
    createsMissing,
    check,
    progress,
    result,
    ...state.proposal,
    dataAsOf: state.dataAsOf ?? now,
    files: state.files.map(toFile),
    fixCount: state.files
      .flatMap(({ sheets }) => sheets)
      .reduce(
        (sum, { fixes }) => sum + [...fixes.values()].reduce((n, line) => n + line.size, 0),
        0,
      ),
  };
}

function toFile({ id, upload, problem, text, sheets }: FileState): DeskFile {
  return {
    id,
    name: upload.name,
    size: upload.file.ref.size,
    problem,
    text: text && {
      encoding: text.encoding,
      isSure: text.isCertain,
      choices: text.samples,
      delimiter: text.delimiter,
    },
    sheets: sheets.map(toSheet),
  };
}

function toSheet(sheet: SheetState): DeskSheet {
  const { id, name, read, headerLine, profile } = sheet;
  const above = read.topRows.filter(({ line }) => line <= headerLine).length;
  return {
    id,
    name,
    isHidden: read.isHidden,
    rowCount: Math.max(0, read.staged.rowCount - above),
    headerLine,
    topRows: read.topRows.slice(0, topRows).map(({ line, cells }) => ({
      line,
      cells: cells.slice(0, shownColumns).map((cell) => fitLength(String(cell), cellLength)),
    })),
    profile,
    ...understood(sheet),
  };
}

/** What a sheet is about: as the manager said, else as it seems; hidden ones only when asked for. */
export function understood({ choices, proposedEntity, read, columns }: SheetState) {
  const proposed = read.isHidden ? null : proposedEntity;
  const entity = choices.entity === undefined ? proposed : choices.entity;
  return understandSheet(columns, { entity, choices });
}
