import type { BriefWaterfall } from '#shared/domain/deals/waterfall.ts';

export type WaterfallBarId = 'start' | 'new' | 'changed' | 'moved' | 'won' | 'lost' | 'end';

/** A bar of the brief's waterfall; `from` and `to` are shares of the widest stretch, 0 to 1. */
export type WaterfallShape = Readonly<{
  id: WaterfallBarId;
  /** What was won leaves the pipeline too, but is no fall. */
  kind: 'total' | 'rise' | 'fall' | 'won';
  /** Signed: what leaves the pipeline is negative. */
  amountMinor: number;
  from: number;
  to: number;
}>;

/**
 * Where each bar of the waterfall stands: 100 + 50 new − 30 won = 120 → new from 0.67 to 1, won from
 * 0.8 to 1. Hand-overs have a bar only when there were any.
 */
export function waterfallBars(sums: BriefWaterfall): WaterfallShape[] {
  const steps: [WaterfallBarId, number][] = [
    ['new', sums.newMinor],
    ['changed', sums.changedMinor],
    ...(sums.movedMinor === 0 ? [] : [['moved', sums.movedMinor] as [WaterfallBarId, number]]),
    ['won', -sums.wonMinor],
    ['lost', -sums.lostMinor],
  ];
  const levels = [sums.startMinor];
  for (const [, amount] of steps) levels.push((levels.at(-1) ?? 0) + amount);
  const low = Math.min(0, ...levels);
  const span = Math.max(1, Math.max(...levels) - low);
  const shape = (id: WaterfallBarId, amount: number, a: number, b: number): WaterfallShape => ({
    id,
    kind: kindOf(id, amount),
    amountMinor: amount,
    from: (Math.min(a, b) - low) / span,
    to: (Math.max(a, b) - low) / span,
  });
  return [
    shape('start', sums.startMinor, 0, sums.startMinor),
    ...steps.map(([id, amount], at) => shape(id, amount, levels[at] ?? 0, levels[at + 1] ?? 0)),
    shape('end', sums.endMinor, 0, sums.endMinor),
  ];
}

function kindOf(id: WaterfallBarId, amountMinor: number): WaterfallShape['kind'] {
  if (id === 'start' || id === 'end') return 'total';
  if (id === 'won') return 'won';
  return amountMinor < 0 ? 'fall' : 'rise';
}
