import type { AppClient } from '#backend/router.ts';
import type { Pipeline } from '#shared/contract/deal-pipelines.ts';
import type { Language } from '#shared/contract/fields.ts';

export type LaidDeals = {
  /** The names of the stages in the language of the screen. */
  stage: Readonly<Record<'fresh' | 'needs' | 'solution' | 'won' | 'lost', string>>;
  owners: { lei: string; mei: string };
};

const names = {
  fresh: 'New',
  needs: 'Needs confirmed',
  solution: 'Solution validated',
  won: 'Won',
  lost: 'Lost',
} as const;

/** Two people and four deals of theirs, laid through the contract. */
export async function layDeals(client: AppClient, language: Language): Promise<LaidDeals> {
  await client.settings.saveSettings({ isSetUp: true, language });
  const [pipeline] = await client.deals.listPipelines();
  const idOf = (nameEn: string) => stageOf(pipeline, nameEn).id;
  const lei = (await client.people.addPerson({ name: '李雷', team: '华东' })).id;
  const mei = (await client.people.addPerson({ name: '韩梅', team: '华南' })).id;
  const account = (await client.accounts.addAccount({ name: '信达集团' })).id;
  const add = (name: string, amountMinor: number, more: object) =>
    client.deals.createDeal({
      name,
      amountMinor,
      accountId: account,
      stageId: idOf('New'),
      ...more,
    });
  await add('信达二期', 48_000_000, { ownerId: lei, expectedCloseOn: '2027-01-15' });
  await add('远方升级', 12_000_000, { ownerId: lei, expectedCloseOn: '2027-02-01' });
  await add('海纳续约', 9_000_000, { ownerId: mei, stageId: idOf('Needs confirmed') });
  await add('金谷扩容', 30_000_000, { ownerId: mei, stageId: idOf('Solution validated') });
  const local = (nameEn: string) => {
    const stage = stageOf(pipeline, nameEn);
    return language === 'en' ? stage.nameEn : stage.nameZh;
  };
  const stage = {
    fresh: local(names.fresh),
    needs: local(names.needs),
    solution: local(names.solution),
    won: local(names.won),
    lost: local(names.lost),
  };
  return { stage, owners: { lei, mei } };
}

function stageOf(pipeline: Pipeline | undefined, nameEn: string): Pipeline['stages'][number] {
  const stage = pipeline?.stages.find((one) => one.nameEn === nameEn);
  if (stage === undefined) throw new Error(`No stage ${nameEn}`);
  return stage;
}

/** Makes a stage ask for facts before a deal may enter it. */
export async function requireFields(
  client: AppClient,
  nameEn: string,
  requiredFields: Pipeline['stages'][number]['requiredFields'],
): Promise<void> {
  const [pipeline] = await client.deals.listPipelines();
  if (pipeline === undefined) throw new Error('No pipeline');
  await client.deals.savePipeline({
    ...pipeline,
    stages: pipeline.stages.map((stage) => ({
      ...stage,
      allowedNext: null,
      ...(stage.nameEn === nameEn ? { requiredFields } : {}),
    })),
  });
}
