import { createContext, use } from 'react';
import type { DealSummary } from '#shared/contract/deal-records.ts';
import type { CardPlace, ShownMove } from './board-place.ts';

/** A card that was taken up by keyboard, and the column it would go to. */
export type Lift = { deal: DealSummary; from: CardPlace; toStageId: string };

/** What the parts of the board share. */
export type BoardControl = {
  /** The card that the keys are on. */
  current: CardPlace;
  setCurrent(place: CardPlace): void;
  lift: Lift | null;
  shownMove: ShownMove | null;
  /** The card that has just come back from a move that was refused. */
  returnedId: string | null;
  /** Lets the keys scroll a column to a place. */
  registerScroll(stageId: string, scrollTo: (index: number) => void): () => void;
};

const ControlContext = createContext<BoardControl | null>(null);

export const BoardControlProvider = ControlContext.Provider;

export function useBoardControl(): BoardControl {
  const control = use(ControlContext);
  if (control === null) throw new Error('A part of the board stands outside of it');
  return control;
}
