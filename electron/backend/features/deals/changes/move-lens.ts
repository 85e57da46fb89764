import { type MoveLens, moveLens } from '#shared/contract/deal-changes.ts';
import type { ComparedDeal } from '../pipeline-waterfall.service.ts';

/** Whether a deal that changed belongs to a bar or to a kind of move. */
export function isSeenThrough({ bars, move, pushes }: ComparedDeal, lens: MoveLens): boolean {
  switch (lens) {
    case 'forward':
    case 'back':
      return move.changes.some(({ kind }) => kind === `stage_${lens}`);
    case 'pushed':
      return pushes > 0;
    default:
      return bars.some(({ bar }) => bar === lens);
  }
}

export function countThroughLenses(deals: readonly ComparedDeal[]): Record<MoveLens, number> {
  const count = (lens: MoveLens) => deals.filter((deal) => isSeenThrough(deal, lens)).length;
  // All keys of the enum, each once.
  return Object.fromEntries(moveLens.options.map((lens) => [lens, count(lens)])) as Record<
    MoveLens,
    number
  >;
}
