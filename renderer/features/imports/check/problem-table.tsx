import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { firstView, type TableColumn } from '#renderer/components/table/table-column.ts';
import { VirtualTable } from '#renderer/components/table/virtual-table.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { DeskProblem, ImportDesk } from '#shared/contract/imports-desk.ts';
import { allSheets } from '../current-step.ts';
import { useImportWords } from '../use-import-words.ts';
import classes from './check.module.css';
import { type ProblemFilter, useProblemRows } from './use-problem-rows.ts';

export type ProblemTableProps = {
  desk: ImportDesk;
  of: ProblemFilter;
  onOpen(problem: DeskProblem): void;
};

/** Problems by line and column, as they stand in the file. */
export function ProblemTable({ desk, of, onOpen }: ProblemTableProps) {
  const { t } = useTranslation('imports');
  const { total, lineAt, onRange } = useProblemRows(of);
  const columns = useProblemColumns(desk);
  return (
    <div className={classes['table']}>
      <VirtualTable
        label={t('check.problemList')}
        columns={columns}
        view={firstView(columns)}
        onViewChange={() => undefined}
        count={total}
        lineAt={lineAt}
        onRange={onRange}
        onOpen={onOpen}
        rowHeight={32}
      />
    </div>
  );
}

function useProblemColumns(desk: ImportDesk): TableColumn<DeskProblem>[] {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const words = useImportWords();
  const entities = new Map(allSheets(desk).map(({ id, entity }) => [id, entity]));
  const fieldOf = ({ sheetId, field, heading }: DeskProblem) => {
    const entity = entities.get(sheetId) ?? null;
    if (heading !== '') return heading;
    return entity === null || field === null ? t('check.wholeRow') : words.field(entity, field);
  };
  const isPlain = true;
  const columns: TableColumn<DeskProblem>[] = [
    {
      id: 'line',
      title: t('problems.line'),
      value: ({ line }) => line,
      cell: ({ line }) => format.number(line),
      width: 88,
      align: 'end',
      isPlain,
    },
    {
      id: 'column',
      title: t('problems.column'),
      value: fieldOf,
      cell: (problem) => <Name>{fieldOf(problem)}</Name>,
      width: 150,
      isPlain,
    },
    {
      id: 'value',
      title: t('problems.value'),
      value: ({ value }) => value,
      cell: ({ value }) => <Name>{value}</Name>,
      width: 180,
      isPlain,
    },
    {
      id: 'reason',
      title: t('problems.reason'),
      value: ({ code, detail }) => words.note(code, detail),
      width: 240,
      isPlain,
    },
  ];
  if (allSheets(desk).length < 2) return columns;
  const sheet: TableColumn<DeskProblem> = {
    id: 'sheet',
    title: t('problems.sheet'),
    value: ({ sheetName }) => sheetName,
    cell: ({ sheetName }) => <Name>{sheetName}</Name>,
    width: 150,
    isPlain,
  };
  return [...columns.slice(0, 1), sheet, ...columns.slice(1)];
}
