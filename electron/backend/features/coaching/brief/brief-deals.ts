import type {
  Bilingual,
  BriefDealChange,
  BriefMove,
  BriefPipeline,
  BriefStuckDeal,
} from '#shared/contract/coaching-brief.ts';
import { rankStuckDeals } from '#shared/domain/deals/stuck.ts';
import { briefWaterfall } from '#shared/domain/deals/waterfall.ts';
import type { QueryContext } from '../../../rpc/context.ts';
import { type MeasuredDeal, measureDeals } from '../../deals/deal-health.service.ts';
import { type ComparedDeal, comparePipeline } from '../../deals/pipeline-waterfall.service.ts';
import { listStages } from '../../deals/stages/pipeline.service.ts';
import { hasDeals } from '../../people/sales-figures.service.ts';
import { listDealNames } from './deal-names.repository.ts';

type Reader = Pick<QueryContext, 'db' | 'today' | 'platform'>;

export type StageNames = ReadonlyMap<string, Bilingual>;

const movesShown = 5;
const stuckShown = 5;

export async function listStageNames(context: Pick<Reader, 'db'>): Promise<StageNames> {
  const stages = await listStages(context);
  return new Map(stages.map(({ id, nameZh, nameEn }) => [id, { 'zh-CN': nameZh, en: nameEn }]));
}

export type PipelineRequest = {
  personId: string;
  sinceAt: string;
  isSinceSession: boolean;
  stages: StageNames;
};

/** What became of a person's pipeline since a moment; null for someone who never had a deal. */
export async function getBriefPipeline(
  context: Reader,
  { personId, sinceAt, isSinceSession, stages }: PipelineRequest,
): Promise<BriefPipeline | null> {
  if (!(await hasDeals(context, personId))) return null;
  const filter = { ownerIds: [personId] };
  const { waterfall, deals } = await comparePipeline(context, { filter, fromAt: sinceAt });
  return {
    since: sinceAt,
    isSinceSession,
    ...briefWaterfall(waterfall),
    moves: deals.slice(0, movesShown).map((deal) => toMove(deal, stages, personId)),
    moreMoves: Math.max(0, deals.length - movesShown),
    pushCount: deals.reduce((sum, { pushes }) => sum + pushes, 0),
  };
}

/**
 * What changed about a deal, with names; a new owner is told only from the side of a person it
 * came to or went from.
 */
export function toMove(deal: ComparedDeal, stages: StageNames, personId: string | null): BriefMove {
  return {
    dealId: deal.id,
    name: deal.name,
    changes: deal.move.changes.flatMap((change) => toChange(change, deal, { stages, personId })),
    pushes: deal.pushes,
    lossReason: deal.after?.status === 'lost' ? (deal.lossReason ?? '') : '',
  };
}

type ChangeContext = { stages: StageNames; personId: string | null };

function toChange(
  change: ComparedDeal['move']['changes'][number],
  deal: ComparedDeal,
  { stages, personId }: ChangeContext,
): BriefDealChange[] {
  switch (change.kind) {
    case 'stage_forward':
    case 'stage_back': {
      const [from, to] = [stages.get(change.fromStageId), stages.get(change.toStageId)];
      return from && to ? [{ kind: change.kind, from, to }] : [];
    }
    case 'close_date':
      return [{ kind: 'close_date', fromOn: change.fromOn, toOn: change.toOn }];
    case 'owner': {
      if (personId === null) return [];
      const isComing = change.toOwnerId === personId;
      const amountMinor = (isComing ? deal.before : deal.after)?.amountMinor ?? 0;
      return [{ kind: isComing ? 'moved_in' : 'moved_out', amountMinor }];
    }
    default:
      return [change];
  }
}

/** The open deals of a person with what the rules say of them. */
export type PersonDeals = {
  openCount: number;
  /** Stuck and not put aside, the largest first. */
  stuck: (MeasuredDeal & { name: string })[];
  /** The largest open deal. */
  largest: MeasuredDeal | null;
};

export async function getPersonDeals(context: Reader, personId: string): Promise<PersonDeals> {
  const deals = await measureDeals(context, { ownerIds: [personId], statuses: ['open'] });
  const stuck = rankStuckDeals(
    deals.map((deal) => ({ ...deal, reasons: deal.stuck, snoozedUntil: deal.snoozedUntilOn })),
    context.today,
  );
  const names = await listDealNames(
    context.db,
    stuck.map(({ dealId }) => dealId),
  );
  return {
    openCount: deals.length,
    stuck: stuck.map((deal) => ({ ...deal, name: names.get(deal.dealId) ?? '' })),
    largest: deals.toSorted((a, b) => b.amountMinor - a.amountMinor)[0] ?? null,
  };
}

/** The stuck deals the brief shows, and how many more there are. */
export function toBriefStuck(
  { stuck, openCount }: PersonDeals,
  stages: StageNames,
): { deals: BriefStuckDeal[]; more: number; openCount: number } {
  const unnamed: Bilingual = { 'zh-CN': '', en: '' };
  return {
    deals: stuck.slice(0, stuckShown).map((deal) => ({
      dealId: deal.dealId,
      name: deal.name,
      amountMinor: deal.amountMinor,
      stage: stages.get(deal.stageId) ?? unnamed,
      stageDays: deal.facts.stageDays,
      medianDays: deal.stageMedian.days,
      lastActivityOn: deal.facts.lastActivityOn,
      nextStep: deal.facts.nextStep,
      nextStepOn: deal.facts.nextStepOn,
      reasons: deal.stuck,
    })),
    more: Math.max(0, stuck.length - stuckShown),
    openCount,
  };
}
