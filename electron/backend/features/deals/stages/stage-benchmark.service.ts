import { type StageBenchmark, stageBenchmark } from '#shared/domain/deals/stage-benchmark.ts';
import type { StageMedian } from '#shared/domain/deals/stuck.ts';
import type { ReadDb } from '../../../database/db.ts';
import { listStayCounts, type StayCount } from './deal-stays.repository.ts';

/** How long deals stand in each stage: of everybody, and of one owner. */
export type StageBenchmarks = {
  /** Null while no closed deal has passed through the stage. */
  ofStage(stageId: string): StageBenchmark | null;
  ownMedian(stageId: string, ownerId: string | null): StageMedian;
  teamMedian(stageId: string): StageMedian;
};

export async function loadStageBenchmarks(db: ReadDb): Promise<StageBenchmarks> {
  const counts = await listStayCounts(db);
  const team = Map.groupBy(counts, ({ stageId }) => stageId);
  const own = Map.groupBy(counts, ({ stageId, ownerId }) => keyOf(stageId, ownerId));
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

function benchmarkOf(counts: readonly StayCount[] | undefined): StageBenchmark | null {
  if (counts === undefined) return null;
  return stageBenchmark(daysOf(counts, 'won'), daysOf(counts, 'lost'));
}

function daysOf(counts: readonly StayCount[], outcome: 'won' | 'lost'): number[] {
  return counts
    .filter((row) => row.outcome === outcome)
    .flatMap(({ days, count }) => new Array<number>(count).fill(days));
}

function remembered<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.has(key) ? (known.get(key) as T) : find(key);
    known.set(key, found);
    return found;
  };
}
