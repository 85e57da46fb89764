import { type StageBenchmark, stageBenchmark } from '#shared/domain/deals/stage-benchmark.ts';
import type { StageMedian } from '#shared/domain/deals/stuck.ts';
import { untilWritten } from '../../../database/until-written.ts';
import type { CommandContext, QueryContext } from '../../../rpc/context.ts';
import { listStays, type Stays } from './deal-stays.repository.ts';

/** How long deals stand in each stage: of everybody, and of one owner. */
export type StageBenchmarks = {
  /** Null while no closed deal has passed through the stage. */
  ofStage(stageId: string): StageBenchmark | null;
  ownMedian(stageId: string, ownerId: string | null): StageMedian;
  teamMedian(stageId: string): StageMedian;
};

type Reader = Pick<QueryContext, 'db'> & Partial<Pick<CommandContext, 'step'>>;

export function loadStageBenchmarks(context: Reader): Promise<StageBenchmarks> {
  return untilWritten(context, 'stage benchmarks', async () =>
    toBenchmarks(await listStays(context.db)),
  );
}

function toBenchmarks(stays: readonly Stays[]): StageBenchmarks {
  const team = Map.groupBy(stays, ({ stageId }) => stageId);
  const own = Map.groupBy(stays, ({ stageId, ownerId }) => keyOf(stageId, ownerId));
  const ofTeam = remembered((stageId: string) => benchmarkOf(team.get(stageId)));
  const ofOwner = remembered((key: string) => benchmarkOf(own.get(key)));
  return {
    ofStage: ofTeam,
    ownMedian: (stageId, ownerId) => medianOf(ofOwner(keyOf(stageId, ownerId))),
    teamMedian: (stageId) => medianOf(ofTeam(stageId)),
  };
}

function keyOf(stageId: string, ownerId: string | null): string {
  return `${stageId} ${ownerId ?? ''}`;
}

function medianOf(benchmark: StageBenchmark | null): StageMedian {
  return { medianDays: benchmark?.medianDays ?? null, n: benchmark?.n ?? 0 };
}

function benchmarkOf(stays: readonly Stays[] | undefined): StageBenchmark | null {
  if (stays === undefined) return null;
  const daysOf = (outcome: Stays['outcome']) =>
    stays.filter((list) => list.outcome === outcome).flatMap(({ days }) => days);
  return stageBenchmark(daysOf('won'), daysOf('lost'));
}

function remembered<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, { value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: find(key) };
    known.set(key, found);
    return found.value;
  };
}
