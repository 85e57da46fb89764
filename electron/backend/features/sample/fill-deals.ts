import type { DealEdit } from '#shared/domain/deals/deal-edit.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { addActivities } from '../activities/activity.service.ts';
import { createDeals, type DealDraft, type DealEvent } from '../deals/deal-write.service.ts';
import { listPipelines } from '../deals/stages/pipeline.service.ts';
import type { SampleIds } from './fill-team.ts';
import type { PlannedActivity } from './plan-activities.ts';
import type { PlannedChange, PlannedDeal } from './plan-deals.ts';
import { momentOf } from './sample-moment.ts';

/** Stages of the standard pipeline, in order, and its two ends. */
type Stages = { open: string[]; won: string; lost: string };

/** Makes the planned deals with their whole history. @returns their ids in the plan's order */
export async function fillDeals(
  context: CommandContext,
  deals: readonly PlannedDeal[],
  ids: SampleIds,
): Promise<string[]> {
  const stages = await standardStages(context);
  return createDeals(
    context,
    deals.map((deal) => toDraft(deal, ids, stages)),
  );
}

async function standardStages(context: CommandContext): Promise<Stages> {
  const [pipeline] = await listPipelines(context);
  const of = (kind: string) =>
    pipeline?.stages.filter((stage) => stage.type === kind).map((stage) => stage.id) ?? [];
  const [won, lost] = [of('won')[0], of('lost')[0]];
  if (won === undefined || lost === undefined) throw new Error('The standard pipeline has no end');
  return { open: of('open'), won, lost };
}

function toDraft(deal: PlannedDeal, ids: SampleIds, stages: Stages): DealDraft {
  const ending = deal.changes.find(isEnding);
  return {
    particulars: {
      name: deal.name,
      accountId: ids.accounts[deal.accountIndex] ?? null,
      productId: ids.products[deal.productIndex] ?? null,
      openedOn: deal.openedOn,
      source: deal.source,
      nextStep: deal.nextStep?.text ?? null,
      nextStepOn: deal.nextStep?.on ?? null,
      closeNote: ending?.note ?? '',
      lossReason: ending?.kind === 'lost' ? ending.reason : null,
      lossCompetitor: ending?.kind === 'lost' ? ending.competitor : null,
    },
    history: [opening(deal, ids, stages), ...deal.changes.map((change) => toEvent(change, stages))],
  };
}

function opening(deal: PlannedDeal, ids: SampleIds, stages: Stages): DealEvent {
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

type Ending = Extract<PlannedChange, { kind: 'won' | 'lost' }>;

function isEnding(change: PlannedChange): change is Ending {
  return change.kind === 'won' || change.kind === 'lost';
}

function toEvent(change: PlannedChange, stages: Stages): DealEvent {
  return { changedAt: momentOf(change.on, 15), edit: toEdit(change, stages) };
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

export async function fillActivities(
  context: CommandContext,
  activities: readonly PlannedActivity[],
  { people, deals }: { people: readonly string[]; deals: readonly string[] },
): Promise<void> {
  const now = context.platform.now().toISOString();
  await addActivities(
    context,
    activities.map((activity) => {
      const happenedAt = momentOf(activity.on, activity.hour);
      return {
        kind: activity.kind,
        status: happenedAt <= now ? ('done' as const) : ('planned' as const),
        subject: activity.subject,
        content: activity.content,
        happenedAt,
        minutes: activity.minutes,
        dealId: deals[activity.dealIndex] ?? null,
        personId: people[activity.ownerIndex] ?? null,
      };
    }),
  );
}
