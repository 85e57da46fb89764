import { addDays, type LocalDate, weekday } from '#shared/domain/dates/local-date.ts';
import type { CommandContext } from '../../rpc/context.ts';
import {
  addCommitment,
  listCommitments,
  settleCommitment,
} from '../coaching/commitments/commitment.service.ts';
import {
  addOption,
  changeGrow,
  changeOption,
  chooseOption,
} from '../coaching/grow/grow.service.ts';
import { addPoint, listAgenda, setPointState } from '../coaching/points/point.service.ts';
import { planSession } from '../coaching/sessions/session.service.ts';
import { completeSession, startSession } from '../coaching/sessions/session-run.service.ts';
import { saveText } from '../texts/text.service.ts';
import type { Dice } from './dice.ts';
import type { PlanContext, PlannedDeal } from './plan-deals.ts';
import type { SampleContent } from './sample-content.ts';
import { contextAt, momentOf } from './sample-moment.ts';

type SampleSession = SampleContent['sessions'][number];

/** A one-on-one of the plan. */
export type PlannedTalk = {
  on: LocalDate;
  personIndex: number;
  session: SampleSession;
  /** The largest deal that was open then. */
  dealName: string;
};

const rounds = 6;
const daysBetweenRounds = 14;

/**
 * One-on-ones every two weeks, half of the team on Tuesdays and half on Thursdays. Two people
 * were passed over lately, and the newest has had none: coverage has something to say.
 */
export function planTalks(
  { content, dice, today }: PlanContext,
  deals: readonly PlannedDeal[],
): PlannedTalk[] {
  const monday = addDays(today, 1 - weekday(today));
  // Nobody has the same talk twice.
  const orders = content.people.map(() => dice.shuffle(content.sessions));
  return Array.from({ length: rounds }, (_, index) => rounds - index)
    .flatMap((round) =>
      content.people.flatMap((person, personIndex) => {
        const on = addDays(monday, (personIndex % 2 === 0 ? 1 : 3) - round * daysBetweenRounds + 7);
        const isPassedOver = personIndex % 5 === 3 && round <= 2;
        const hasJoined = person.joinedMonthsAgo * 30 > round * daysBetweenRounds;
        if (isPassedOver || !hasJoined || on >= today || person.profile === 'new') return [];
        const dealName = largestOpenDeal(deals, personIndex, on);
        const session = nextSession(orders[personIndex] ?? [], dealName);
        return session === undefined ? [] : [{ on, personIndex, session, dealName }];
      }),
    )
    .sort((a, b) => a.on.localeCompare(b.on));
}

/** The next of a person's talks, taken out of their order; one about a deal needs a deal. */
function nextSession(order: SampleSession[], dealName: string): SampleSession | undefined {
  const at = order.findIndex(({ goalTopic }) => dealName !== '' || !goalTopic.includes('{deal}'));
  return at === -1 ? undefined : order.splice(at, 1)[0];
}

function largestOpenDeal(deals: readonly PlannedDeal[], ownerIndex: number, on: LocalDate): string {
  const open = deals.filter(
    (deal) =>
      deal.ownerIndex === ownerIndex &&
      deal.openedOn <= on &&
      !deal.changes.some(({ kind, on: day }) => (kind === 'won' || kind === 'lost') && day <= on),
  );
  return open.toSorted((a, b) => b.amountMinor - a.amountMinor)[0]?.name ?? '';
}

/** Holds one talk as a manager would: the agenda, a look back, GROW, two promises, the end. */
export async function holdTalk(
  outer: CommandContext,
  {
    talk,
    personId,
    content,
    dice,
  }: {
    talk: PlannedTalk;
    personId: string;
    content: SampleContent;
    dice: Dice;
  },
): Promise<void> {
  const { on, session, dealName } = talk;
  const named = (text: string) => text.replaceAll('{deal}', dealName);
  const context = contextAt(outer, momentOf(on, 14));
  const { id: sessionId } = await startSession(context, { personId, sessionId: null });
  if (dice.chance(0.6)) {
    const text = named(dice.pick(session.agenda));
    await addPoint(context, { personId, sessionId, text, source: 'rep' });
  }
  await walkAgenda(context, { personId, sessionId, dice });
  await lookBack(context, { personId, sessionId, content, dice });
  await fillGrow(context, { sessionId, session, dealName });
  await fillOptions(context, { sessionId, session });
  const promise = { personId, sessionId, successEvidence: '', isUndated: false, dealId: null };
  await addCommitment(context, {
    ...promise,
    owner: 'rep',
    text: named(dice.pick(session.promises.rep)),
    dueOn: addDays(on, dice.int(6, 13)),
    visibility: 'shared',
  });
  await addCommitment(context, {
    ...promise,
    owner: 'manager',
    text: named(dice.pick(session.promises.manager)),
    dueOn: addDays(on, dice.int(6, 14)),
    visibility: 'shared',
  });
  await completeSession(contextAt(outer, momentOf(on, 14, 45)), { sessionId });
}

type Talked = { personId: string; sessionId: string; dice: Dice };

/** Most points are talked about; for some the time is too short. */
async function walkAgenda(
  context: CommandContext,
  { personId, sessionId, dice }: Talked,
): Promise<void> {
  const points = await listAgenda(context, { personId, sessionId });
  for (const [index, { itemId }] of points.entries()) {
    const isLeft = index > 1 && dice.chance(0.3);
    await setPointState(context, { itemId, state: isLeft ? 'deferred' : 'discussed' });
  }
}

/** Most promises are kept; some partly, some not, some stay open. */
async function lookBack(
  context: CommandContext,
  { personId, sessionId, content, dice }: Talked & { content: SampleContent },
): Promise<void> {
  const open = await listCommitments(context, { owner: null, personId, state: 'open' });
  for (const { id: commitmentId, dueOn } of open) {
    const roll = dice.int(1, 20);
    if (roll > 18) continue;
    const status = roll <= 13 ? 'done' : roll <= 16 ? 'part' : 'missed';
    const isInTime = roll <= 10 && dueOn !== null && dueOn <= context.today;
    const closedOn = isInTime ? dueOn : null;
    const note = dice.chance(0.6) ? dice.pick(content.outcomeNotes[status]) : '';
    await settleCommitment(context, { commitmentId, status, note, closedOn, sessionId });
  }
}

async function fillGrow(
  context: CommandContext,
  { sessionId, session, dealName }: { sessionId: string; session: SampleSession; dealName: string },
): Promise<void> {
  const texts = {
    goal_topic: session.goalTopic.replaceAll('{deal}', dealName),
    goal_outcome: session.goalOutcome,
    goal_measure: session.goalMeasure,
    goal_why: session.goalWhy,
    reality_facts: session.realityFacts,
    reality_tried: session.realityTried,
    reality_effect: session.realityEffect,
    reality_obstacles: session.realityObstacles,
    will_action: session.willAction,
    will_first_step: session.willFirstStep,
    will_evidence: session.willEvidence,
    commitment_raise: session.commitmentRaise ?? '',
    obstacle: session.obstacle,
    if_then_plan: session.ifThen,
    support_needed: session.support,
  };
  for (const [field, text] of Object.entries(texts)) {
    await saveText(context, { table: 'grow_record', id: sessionId, field, text });
  }
  const notes = { shared_summary: session.sharedSummary, private_note: session.privateNote };
  for (const [field, text] of Object.entries(notes)) {
    await saveText(context, { table: 'coaching_session', id: sessionId, field, text });
  }
  const { today } = context;
  await changeGrow(context, {
    sessionId,
    changes: {
      goalDueOn: addDays(today, 28),
      realityScale: 5,
      willFirstStepDueOn: addDays(today, 1),
      willDueOn: addDays(today, 10),
      commitment: session.commitment,
      reviewOn: addDays(today, 14),
    },
  });
}

async function fillOptions(
  context: CommandContext,
  { sessionId, session }: { sessionId: string; session: SampleSession },
): Promise<void> {
  const ids: string[] = [];
  for (const { by, text, pros, cons } of session.options) {
    const { id } = await addOption(context, { sessionId, proposedBy: by });
    for (const [field, value] of Object.entries({ text, pros, cons })) {
      await saveText(context, { table: 'grow_option', id, field, text: value });
    }
    ids.push(id);
  }
  for (const [index, { impact, feasibility }] of session.options.entries()) {
    await changeOption(context, { optionId: ids[index] ?? '', impact, feasibility });
  }
  await chooseOption(context, { optionId: ids[session.chosen] ?? '', isChosen: true });
}

/** This week's one-on-ones, still to come. */
export async function planComingTalks(
  context: CommandContext,
  people: readonly string[],
): Promise<void> {
  for (const [index, day] of [0, 1, 1, 2, 3].entries()) {
    const personId = people[index];
    if (personId === undefined) continue;
    await planSession(context, {
      personId,
      type: 'one_on_one',
      scheduledAt: momentOf(addDays(context.today, day), index === 0 ? 18 : 10 + index),
      plannedMinutes: 45,
      mode: 'onsite',
      location: '',
    });
  }
}
