import { basename, extname } from 'node:path';
import type { AppSettings } from '#shared/contract/settings.ts';
import { fitLength } from '#shared/domain/text/graphemes.ts';
import { headingsKey, type ProfileDraft } from '../planning/profile.ts';
import type { ColumnPlan, ImportPlan, SheetPlan } from '../rows/import-plan.ts';
import { allSheets, type DeskState, type SheetState } from './desk-state.ts';
import { understood } from './desk-view.ts';

export type PlanSurroundings = {
  currency: AppSettings['currency'];
  /** UTC ISO. */
  now: string;
  timeZone: string;
};

/** Everything that is decided so far, for a thread that checks or carries it out. */
export function deskPlan(
  state: DeskState,
  { currency, now, timeZone }: PlanSurroundings,
): ImportPlan {
  const { mode, clearsEmpty, createsMissing, dataAsOf } = state;
  return {
    sheets: allSheets(state).flatMap((sheet) => sheetPlan(sheet) ?? []),
    mode,
    clearsEmpty,
    createsMissing,
    rules: [],
    pipelines: [],
    names: [],
    currency,
    rates: {},
    dataAsOf: dataAsOf ?? now,
    now,
    timeZone,
  };
}

function sheetPlan(sheet: SheetState): SheetPlan | undefined {
  const { entity, key, columns } = understood(sheet);
  if (entity === null) return undefined;
  const planned = columns.flatMap((column): ColumnPlan[] => {
    const facts = sheet.columns[column.index];
    if (column.field === null || facts === undefined) return [];
    return [
      {
        index: column.index,
        heading: column.heading,
        field: column.field,
        // Where nobody knows the order, dates that depend on it come back.
        dayOrder: column.dates?.isSure ? column.dates.order : null,
        decimalMark: column.amounts?.mark ?? facts.decimals.mark,
        unit: column.amounts?.unit ?? 1,
        isFraction: facts.scale === 'fraction',
      },
    ];
  });
  return {
    id: sheet.id,
    name: sheet.name,
    staged: sheet.read.staged,
    entity,
    headerLine: sheet.headerLine,
    headings: columns.map(({ heading }) => heading),
    columns: planned,
    key: key ?? 'name',
    fixes: Object.fromEntries(
      [...sheet.fixes].map(([line, cells]) => [line, Object.fromEntries(cells)]),
    ),
  };
}

/** The name of a pipeline that is made from a file that names none. */
export function fallbackPipelineName({ files }: DeskState): string {
  const file = files.find(({ sheets }) =>
    sheets.some((sheet) => understood(sheet).entity === 'deals'),
  );
  const name = file?.upload.name.split(/[/\\]/).at(-1) ?? '';
  const bare = basename(name, extname(name))
    .replace(/[_\s]+/g, ' ')
    .trim();
  return fitLength(bare, 100) || 'CRM';
}

/** How each sheet is understood now, to be remembered by its headings. */
export function profileDrafts(state: DeskState): ProfileDraft[] {
  const { mode, clearsEmpty, createsMissing, proposal } = state;
  return allSheets(state).flatMap((sheet): ProfileDraft[] => {
    const { entity, key, columns } = understood(sheet);
    const headings = columns.map(({ heading }) => heading);
    if (entity === null || headings.every((heading) => heading === '')) return [];
    return [
      {
        name: sheet.profile ?? sheet.name,
        headingsKey: headingsKey(headings),
        choices: {
          entity,
          key,
          columns: columns
            .filter(({ heading }) => heading !== '')
            .map(({ index, heading, field }) => ({
              heading,
              field,
              ...chosenFormats(sheet, index),
            })),
          mode,
          clearsEmpty,
          createsMissing,
          rules: proposal.rules.map(({ rule, isOn }) => ({ rule, isOn })),
          pipelines: [],
          stages: [],
          names: proposal.names.map(({ kind, value, isSame }) => ({ kind, value, isSame })),
        },
      },
    ];
  });
}

/** Only what the manager chose: what was recognised is recognised again. */
function chosenFormats({ choices }: SheetState, index: number) {
  const { field: _, ...formats } = choices.columns[index] ?? {};
  return formats;
}
