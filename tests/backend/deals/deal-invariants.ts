import { expect } from 'vitest';
import { pushesAmong } from '#tests/support/push-reference.ts';
import type { TestBackend } from '#tests/support/start-backend.ts';

type DealLine = Record<string, string | number | null>;

/**
 * What must hold of every deal however it was changed: its row is what its stage and its history
 * say it is. Reads the file itself, so that no service can hide a difference.
 */
export function assertDealInvariants({ workspace }: TestBackend): void {
  const { connection } = workspace.database;
  const all = (text: string, ...values: unknown[]) =>
    connection.prepare<unknown[], DealLine>(text).all(...values);
  for (const deal of all('select * from deal')) {
    const stage = all('select * from stage where id = ?', deal['stage_id'])[0];
    const changes = all(
      'select * from deal_change where deal_id = ? order by changed_at, id',
      deal['id'],
    );
    assertFollowsStage(deal, stage ?? {});
    assertChain(deal, changes);
    assertStays(deal, changes);
  }
}

function assertFollowsStage(deal: DealLine, stage: DealLine): void {
  expect(deal['pipeline_id']).toBe(stage['pipeline_id']);
  expect(deal['status']).toBe(stage['type']);
  expect(deal['closed_on'] === null).toBe(deal['status'] === 'open');
  if (deal['is_probability_set'] === 0) {
    expect(deal['probability_bp']).toBe(stage['probability_bp']);
  }
  if (deal['is_category_set'] === 0) {
    expect(deal['forecast_category']).toBe(stage['forecast_category']);
  }
  if (deal['status'] === 'won') expect(deal['probability_bp']).toBe(10_000);
  if (deal['status'] === 'lost') expect(deal['probability_bp']).toBe(0);
}

const tracked = [
  'stage_id',
  'status',
  'amount_minor',
  'probability_bp',
  'forecast_category',
  'expected_close_on',
  'owner_id',
];

/** Each row starts where the one before ended, and the last one ends where the deal stands. */
function assertChain(deal: DealLine, changes: readonly DealLine[]): void {
  expect(changes.length).toBeGreaterThan(0);
  for (const column of tracked) {
    for (const [at, change] of changes.entries()) {
      const before = at === 0 ? null : changes[at - 1]?.[`to_${column}`];
      expect(change[`from_${column}`]).toBe(before);
    }
    expect(changes.at(-1)?.[`to_${column}`]).toBe(deal[column]);
  }
  const closeDates = changes.map((change) => change['to_expected_close_on'] as string | null);
  const pushes = pushesAmong(closeDates);
  expect(changes.map((change) => change['is_push'] === 1)).toEqual(pushes);
  expect(deal['push_count']).toBe(pushes.filter(Boolean).length);
}

/** Stays say how the deal ended; only changes of stage are stays. */
function assertStays(deal: DealLine, changes: readonly DealLine[]): void {
  for (const change of changes) {
    const isStay = change['days_in_from_stage'] !== null;
    const isMove = change['from_stage_id'] !== change['to_stage_id'];
    if (isStay) expect(isMove).toBe(true);
    const outcome = deal['status'] === 'open' ? null : deal['status'];
    expect(change['stay_outcome']).toBe(isStay ? outcome : null);
  }
}
