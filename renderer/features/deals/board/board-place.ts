import type { DealSummary } from '#shared/contract/deal-records.ts';
import type { Board, BoardColumn } from '#shared/contract/deals.ts';

/** Where a card stands: its column and its place in it, from 0. */
export type CardPlace = { stageId: string; index: number };

/** A move that the board shows before the answer is there, for as long as its data is the old. */
export type ShownMove = {
  deal: DealSummary;
  from: CardPlace;
  to: CardPlace;
  /** Of the board when the move was made; a newer one has it. */
  dataUpdatedAt: number;
};

export function columnOf({ columns }: Board, stageId: string): BoardColumn | undefined {
  return columns.find((column) => column.stageId === stageId);
}

/** Where a deal will stand in a column, by the board's order: what closes first comes first. */
export function placeIn(column: BoardColumn, deal: DealSummary): number {
  const key = ({ expectedCloseOn, id }: DealSummary) => `${expectedCloseOn ?? '9999'} ${id}`;
  const own = key(deal);
  if (column.cards[0]?.status !== 'open' && column.cards.length > 0) return 0;
  const after = column.cards.findIndex((card) => card.id !== deal.id && key(card) > own);
  return after < 0 ? column.cards.length : after;
}

export type ColumnCards = {
  count: number;
  cardAt(index: number): DealSummary | undefined;
};

/** The cards of a column with a shown move in it: gone from the one, there in the other. */
export function withMove(
  { count, cardAt }: ColumnCards,
  stageId: string,
  move: ShownMove | null,
): ColumnCards {
  if (move?.from.stageId === stageId) {
    const { index: gap } = move.from;
    return { count: count - 1, cardAt: (index) => cardAt(index < gap ? index : index + 1) };
  }
  if (move?.to.stageId === stageId) {
    const { index: place } = move.to;
    return {
      count: count + 1,
      cardAt: (index) => (index === place ? move.deal : cardAt(index < place ? index : index - 1)),
    };
  }
  return { count, cardAt };
}
