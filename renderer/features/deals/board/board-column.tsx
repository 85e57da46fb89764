import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import type { DealFilter } from '#shared/contract/deal-filter.ts';
import type { BoardColumn as Column } from '#shared/contract/deals.ts';
import { useStages } from '../use-stages.ts';
import classes from './board.module.css';
import { useBoardControl } from './board-control.tsx';
import { withMove } from './board-place.ts';
import { BoardSlot } from './board-slot.tsx';
import { useColumnCards } from './use-board.ts';

/** Pixels. In a narrow column a name takes two lines, and the amount stands under it. */
const cardHeights = { wide: 78, narrow: 98 };
const wideFrom = 244;
const gap = 6;

export type BoardColumnProps = { column: Column; filter: DealFilter };

/** A stage: its head stays, of its cards only those in sight are drawn. */
export function BoardColumn({ column, filter }: BoardColumnProps) {
  const { stageId } = column;
  const { nameOf } = useStages();
  const { current, shownMove, lift, registerScroll } = useBoardControl();
  const { onRange, ...all } = useColumnCards(filter, column);
  const { count, cardAt } = withMove(all, stageId, shownMove);
  const scroller = useRef<HTMLDivElement>(null);
  const cardHeight = useCardHeight(scroller);
  const { root, isOver } = useDropTarget(stageId);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight + gap,
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the places follow the height
  useLayoutEffect(() => virtual.measure(), [virtual, cardHeight]);
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const isCurrentDrawn =
    current.stageId === stageId && current.index >= first && current.index <= last;
  const stop = isCurrentDrawn ? current.index : (virtual.range?.startIndex ?? first);
  useEffect(() => onRange(first, last), [first, last, onRange]);
  useEffect(
    () => registerScroll(stageId, (index) => virtual.scrollToIndex(index)),
    [registerScroll, stageId, virtual],
  );
  return (
    <section
      ref={root}
      className={classes['column']}
      aria-label={nameOf(stageId)}
      data-over={isOver || lift?.toStageId === stageId}
    >
      <ColumnHead column={column} />
      <div ref={scroller} className={classes['scroller']}>
        <ul className={classes['cards']} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <li
              key={cardAt(index)?.id ?? `place ${index}`}
              className={classes['place']}
              style={{ height: cardHeight, transform: `translateY(${start}px)` }}
              aria-setsize={count}
              aria-posinset={index + 1}
            >
              <BoardSlot
                deal={cardAt(index)}
                place={{ stageId, index }}
                isTabStop={index === stop}
              />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function ColumnHead({ column: { stageId, totals } }: { column: Column }) {
  const { t } = useTranslation('deals');
  const format = useFormat();
  const { find, nameOf } = useStages();
  // Of closed deals the weighted sum says nothing new.
  const sums = find(stageId)?.type === 'open' ? 'board.sums' : 'board.closedSums';
  return (
    <header className={classes['head']}>
      <h2 className={classes['name']}>
        <span>{nameOf(stageId)}</span>
        <span className={classes['count']}>{format.number(totals.count)}</span>
      </h2>
      <p className={classes['sums']}>
        {t(sums, { sum: totals.sumMinor, weighted: totals.weightedMinor })}
      </p>
    </header>
  );
}

function useCardHeight(scroller: RefObject<HTMLElement | null>): number {
  const [isWide, setWide] = useState(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const read = () => setWide(element.clientWidth >= wideFrom);
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return isWide ? cardHeights.wide : cardHeights.narrow;
}

function useDropTarget(stageId: string) {
  const root = useRef<HTMLElement>(null);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (root.current === null) return;
    return dropTargetForElements({
      element: root.current,
      getData: () => ({ stageId }),
      canDrop: ({ source }) => source.data['dealId'] !== undefined,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [stageId]);
  return { root, isOver };
}
