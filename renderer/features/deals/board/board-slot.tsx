import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useState } from 'react';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import { useDealSearch } from '../use-deal-search.ts';
import classes from './board.module.css';
import { useBoardControl } from './board-control.tsx';
import type { CardPlace } from './board-place.ts';
import { type CardState, DealCard } from './deal-card.tsx';

export type BoardSlotProps = {
  /** Undefined while it is on its way. */
  deal: DealSummary | undefined;
  place: CardPlace;
  /** The one card of its column that Tab reaches. */
  isTabStop: boolean;
};

const shownDeals = new WeakMap<Element, DealSummary>();

/** The deal that a card on the screen shows. */
export function dealOfCard(card: EventTarget | null): DealSummary | undefined {
  return card instanceof Element ? shownDeals.get(card) : undefined;
}

/** A place on the board: a card that can be dragged, or an empty one until it is there. */
export function BoardSlot({ deal, place, isTabStop }: BoardSlotProps) {
  const [search, change] = useDealSearch();
  const control = useBoardControl();
  const [element, setElement] = useState<HTMLButtonElement | null>(null);
  const { stageId, index } = place;
  useEffect(() => {
    if (element === null || deal === undefined) return;
    shownDeals.set(element, deal);
    return draggable({
      element,
      getInitialData: () => ({ dealId: deal.id, stageId, index, deal }),
    });
  }, [element, deal, stageId, index]);
  if (deal === undefined) return <div className={classes['waiting']} />;
  return (
    <DealCard
      deal={deal}
      state={stateOf(deal.id, control)}
      isOpen={search.deal === deal.id}
      isTabStop={isTabStop}
      isCurrent={control.current.stageId === stageId && control.current.index === index}
      onOpen={() => change({ deal: deal.id })}
      onFocus={() => control.setCurrent(place)}
      onElement={setElement}
    />
  );
}

function stateOf(
  id: string,
  { lift, shownMove, returnedId }: ReturnType<typeof useBoardControl>,
): CardState {
  if (lift?.deal.id === id) return 'lifted';
  if (shownMove?.deal.id === id) return 'sending';
  return returnedId === id ? 'returned' : 'still';
}
