import { addDays, daysBetween, type LocalDate } from '#shared/domain/dates/local-date.ts';
import { MONDAY_TO_FRIDAY, nextWorkingDay } from '#shared/domain/dates/working-days.ts';
import type { Dice } from './dice.ts';
import type { SampleContent } from './sample-content.ts';
import { type Habits, habits } from './sample-profiles.ts';

/** What happens to a deal of the sample on one day; the service turns it into real commands. */
export type PlannedChange =
  | { on: LocalDate; kind: 'stage'; stageIndex: number }
  | { on: LocalDate; kind: 'amount'; amountMinor: number }
  | { on: LocalDate; kind: 'close_date'; expectedCloseOn: LocalDate }
  | { on: LocalDate; kind: 'won'; note: string }
  | { on: LocalDate; kind: 'lost'; reason: string; note: string; competitor: string | null };

export type PlannedDeal = {
  name: string;
  ownerIndex: number;
  accountIndex: number;
  productIndex: number;
  source: string;
  openedOn: LocalDate;
  amountMinor: number;
  expectedCloseOn: LocalDate;
  changes: PlannedChange[];
  /** The last day someone works on it; activities end there. */
  activeUntilOn: LocalDate;
  nextStep: { text: string; on: LocalDate } | null;
};

export type PlanContext = { content: SampleContent; dice: Dice; today: LocalDate };

const months = 18;
const daysPerMonth = 30;
export const openStages = 5;
/** How long a deal that goes nowhere stays open before it is given up. */
const quietDays = [45, 240] as const;

/** Deals of the whole team over 18 months up to today, in the order of their first day. */
export function planDeals(context: PlanContext, count: number): PlannedDeal[] {
  const shares = context.content.people.map(
    (person) =>
      habits[person.profile].dealsPerMonth * Math.min(months, Math.max(person.joinedMonthsAgo, 1)),
  );
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const deals: PlannedDeal[] = [];
  let owed = 0;
  for (const [ownerIndex, share] of shares.entries()) {
    owed += (share / whole) * count;
    while (deals.length < Math.round(owed)) deals.push(planDeal(context, ownerIndex));
  }
  return deals.sort((a, b) => a.openedOn.localeCompare(b.openedOn));
}

function planDeal({ content, dice, today }: PlanContext, ownerIndex: number): PlannedDeal {
  const person = content.people[ownerIndex];
  if (person === undefined) throw new RangeError(`No person ${ownerIndex}`);
  const work = habits[person.profile];
  const activeDays = Math.min(months, Math.max(person.joinedMonthsAgo, 1)) * daysPerMonth;
  const openedOn = workday(addDays(today, -dice.int(1, activeDays)), today);
  const cycle = Math.round(work.cycleDays * dice.between(0.5, 1.5));
  const base = {
    ...planSubject({ content, dice, today }, ownerIndex),
    ownerIndex,
    openedOn,
    expectedCloseOn: addDays(openedOn, Math.round(cycle * dice.between(0.75, 1.1))),
  };
  return live({ content, dice, today }, base, { work, cycle });
}

function planSubject({ content, dice }: PlanContext, ownerIndex: number) {
  const own = content.accounts.flatMap((account, index) =>
    index % content.people.length === ownerIndex ||
    account.region === content.people[ownerIndex]?.region
      ? [index]
      : [],
  );
  const accountIndex = dice.pick(own);
  const account = content.accounts[accountIndex];
  const productIndex = dice.int(0, content.products.length - 1);
  const product = content.products[productIndex];
  if (account === undefined || product === undefined) throw new RangeError('Sample content');
  const size = { strategic: 2.2, key: 1.4, normal: 0.8 }[account.level];
  const amount = Math.round((product.price * size * dice.between(0.6, 1.5)) / 1000) * 1000;
  return {
    name: `${account.short} ${product.name} ${dice.pick(content.dealTopics)}`,
    accountIndex,
    productIndex,
    source: dice.pick(content.sources),
    amountMinor: Math.max(amount, 5000) * 100,
  };
}

type DealBase = Omit<PlannedDeal, 'changes' | 'activeUntilOn' | 'nextStep'>;

/** Lets the deal live: stages, changes of amount and date, and its end where that is past. */
function live(
  { content, dice, today }: PlanContext,
  base: DealBase,
  { work, cycle }: { work: Habits; cycle: number },
): PlannedDeal {
  const isWon = dice.chance(work.winRate);
  const isHopeless = !isWon && dice.chance(work.hopeless);
  const reached = isWon ? openStages : dice.int(1, openStages);
  const decidedOn = workday(addDays(base.openedOn, isWon ? cycle : Math.round(cycle * 0.8)), today);
  const endsOn = isHopeless
    ? workday(addDays(decidedOn, dice.int(...quietDays)), today)
    : decidedOn;
  const changes: PlannedChange[] = [];
  for (let stageIndex = 1; stageIndex < reached; stageIndex += 1) {
    const share = (stageIndex / reached) * dice.between(0.85, 1.1);
    const on = workday(addDays(base.openedOn, Math.round(cycle * 0.9 * share)), today);
    if (on < decidedOn && on <= today) changes.push({ on, kind: 'stage', stageIndex });
  }
  changes.push(...amountChange(base, dice, { decidedOn, today }));
  changes.push(...pushes(base, dice, { endsOn, today, share: work.pushes }));
  const isClosed = endsOn < today;
  if (isClosed) changes.push(ending({ content, dice }, { isWon, on: endsOn }));
  return {
    ...base,
    changes: inOrder(changes),
    activeUntilOn: decidedOn < today ? decidedOn : today,
    nextStep: isClosed || isHopeless ? null : nextStep({ content, dice, today }),
  };
}

function amountChange(
  base: DealBase,
  dice: Dice,
  { decidedOn, today }: { decidedOn: LocalDate; today: LocalDate },
): PlannedChange[] {
  const on = addDays(base.openedOn, dice.int(7, 60));
  if (!dice.chance(0.25) || on >= decidedOn || on > today) return [];
  const amountMinor = Math.round((base.amountMinor * dice.between(0.75, 1.3)) / 100_000) * 100_000;
  return [{ on, kind: 'amount', amountMinor }];
}

/** A close date that passes is moved by most, some time after it passed. */
function pushes(
  base: DealBase,
  dice: Dice,
  { endsOn, today, share }: { endsOn: LocalDate; today: LocalDate; share: number },
): PlannedChange[] {
  const changes: PlannedChange[] = [];
  let expected = base.expectedCloseOn;
  while (expected < endsOn && changes.length < 5 && dice.chance(share)) {
    const on = workday(addDays(expected, dice.int(-4, 3)), today);
    if (on >= endsOn || on > today || on <= base.openedOn) break;
    expected = addDays(expected, dice.int(14, 45));
    changes.push({ on, kind: 'close_date', expectedCloseOn: expected });
  }
  return changes;
}

function ending(
  { content, dice }: Pick<PlanContext, 'content' | 'dice'>,
  { isWon, on }: { isWon: boolean; on: LocalDate },
): PlannedChange {
  if (isWon) return { on, kind: 'won', note: dice.pick(content.closeNotes) };
  const competitor = dice.chance(0.45) ? dice.pick(content.competitors) : null;
  const which = dice.int(0, content.lossNotes.length - 1);
  const note = content.lossNotes[which] ?? '';
  return { on, kind: 'lost', reason: content.lossReasons[which] ?? '', note, competitor };
}

function nextStep({ content, dice, today }: PlanContext): PlannedDeal['nextStep'] {
  if (!dice.chance(0.78)) return null;
  return { text: dice.pick(content.nextSteps), on: addDays(today, dice.int(-6, 16)) };
}

function inOrder(changes: readonly PlannedChange[]): PlannedChange[] {
  return [...changes].sort((a, b) => daysBetween(b.on, a.on));
}

function workday(day: LocalDate, latest: LocalDate): LocalDate {
  const next = nextWorkingDay(day, MONDAY_TO_FRIDAY);
  return next > latest && day <= latest ? latest : next;
}
