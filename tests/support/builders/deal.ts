import type { Pipeline, Stage } from '#shared/contract/deal-pipelines.ts';
import type { DealFacts } from '#shared/contract/deal-records.ts';
import type { TestBackend } from '#tests/support/start-backend.ts';

/** The stages of the pipeline that every workspace starts with. */
export async function standardStages({ client }: TestBackend) {
  const [pipeline] = await client.deals.listPipelines();
  const stage = (nameEn: string) => findStage(pipeline, nameEn);
  return {
    pipelineId: pipeline?.id ?? '',
    fresh: stage('New'),
    needs: stage('Needs confirmed'),
    solution: stage('Solution validated'),
    business: stage('Business case'),
    negotiation: stage('Negotiation'),
    won: stage('Won'),
    lost: stage('Lost'),
  };
}

function findStage(pipeline: Pipeline | undefined, nameEn: string): Stage {
  const stage = pipeline?.stages.find((one) => one.nameEn === nameEn);
  if (stage === undefined) throw new Error(`No stage ${nameEn}`);
  return stage;
}

type NewDeal = Partial<DealFacts> & { stageId?: string };

/** Makes a deal as the manager would; what is not given is a deal of 100,000.00 in the first stage. */
export async function buildDeal(backend: TestBackend, facts: NewDeal = {}): Promise<string> {
  const stageId = facts.stageId ?? (await standardStages(backend)).fresh.id;
  const { id } = await backend.client.deals.createDeal({
    name: '信达二期',
    amountMinor: 10_000_000,
    ...facts,
    stageId,
  });
  return id;
}

/** Wins a deal through its stages, one every `daysPerStage` days, on the test's clock. */
export async function buildWonDeal(
  backend: TestBackend,
  { daysPerStage, from, ...facts }: NewDeal & { daysPerStage: number; from: string },
): Promise<string> {
  const { fresh, needs, solution, won } = await standardStages(backend);
  const day = (n: number) =>
    new Date(Date.parse(from) + n * daysPerStage * 86_400_000).toISOString();
  backend.platform.clock.set(day(0));
  const id = await buildDeal(backend, { ...facts, stageId: fresh.id });
  for (const [at, stage] of [needs, solution, won].entries()) {
    backend.platform.clock.set(day(at + 1));
    await backend.client.deals.moveDeal({ id, stageId: stage.id });
  }
  return id;
}
