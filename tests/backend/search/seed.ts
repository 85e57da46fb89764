import { newRecord } from '#backend/database/new-record.ts';
import type { TestBackend } from '#tests/support/start-backend.ts';

const pipelineId = '00000000-0000-7000-8000-000000000100';
const stageId = '00000000-0000-7000-8000-000000000101';

/** Writes deals as an import does: many at once, in one step. @returns their ids */
export async function seedDeals(
  { workspace, platform }: TestBackend,
  deals: readonly { name: string; note?: string }[],
): Promise<string[]> {
  const rows = deals.map(({ name, note = '' }) => ({
    ...newRecord(platform),
    name,
    note,
    pipeline_id: pipelineId,
    stage_id: stageId,
    status: 'open' as const,
    amount_minor: 100,
    probability_bp: 1000,
    is_probability_set: 0,
    forecast_category: 'pipeline' as const,
    is_category_set: 0,
    push_count: 0,
    close_note: '',
  }));
  await workspace.runCommand('imports.seed', async ({ db }) => {
    for (let from = 0; from < rows.length; from += 500) {
      await db
        .insertInto('deal')
        .values(rows.slice(from, from + 500).map((row) => ({ ...noDates, ...row })))
        .execute();
    }
  });
  return rows.map((row) => row.id);
}

const noDates = {
  account_id: null,
  owner_id: null,
  product_id: null,
  opened_on: null,
  expected_close_on: null,
  closed_on: null,
  stage_entered_on: null,
  next_step: null,
  next_step_on: null,
  source: null,
  loss_reason: null,
  loss_competitor: null,
  snoozed_until_on: null,
  snooze_reason: null,
  last_activity_at: null,
  next_activity_at: null,
  external_id: null,
};

/** Activities with these subjects, about nothing in particular. */
export async function seedActivities(
  { workspace, platform }: TestBackend,
  subjects: readonly string[],
): Promise<void> {
  await workspace.runCommand('imports.seed', async ({ db }) => {
    for (let from = 0; from < subjects.length; from += 500) {
      const rows = subjects.slice(from, from + 500).map((subject) => ({
        ...newRecord(platform),
        kind: 'note' as const,
        status: 'done' as const,
        subject,
        content: '',
        happened_at: platform.now().toISOString(),
        minutes: null,
        deal_id: null,
        account_id: null,
        person_id: null,
        external_id: null,
      }));
      await db.insertInto('activity').values(rows).execute();
    }
  });
}

/** The titles that a search answers, best first. */
export async function titles(
  { client }: TestBackend,
  text: string,
  { isPresenting = false } = {},
): Promise<string[]> {
  const { hits } = await client.search.find({ text, isPresenting });
  return hits.map((hit) => hit.title);
}
