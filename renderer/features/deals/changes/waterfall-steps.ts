import type { Waterfall, WaterfallBar } from '#shared/contract/deal-changes.ts';

/** The bars between the two totals, what adds before what takes away. */
export const shownBars = [
  'new',
  'movedIn',
  'increased',
  'decreased',
  'movedOut',
  'won',
  'lost',
  'removed',
] as const satisfies readonly WaterfallBar[];

const adds: readonly WaterfallBar[] = ['new', 'movedIn', 'increased'];

export type Step = {
  name: WaterfallBar | 'start' | 'end';
  count: number;
  amountMinor: number;
  /** Where the bar stands, and how high it is; minor units. */
  base: number;
  height: number;
  tone: 'total' | 'up' | 'down' | 'won' | 'lost';
};

/** Where each bar stands: 100, new 30, won 50 → start 0–100, new 100–130, won 80–130, end 0–80. */
export function steps(waterfall: Waterfall): Step[] {
  const result: Step[] = [total('start', waterfall)];
  let level = waterfall.start.amountMinor;
  for (const name of shownBars) {
    const { count, amountMinor } = waterfall[name];
    const next = adds.includes(name) ? level + amountMinor : level - amountMinor;
    result.push({
      name,
      count,
      amountMinor,
      base: Math.min(level, next),
      height: Math.abs(amountMinor),
      tone: toneOf(name),
    });
    level = next;
  }
  return [...result, total('end', waterfall)];
}

function total(name: 'start' | 'end', waterfall: Waterfall): Step {
  const { count, amountMinor } = waterfall[name];
  return { name, count, amountMinor, base: 0, height: amountMinor, tone: 'total' };
}

function toneOf(name: WaterfallBar): Step['tone'] {
  if (name === 'won' || name === 'lost') return name;
  return adds.includes(name) ? 'up' : 'down';
}
