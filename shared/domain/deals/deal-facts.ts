import { daysBetween, type LocalDate } from '#shared/domain/dates/local-date.ts';
import { isBlank } from '#shared/domain/text/blank.ts';

/** What the rules about open deals look at. */
export type DealFacts = Readonly<{
  stageId: string;
  /** Days in the present stay. Null where the entry is not known. */
  stageDays: number | null;
  createdOn: LocalDate | null;
  lastActivityOn: LocalDate | null;
  nextStep: string | null;
  nextStepOn: LocalDate | null;
  expectedCloseOn: LocalDate | null;
  pushes: number;
}>;

export function hasNextStep({ nextStep, nextStepOn }: DealFacts): boolean {
  return nextStepOn !== null || !isBlank(nextStep);
}

/** Days without activity, from the creation where there was none; null where neither is known. */
export function silentDays(deal: DealFacts, today: LocalDate): number | null {
  const since = deal.lastActivityOn ?? deal.createdOn;
  return since === null ? null : Math.max(0, daysBetween(since, today));
}

/** Days a date lies back; 0 for today, for what lies ahead and for none. */
export function daysPast(date: LocalDate | null, today: LocalDate): number {
  return date === null ? 0 : Math.max(0, daysBetween(date, today));
}

/** The signal on a card: green `planned`, amber `due` within two days, red `overdue`, or `none`. */
export type NextStepSignal = 'none' | 'planned' | 'due' | 'overdue';

/** A step for tomorrow → due; one without a date is planned. */
export function nextStepSignal(deal: DealFacts, today: LocalDate): NextStepSignal {
  if (!hasNextStep(deal)) return 'none';
  if (deal.nextStepOn === null) return 'planned';
  const days = daysBetween(today, deal.nextStepOn);
  if (days < 0) return 'overdue';
  return days <= 2 ? 'due' : 'planned';
}
