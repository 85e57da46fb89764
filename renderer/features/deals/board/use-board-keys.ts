import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import type { Board } from '#shared/contract/deals.ts';
import { useStages } from '../use-stages.ts';
import type { Lift } from './board-control.tsx';
import { type CardPlace, columnOf, placeIn } from './board-place.ts';
import { dealOfCard } from './board-slot.tsx';
import type { DroppedCard } from './use-board-moves.ts';

type Options = {
  board: Board | undefined;
  drop(card: DroppedCard): void;
  say(words: string): void;
};

/**
 * The board without a mouse: arrows or J and K walk it, Space takes a card up, left and right
 * choose a stage, Enter drops it, Escape puts it back.
 */
export function useBoardKeys({ board, drop, say }: Options) {
  const [current, setCurrent] = useState<CardPlace>({ stageId: '', index: 0 });
  const focus = useCardFocus();
  const columns = board?.columns ?? [];
  const filled = columns.filter(({ totals }) => totals.count > 0);
  const first = filled[0]?.stageId ?? '';
  const isKnown = filled.some(({ stageId }) => stageId === current.stageId);
  const place = isKnown ? current : { stageId: first, index: 0 };
  const { lift, takeUp, carry, letGo, cancel } = useLift({ board, drop, say, place });

  const go = (next: CardPlace) => {
    const count = columns.find(({ stageId }) => stageId === next.stageId)?.totals.count ?? 0;
    const index = Math.max(0, Math.min(count - 1, next.index));
    setCurrent({ stageId: next.stageId, index });
    focus.on({ stageId: next.stageId, index });
  };
  /** @returns true when the key was for the board */
  const press = (key: string, card: EventTarget): boolean => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (lift !== null) {
      if (by !== undefined) carry(lift, by);
      else if (key === 'Enter' || key === ' ') letGo(lift);
      else if (key === 'Escape') cancel(lift);
      return by !== undefined || ['Enter', ' ', 'Escape'].includes(key);
    }
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[key];
    if (by !== undefined) go({ ...place, stageId: beside(filled, place.stageId, by) });
    else if (step !== undefined) go({ ...place, index: place.index + step });
    else if (key === 'Home') go({ ...place, index: 0 });
    else if (key === 'End') go({ ...place, index: Number.MAX_SAFE_INTEGER });
    else if (key === ' ') takeUp(dealOfCard(card));
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain || event.nativeEvent.isComposing || !isCard(event.target)) return;
    if (!press(event.key, event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { current: place, setCurrent, lift, onKeyDown, go, focus };
}

/** The stage beside another in a row of them; the ends stay. */
function beside(list: readonly { stageId: string }[], from: string, by: number): string {
  const at = list.findIndex(({ stageId }) => stageId === from);
  return list[Math.max(0, Math.min(list.length - 1, at + by))]?.stageId ?? from;
}

/** A card that was taken up by keyboard, carried from stage to stage and dropped or put back. */
function useLift({ board, drop, say, place }: Options & { place: CardPlace }) {
  const { t } = useTranslation('deals');
  const { nameOf } = useStages();
  const [lift, setLift] = useState<Lift | null>(null);
  const takeUp = (deal: DealSummary | undefined) => {
    if (deal === undefined || board === undefined) return;
    setLift({ deal, from: place, toStageId: place.stageId });
    const count = columnOf(board, place.stageId)?.totals.count ?? 0;
    const words = { deal: deal.name, stage: nameOf(place.stageId), place: place.index + 1, count };
    say(t('board.said.lifted', words));
  };
  const carry = (held: Lift, by: number) => {
    const toStageId = beside(board?.columns ?? [], held.toStageId, by);
    setLift({ ...held, toStageId });
    const target = board && columnOf(board, toStageId);
    const index = target === undefined ? 0 : placeIn(target, held.deal);
    say(
      t('board.said.over', {
        stage: nameOf(toStageId),
        place: index + 1,
        count: target?.totals.count ?? 0,
      }),
    );
  };
  const letGo = (held: Lift) => {
    setLift(null);
    if (held.toStageId === held.from.stageId)
      say(t('board.said.cancelled', { deal: held.deal.name }));
    else drop(held);
  };
  const cancel = (held: Lift) => {
    setLift(null);
    say(t('board.said.cancelled', { deal: held.deal.name }));
  };
  return { lift, takeUp, carry, letGo, cancel };
}

function isCard(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset['deal'] !== undefined;
}

/** Scrolls a column to a place and gives the card there the focus once it is drawn. */
function useCardFocus() {
  const scrolls = useRef(new Map<string, (index: number) => void>());
  const wanted = useRef<CardPlace | string | null>(null);
  const seek = () => {
    const target = wanted.current;
    if (target === null) return;
    const card = document.querySelector<HTMLElement>(
      typeof target === 'string' ? `[data-deal="${target}"]` : '[data-deal][data-current="true"]',
    );
    if (card === null) return;
    wanted.current = null;
    card.focus();
  };
  useEffect(() => {
    const frame = requestAnimationFrame(seek);
    return () => cancelAnimationFrame(frame);
  });
  const register = useCallback((stageId: string, scrollTo: (index: number) => void) => {
    scrolls.current.set(stageId, scrollTo);
    return () => {
      scrolls.current.delete(stageId);
    };
  }, []);
  return {
    register,
    on(place: CardPlace) {
      scrolls.current.get(place.stageId)?.(place.index);
      wanted.current = place;
    },
    onDeal(id: string) {
      wanted.current = id;
      requestAnimationFrame(seek);
    },
  };
}
