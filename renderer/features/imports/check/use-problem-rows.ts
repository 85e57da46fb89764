import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { TableLine } from '#renderer/components/table/table-column.ts';
import type { DeskNote, DeskProblem } from '#shared/contract/imports-desk.ts';

const windowSize = 200;

/** One kind of problem, or all of one level. */
export type ProblemFilter = DeskNote | Pick<DeskNote, 'level'>;

function problemWindow(of: ProblemFilter, index: number) {
  const kind =
    'code' in of ? { code: of.code, entity: of.entity, field: of.field } : { level: of.level };
  return api.imports.listProblems.queryOptions({
    input: { ...kind, offset: index * windowSize, limit: windowSize },
  });
}

/** The problems of one kind or level; the windows in sight are fetched as the table is scrolled. */
export function useProblemRows(of: ProblemFilter) {
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const head = useQuery({ ...problemWindow(of, 0), placeholderData: keepPreviousData });
  const from = Math.floor(seen.first / windowSize);
  const to = Math.floor(seen.last / windowSize);
  const windows = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const answers = useQueries({ queries: windows.map((index) => problemWindow(of, index)) });
  const lineAt = (index: number): TableLine<DeskProblem> | undefined => {
    const page = Math.floor(index / windowSize);
    const answer = page === 0 ? head.data : answers[page - from]?.data;
    const row = answer?.problems[index - page * windowSize];
    return row === undefined ? undefined : { kind: 'row', row };
  };
  const onRange = useCallback((first: number, last: number) => {
    setSeen((before) =>
      before.first === first && before.last === last ? before : { first, last },
    );
  }, []);
  return { total: head.data?.total ?? 0, lineAt, onRange };
}
