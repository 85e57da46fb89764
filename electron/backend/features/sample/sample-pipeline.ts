import type { LocalDate } from '#shared/domain/dates/local-date.ts';
import type { DealEdit } from '#shared/domain/deals/deal-edit.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { addActivities } from '../activities/activity.service.ts';
import {
  changeDeals,
  createDeals,
  type DealDraft,
  type DealEvent,
  type DealOrder,
} from '../deals/deal-write.service.ts';
import { listPipelines } from '../deals/stages/pipeline.service.ts';
import type { SampleIds } from './fill-team.ts';
import type { PlannedActivity } from './plan-activities.ts';
import type { PlannedChange, PlannedDeal } from './plan-deals.ts';
import { momentOf } from './sample-moment.ts';

export type SamplePlan = {
  deals: readonly PlannedDeal[];
  activities: readonly PlannedActivity[];
};

/** Stages of the standard pipeline, in order, and its two ends. */
type Stages = { open: string[]; won: string; lost: string };

/** Deals and activities of the plan, lived through day by day. */
export type SamplePipeline = {
  /** By place in the plan; undefined while a deal has not begun. */
  dealIds: (string | undefined)[];
  /** Makes everything happen that the plan holds up to and with this day. */
  advance(context: CommandContext, until: LocalDate): Promise<void>;
};

export async function startPipeline(
  context: CommandContext,
  plan: SamplePlan,
  ids: SampleIds,
): Promise<SamplePipeline> {
  const stages = await standardStages(context);
  const dealIds: (string | undefined)[] = plan.deals.map(() => undefined);
  let done: LocalDate = '0000-01-01';
  // Of the day it is filled: what was to come when a talk was held has happened since.
  const now = context.platform.now().toISOString();
  return {
    dealIds,
    async advance(at, until) {
      const isDue = (on: LocalDate) => on > done && on <= until;
      await openDeals(at, { plan, ids, stages, dealIds, until, isDue });
      await addActivities(at, dueActivities({ plan, ids, dealIds, isDue }, now));
      done = until;
    },
  };
}

type Stretch = {
  plan: SamplePlan;
  ids: SampleIds;
  dealIds: (string | undefined)[];
  isDue: (on: LocalDate) => boolean;
};

async function openDeals(
  context: CommandContext,
  stretch: Stretch & { stages: Stages; until: LocalDate },
): Promise<void> {
  const { plan, ids, stages, dealIds, until, isDue } = stretch;
  const orders = plan.deals.flatMap((deal, index) =>
    dealOrders(dealIds[index], deal, { stages, isDue }),
  );
  await changeDeals(context, orders);
  const fresh = [...plan.deals.entries()].filter(([, deal]) => isDue(deal.openedOn));
  const made = await createDeals(
    context,
    fresh.map(([, deal]) => toDraft(deal, { ids, stages, until })),
  );
  for (const [at, [index]] of fresh.entries()) dealIds[index] = made[at];
}

function dealOrders(
  id: string | undefined,
  deal: PlannedDeal,
  { stages, isDue }: { stages: Stages; isDue: Stretch['isDue'] },
): DealOrder[] {
  if (id === undefined) return [];
  return deal.changes
    .filter(({ on }) => isDue(on))
    .map((change) => ({ id, particulars: endingParticulars(change), ...toEvent(change, stages) }));
}

type DraftPlace = { ids: SampleIds; stages: Stages; until: LocalDate };

function toDraft(deal: PlannedDeal, { ids, stages, until }: DraftPlace): DealDraft {
  const past = deal.changes.filter(({ on }) => on <= until);
  return {
    particulars: {
      name: deal.name,
      accountId: ids.accounts[deal.accountIndex] ?? null,
      productId: ids.products[deal.productIndex] ?? null,
      openedOn: deal.openedOn,
      source: deal.source,
      nextStep: deal.nextStep?.text ?? null,
      nextStepOn: deal.nextStep?.on ?? null,
      ...Object.assign({}, ...past.map(endingParticulars)),
    },
    history: [opening(deal, { ids, stages }), ...past.map((change) => toEvent(change, stages))],
  };
}

function opening(deal: PlannedDeal, { ids, stages }: Omit<DraftPlace, 'until'>): DealEvent {
  return {
    changedAt: momentOf(deal.openedOn, 9),
    edit: {
      stageId: stages.open[0],
      amountMinor: deal.amountMinor,
      expectedCloseOn: deal.expectedCloseOn,
      ownerId: ids.people[deal.ownerIndex] ?? null,
    },
  };
}

function endingParticulars(change: PlannedChange) {
  if (change.kind === 'won') return { closeNote: change.note };
  if (change.kind !== 'lost') return {};
  const { note, reason, competitor } = change;
  return { closeNote: note, lossReason: reason, lossCompetitor: competitor };
}

function toEvent(change: PlannedChange, stages: Stages): DealEvent {
  return { changedAt: momentOf(change.on, 9, 30), edit: toEdit(change, stages) };
}

function toEdit(change: PlannedChange, stages: Stages): DealEdit {
  switch (change.kind) {
    case 'stage':
      return { stageId: stages.open[change.stageIndex] };
    case 'amount':
      return { amountMinor: change.amountMinor };
    case 'close_date':
      return { expectedCloseOn: change.expectedCloseOn };
    case 'won':
    case 'lost':
      return { stageId: stages[change.kind], closedOn: change.on };
  }
}

function dueActivities({ plan, ids, dealIds, isDue }: Stretch, now: string) {
  return plan.activities
    .filter(({ on }) => isDue(on))
    .map((activity) => {
      const happenedAt = momentOf(activity.on, activity.hour);
      return {
        kind: activity.kind,
        status: happenedAt <= now ? ('done' as const) : ('planned' as const),
        subject: activity.subject,
        content: activity.content,
        happenedAt,
        minutes: activity.minutes,
        dealId: dealIds[activity.dealIndex] ?? null,
        personId: ids.people[activity.ownerIndex] ?? null,
      };
    });
}

async function standardStages(context: CommandContext): Promise<Stages> {
  const [pipeline] = await listPipelines(context);
  const of = (type: 'open' | 'won' | 'lost') =>
    pipeline?.stages.filter((stage) => stage.type === type).map((stage) => stage.id) ?? [];
  const [won, lost] = [of('won')[0], of('lost')[0]];
  if (won === undefined || lost === undefined) throw new Error('The standard pipeline has no end');
  return { open: of('open'), won, lost };
}
