import type { Language } from '#shared/contract/fields.ts';
import type { WorkspaceStatus } from '#shared/contract/workspace.ts';
import type { CommandContext, TaskContext } from '../../rpc/context.ts';
import { finaliseReview } from '../reviews/review-final.service.ts';
import { getSettings } from '../settings/settings.service.ts';
import { seededDice } from './dice.ts';
import { holdTalk, planComingTalks, planTalks } from './fill-coaching.ts';
import { fillQuotas } from './fill-quotas.ts';
import { beginReview, fillReview } from './fill-reviews.ts';
import { fillRisks } from './fill-risks.ts';
import { fillTeam } from './fill-team.ts';
import { planActivities } from './plan-activities.ts';
import { planDeals } from './plan-deals.ts';
import { loadSampleContent, type SampleContent } from './sample-content.ts';
import { contextAt, momentOf } from './sample-moment.ts';
import { startPipeline } from './sample-pipeline.ts';

const dealCount = 400;
const seed = 20_261_124;

/** Opens the sample workspace; the first time, fills it in one transaction. */
export async function openSample(
  { workspace }: Pick<TaskContext, 'workspace'>,
  { language }: { language: Language },
): Promise<WorkspaceStatus> {
  const present = workspace.status();
  const isThere = present.state === 'open' && present.kind === 'sample';
  const status = isThere ? present : await workspace.openSample();
  if (status.state === 'open') await fillIfEmpty(workspace, language);
  return status;
}

async function fillIfEmpty(workspace: TaskContext['workspace'], language: Language): Promise<void> {
  const { isSetUp } = await workspace.runQuery(getSettings);
  if (isSetUp) return;
  const content = await loadSampleContent(workspace.platform.resourcesDirectory, language);
  const reviewId = await workspace.runCommand('sample.fill', async (context) => {
    context.step.makeFinal();
    return fill(context, content, language);
  });
  void finish(workspace, reviewId, language);
}

/** Who has the finished review, and whose is only begun. */
const reviewed = { finished: 4, begun: 0 } as const;

/**
 * Makes the written review final, which prints it. Nobody waits for that; where nothing can be
 * printed it stays ready to be made final by hand.
 */
async function finish(
  workspace: TaskContext['workspace'],
  reviewId: string,
  language: Language,
): Promise<void> {
  try {
    const choice = { language, hideCustomers: false };
    await finaliseReview(workspace.taskContext(), { reviewId, ...choice });
  } catch {
    workspace.platform.log.info('sample_review_not_printed');
  }
}

async function fill(
  context: CommandContext,
  content: SampleContent,
  language: Language,
): Promise<string> {
  const { today } = context;
  const planContext = { content, dice: seededDice(seed), today };
  const deals = planDeals(planContext, dealCount);
  const activities = planActivities(planContext, deals);
  const talks = planTalks(planContext, deals);
  const ids = await fillTeam(context, content, language);
  await fillQuotas(context, { content, deals, people: ids.people });
  const pipeline = await startPipeline(context, { deals, activities }, ids);
  for (const talk of talks) {
    const personId = ids.people[talk.personIndex];
    if (personId === undefined) continue;
    await pipeline.advance(contextAt(context, momentOf(talk.on, 13)), talk.on);
    await holdTalk(context, { talk, personId, content, dice: planContext.dice });
  }
  await pipeline.advance(context, today);
  await planComingTalks(context, ids.people);
  await fillRisks(context, content, ids);
  await beginReview(context, ids.people[reviewed.begun] ?? '');
  return fillReview(context, { personId: ids.people[reviewed.finished] ?? '', content });
}
