import type { LocalDate } from '#shared/domain/dates/local-date.ts';
import { sumMinor } from '#shared/domain/money/money.ts';
import type { StageKind } from './stage.ts';

/** A deal as it stood at a moment; amounts of all deals in one currency. */
export type DealSnapshot = Readonly<{
  dealId: string;
  ownerId: string;
  state: StageKind;
  stageId: string;
  /** Minor units; 0 where none is known. A won deal has its sold amount. */
  amountMinor: number;
  expectedCloseOn: LocalDate | null;
}>;

/** Which deals a waterfall is about: an owner's, a period's. Asked for closed deals as well. */
export type DealScope = (deal: DealSnapshot) => boolean;

export type WaterfallBar =
  | 'new'
  | 'movedIn'
  | 'increased'
  | 'decreased'
  | 'movedOut'
  | 'won'
  | 'lost'
  | 'removed';

/**
 * A part of the way from the opening to the closing total; negative where amounts are, or where
 * more was taken back than came.
 */
export type WaterfallTerm = Readonly<{ count: number; amountMinor: number }>;

/** start + new + movedIn + increased − decreased − movedOut − won − lost − removed = end. */
export type Waterfall = Readonly<
  {
    start: WaterfallTerm;
    end: WaterfallTerm;
    /** Deals of `new` that had been closed before. */
    reopenedCount: number;
    /** Deals closed one way before and the other way after, without having been open. */
    correctedCount: number;
  } & Record<WaterfallBar, WaterfallTerm>
>;

/** A deal's part of one bar; `isTakenBack` where it undoes what an earlier stretch counted. */
export type WaterfallFlow = Readonly<{
  bar: WaterfallBar;
  amountMinor: number;
  isTakenBack?: true;
}>;

/** A deal at both moments; undefined where it was not there. */
export type DealPair = Readonly<{
  before: DealSnapshot | undefined;
  after: DealSnapshot | undefined;
}>;

function change(from: number, to: number): WaterfallFlow[] {
  if (from === to) return [];
  return [{ bar: to > from ? 'increased' : 'decreased', amountMinor: Math.abs(to - from) }];
}

/** How a deal came to be counted, and with what amount. Nothing when it was counted already. */
function entering({ before, after }: DealPair, wasIn: boolean): WaterfallFlow[] {
  if (wasIn || !after) return [];
  if (before?.state !== 'open') return [{ bar: 'new', amountMinor: after.amountMinor }];
  return [{ bar: 'movedIn', amountMinor: before.amountMinor }];
}

/** How a counted deal ended; a lost one leaves with the amount it was last counted with. */
function leaving(after: DealSnapshot, countedMinor: number): WaterfallFlow[] {
  if (after.state === 'won') {
    return [
      ...change(countedMinor, after.amountMinor),
      { bar: 'won', amountMinor: after.amountMinor },
    ];
  }
  if (after.state === 'lost') return [{ bar: 'lost', amountMinor: countedMinor }];
  return change(countedMinor, after.amountMinor);
}

/** True for a deal that was won and is lost now, or the reverse. */
export function isCorrected({ before, after }: DealPair): boolean {
  const states = [before?.state, after?.state];
  return states.includes('won') && states.includes('lost');
}

/**
 * The other outcome instead of the one counted before, which is taken back: it was in no pipeline
 * in between. Won at 5, then lost → won −5, lost 5.
 */
function correcting(before: DealSnapshot, after: DealSnapshot, inScope: DealScope) {
  const counted = before.amountMinor;
  const [wasIn, isIn] = [inScope(before), inScope(after)];
  const flows: WaterfallFlow[] = [];
  if (wasIn && before.state !== 'open') {
    flows.push({ bar: before.state, amountMinor: -counted, isTakenBack: true });
  }
  if (wasIn !== isIn) flows.push({ bar: isIn ? 'movedIn' : 'movedOut', amountMinor: counted });
  return isIn ? [...flows, ...leaving(after, counted)] : flows;
}

/** The bars one deal is part of: won at 80 after having stood at 100 → decreased 20, won 80. */
export function dealFlows(pair: DealPair, inScope: DealScope): WaterfallFlow[] {
  const { before, after } = pair;
  if (before && after && isCorrected(pair)) return correcting(before, after, inScope);
  const wasIn = before?.state === 'open' && inScope(before);
  const isClosedAsBefore = after?.state !== 'open' && before?.state === after?.state;
  if (after && inScope(after)) {
    if (isClosedAsBefore) return [];
    const entry = entering(pair, wasIn);
    const countedMinor = wasIn ? before.amountMinor : (entry[0]?.amountMinor ?? 0);
    return [...entry, ...leaving(after, countedMinor)];
  }
  if (!wasIn) return [];
  return [{ bar: after ? 'movedOut' : 'removed', amountMinor: before.amountMinor }];
}

function pairs(before: readonly DealSnapshot[], after: readonly DealSnapshot[]): DealPair[] {
  const earlier = new Map(before.map((deal) => [deal.dealId, deal]));
  const later = new Map(after.map((deal) => [deal.dealId, deal]));
  const ids = new Set([...earlier.keys(), ...later.keys()]);
  return [...ids].map((id) => ({ before: earlier.get(id), after: later.get(id) }));
}

/** What is taken back counts against the rest, in number and in money. */
function term(flows: readonly Omit<WaterfallFlow, 'bar'>[]): WaterfallTerm {
  return {
    count: flows.reduce((count, { isTakenBack }) => count + (isTakenBack ? -1 : 1), 0),
    amountMinor: sumMinor(flows.map(({ amountMinor }) => amountMinor)),
  };
}

function openTerm(deals: readonly DealSnapshot[], inScope: DealScope): WaterfallTerm {
  const open = deals.filter((deal) => deal.state === 'open' && inScope(deal));
  return term(open.map(({ amountMinor }) => ({ amountMinor })));
}

/**
 * What became of the pipeline between two moments, to the cent for any scope. A deal won in between
 * without having been there before counts as new and as won; a reopened one as new; one won and
 * then corrected to lost as lost and, taken back, as won.
 */
export function waterfall(
  before: readonly DealSnapshot[],
  after: readonly DealSnapshot[],
  inScope: DealScope = () => true,
): Waterfall {
  const all = pairs(before, after);
  const flows = all.flatMap((pair) => dealFlows(pair, inScope));
  const byBar = Map.groupBy(flows, ({ bar }) => bar);
  const bar = (name: WaterfallBar) => term(byBar.get(name) ?? []);
  const reopened = all.filter(
    (pair) =>
      pair.before !== undefined &&
      pair.before.state !== 'open' &&
      dealFlows(pair, inScope).some((flow) => flow.bar === 'new'),
  );
  return {
    start: openTerm(before, inScope),
    new: bar('new'),
    movedIn: bar('movedIn'),
    increased: bar('increased'),
    decreased: bar('decreased'),
    movedOut: bar('movedOut'),
    won: bar('won'),
    lost: bar('lost'),
    removed: bar('removed'),
    end: openTerm(after, inScope),
    reopenedCount: reopened.length,
    correctedCount: all.filter((pair) => isCorrected(pair) && dealFlows(pair, inScope).length > 0)
      .length,
  };
}

/** The short form of the one-on-one brief. */
export type BriefWaterfall = Readonly<{
  startMinor: number;
  newMinor: number;
  wonMinor: number;
  lostMinor: number;
  /** Increases less decreases; may be negative. */
  changedMinor: number;
  /** Handed over to the person less handed away and removed; may be negative. */
  movedMinor: number;
  endMinor: number;
}>;

/** 3,200,000 + 650,000 − 400,000 − 250,000 + 120,000 = 3,320,000; `movedMinor` is 0 without hand-overs. */
export function briefWaterfall(full: Waterfall): BriefWaterfall {
  return {
    startMinor: full.start.amountMinor,
    newMinor: full.new.amountMinor,
    wonMinor: full.won.amountMinor,
    lostMinor: full.lost.amountMinor,
    changedMinor: full.increased.amountMinor - full.decreased.amountMinor,
    movedMinor: full.movedIn.amountMinor - full.movedOut.amountMinor - full.removed.amountMinor,
    endMinor: full.end.amountMinor,
  };
}
