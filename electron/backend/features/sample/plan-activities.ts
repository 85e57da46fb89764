import { addDays, type LocalDate } from '#shared/domain/dates/local-date.ts';
import { MONDAY_TO_FRIDAY, nextWorkingDay } from '#shared/domain/dates/working-days.ts';
import type { PlanContext, PlannedDeal } from './plan-deals.ts';
import type { SampleContent } from './sample-content.ts';
import { habits } from './sample-profiles.ts';

export type ActivityKind = keyof SampleContent['activities'];

export type PlannedActivity = {
  dealIndex: number;
  ownerIndex: number;
  kind: ActivityKind;
  subject: string;
  content: string;
  on: LocalDate;
  /** Local hour, 9–17. */
  hour: number;
  minutes: number;
};

/** Visits and calls weigh most, as in a field sales team. */
const kinds: readonly ActivityKind[] = [
  'visit',
  'visit',
  'visit',
  'call',
  'call',
  'wechat',
  'wechat',
  'meeting',
  'demo',
  'email',
];
const minutes: Readonly<Record<ActivityKind, number>> = {
  visit: 90,
  call: 15,
  wechat: 5,
  meeting: 60,
  demo: 75,
  email: 10,
};
const recentDays = 28;

/** What was done for each deal while someone worked on it, in the order of days. */
export function planActivities(
  context: PlanContext,
  deals: readonly PlannedDeal[],
): PlannedActivity[] {
  return deals
    .flatMap((deal, dealIndex) => dealActivities(context, deal, dealIndex))
    .sort((a, b) => a.on.localeCompare(b.on));
}

function dealActivities(
  { content, dice, today }: PlanContext,
  deal: PlannedDeal,
  dealIndex: number,
): PlannedActivity[] {
  const person = content.people[deal.ownerIndex];
  const work = habits[person?.profile ?? 'steady'];
  const planned: PlannedActivity[] = [];
  let day = addDays(deal.openedOn, dice.int(0, 3));
  while (day <= deal.activeUntilOn) {
    const on = nextWorkingDay(day, MONDAY_TO_FRIDAY);
    const isRecent = on > addDays(today, -recentDays);
    if (on <= today && dice.chance(isRecent ? work.recent : 1)) {
      const kind = dice.pick(kinds);
      planned.push({
        dealIndex,
        ownerIndex: deal.ownerIndex,
        kind,
        subject: dice.pick(content.activities[kind]),
        content: dice.chance(0.35) ? dice.pick(content.activityNotes) : '',
        on,
        hour: dice.int(9, 17),
        minutes: minutes[kind],
      });
    }
    day = addDays(day, dice.int(Math.ceil(work.contactDays / 2), work.contactDays * 2));
  }
  return planned;
}
