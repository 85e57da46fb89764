import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import type { Board } from '#shared/contract/deals.ts';
import { useMoves } from '../moves/use-moves.tsx';
import { useStages } from '../use-stages.ts';
import { type CardPlace, columnOf, placeIn, type ShownMove } from './board-place.ts';

/** As long as its animation lasts. */
const returnMs = 200;

export type DroppedCard = { deal: DealSummary; from: CardPlace; toStageId: string };

/**
 * Moves of cards: shown at once, taken back when the answer is no. Says each of them for a screen
 * reader.
 */
export function useBoardMoves(board: Board | undefined, dataUpdatedAt: number) {
  const { t } = useTranslation('deals');
  const { nameOf } = useStages();
  const [shown, setShown] = useState<ShownMove | null>(null);
  const [returnedId, setReturnedId] = useState<string | null>(null);
  const [said, say] = useState('');
  const moves = useMoves({
    onReturned: ({ deal, toStageId }) => {
      setShown(null);
      setReturnedId(deal.id);
      say(t('board.said.returned', { deal: deal.name, stage: nameOf(toStageId) }));
      setTimeout(() => setReturnedId(null), returnMs);
    },
    onMoved: ({ deal, toStageId }) => {
      say(
        t('board.said.moved', {
          deal: deal.name,
          from: nameOf(deal.stageId),
          to: nameOf(toStageId),
        }),
      );
    },
  });
  const drop = ({ deal, from, toStageId }: DroppedCard) => {
    const target = board && columnOf(board, toStageId);
    if (target === undefined || deal.stageId === toStageId) return;
    const to = { stageId: toStageId, index: placeIn(target, deal) };
    setShown({ deal, from, to, dataUpdatedAt });
    moves.start({ deal, toStageId });
  };
  useDraggedCards(board, drop);
  const isOld = shown !== null && shown.dataUpdatedAt === dataUpdatedAt;
  return {
    drop,
    say,
    said,
    returnedId,
    shownMove: isOld && moves.state.kind !== 'asking' ? shown : null,
    dialogs: moves.dialogs,
  };
}

/** Hears of every drag on the page and drops the cards among them. */
function useDraggedCards(board: Board | undefined, drop: (card: DroppedCard) => void): void {
  const latest = useRef({ board, drop });
  useEffect(() => {
    latest.current = { board, drop };
  });
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => source.data['dealId'] !== undefined,
        onDrop: ({ source, location }) => {
          const { dealId, stageId, index, deal } = source.data as Partial<DragData>; // set by BoardSlot
          const toStageId = location.current.dropTargets[0]?.data['stageId'];
          if (dealId === undefined || typeof toStageId !== 'string' || deal === undefined) return;
          const from = { stageId: stageId ?? '', index: index ?? 0 };
          latest.current.drop({ deal, from, toStageId });
        },
      }),
    [],
  );
}

type DragData = { dealId: string; stageId: string; index: number; deal: DealSummary };
