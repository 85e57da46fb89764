import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '#renderer/components/keyboard/shortcuts.tsx';
import type { Board, BoardColumn as Column } from '#shared/contract/deals.ts';
import { EmptyDeals } from '../empty-deals.tsx';
import { useLocalName } from '../stages/use-pipelines.ts';
import { useDealFilter, useDealSearch } from '../use-deal-search.ts';
import classes from './board.module.css';
import { BoardColumn } from './board-column.tsx';
import { BoardControlProvider } from './board-control.tsx';
import { useBoard } from './use-board.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardMoves } from './use-board-moves.ts';

/** The pipeline by stage: heads with count and sums over the whole filter, cards to drag. */
export function DealBoard({ onAdd }: { onAdd(): void }) {
  const { t } = useTranslation('deals');
  const [filter] = useDealFilter();
  const { data: board, dataUpdatedAt } = useBoard(filter);
  const { dialogs, said, ...moves } = useBoardMoves(board, dataUpdatedAt);
  const keys = useBoardKeys({ board, drop: moves.drop, say: moves.say });
  useBoardShortcuts(keys);
  useReturnToCard(keys.focus.onDeal);
  if (board === undefined) return null;
  if (board.totals.count === 0) return <EmptyDeals onAdd={onAdd} />;
  const control = {
    current: keys.current,
    setCurrent: keys.setCurrent,
    lift: keys.lift,
    shownMove: moves.shownMove,
    returnedId: moves.returnedId,
    registerScroll: keys.focus.register,
  };
  return (
    <BoardControlProvider value={control}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the cards in it */}
      <div className={classes['root']} onKeyDown={keys.onKeyDown}>
        {board.pipelines.map((pipeline) => (
          <PipelineColumns
            key={pipeline.id}
            pipeline={pipeline}
            board={board}
            isNamed={board.pipelines.length > 1}
          />
        ))}
      </div>
      <VisuallyHidden aria-live="assertive">{said}</VisuallyHidden>
      <VisuallyHidden id="board-help">{t('board.help')}</VisuallyHidden>
      {dialogs}
    </BoardControlProvider>
  );
}

type PipelineColumnsProps = {
  pipeline: Board['pipelines'][number];
  board: Board;
  isNamed: boolean;
};

/** Open stages side by side; the two ends share the last place. */
function PipelineColumns({ pipeline, board, isNamed }: PipelineColumnsProps) {
  const [filter] = useDealFilter();
  const localName = useLocalName();
  const columnsOf = (isOpen: boolean): Column[] =>
    pipeline.stages
      .filter(({ type }) => (type === 'open') === isOpen)
      .flatMap(({ id }) => board.columns.find(({ stageId }) => stageId === id) ?? []);
  return (
    <section className={classes['pipeline']} aria-label={localName(pipeline)}>
      {isNamed && <p className={classes['pipelineName']}>{localName(pipeline)}</p>}
      <div className={classes['columns']}>
        {columnsOf(true).map((column) => (
          <BoardColumn key={column.stageId} column={column} filter={filter} />
        ))}
        <div className={classes['ends']}>
          {columnsOf(false).map((column) => (
            <BoardColumn key={column.stageId} column={column} filter={filter} />
          ))}
        </div>
      </div>
    </section>
  );
}

/** From anywhere on the page, J and K go to the board; the rest works on its cards. */
function useBoardShortcuts({ current, go }: ReturnType<typeof useBoardKeys>): void {
  const { t } = useTranslation('deals');
  const by = (step: number) => go({ ...current, index: current.index + step });
  useShortcuts({
    title: t('view.board'),
    shortcuts: [
      { keys: ['j', 'arrowdown'], label: t('board.keys.next'), run: () => by(1) },
      { keys: ['k', 'arrowup'], label: t('board.keys.previous'), run: () => by(-1) },
      { keys: 'space', label: t('board.keys.lift'), run: () => go(current) },
      { keys: 'enter', label: t('board.keys.open'), run: () => go(current) },
    ],
  });
}

/** Closing the pane gives the focus back to the very card it was opened from. */
function useReturnToCard(focusDeal: (id: string) => void): void {
  const [{ deal }] = useDealSearch();
  const before = useRef(deal);
  useEffect(() => {
    if (before.current !== undefined && deal === undefined) focusDeal(before.current);
    before.current = deal;
  }, [deal, focusDeal]);
}
