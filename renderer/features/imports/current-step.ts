import type { DeskProgress, ImportDesk } from '#shared/contract/imports-desk.ts';
import type { ImportSearch, ImportStep } from './import-search.ts';

/** What the page shows: the step of its address as far as the desk has got. */
export function currentStep(search: ImportSearch, desk: ImportDesk | null): ImportStep {
  if (search.step === 'result' && search.run !== undefined) return 'result';
  if (desk === null || desk.files.length === 0) return 'files';
  if (desk.result !== null) return 'result';
  const { step = 'files' } = search;
  if (step === 'result') return 'check';
  return chosenSheets(desk).length === 0 ? 'files' : step;
}

export function allSheets({ files }: ImportDesk) {
  return files.flatMap(({ sheets }) => sheets);
}

/** Sheets that are about something, and go in. */
export function chosenSheets(desk: ImportDesk) {
  return allSheets(desk).filter(({ entity }) => entity !== null);
}

export function isWriting(progress: DeskProgress | null): boolean {
  return progress?.phase === 'writing' || progress?.phase === 'backing_up';
}

export type Sums = { create: number; update: number; reject: number; skip: number };

/** Rows of all kinds together; records that rows only name count as new ones. */
export function sumCounts(counts: NonNullable<ImportDesk['check']>['counts']): Sums {
  const sum = (pick: (one: (typeof counts)[number]) => number) =>
    counts.reduce((total, one) => total + pick(one), 0);
  return {
    create: sum(({ create, alsoCreated }) => create + alsoCreated),
    update: sum(({ update }) => update),
    reject: sum(({ reject }) => reject),
    skip: sum(({ skip }) => skip),
  };
}
