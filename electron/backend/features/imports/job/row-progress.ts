import type { ImportPlan } from '../rows/import-plan.ts';
import type { Progress } from './do-import-work.ts';

/** Turns rows that are done into a share of all rows, between two marks. */
export function rowProgress(
  { sheets }: ImportPlan,
  progress: Progress,
  [from, to]: readonly [number, number],
): (rows: number) => Promise<void> {
  const total = Math.max(
    1,
    sheets.reduce((sum, { staged }) => sum + staged.rowCount, 0),
  );
  let done = 0;
  return async (rows) => {
    done += rows;
    progress.at(from + (to - from) * Math.min(1, done / total));
  };
}
