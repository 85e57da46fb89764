import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { storedSnapshot } from '#backend/features/coaching/sessions/session-snapshot.ts';
import type { Brief } from '#shared/contract/coaching-brief.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildReview, completeReview } from '#tests/support/builders/review.ts';
import { holdSession } from '#tests/support/builders/session.ts';
import { stubPrinter } from '#tests/support/print.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

/** As a newer version of the app could have left it, in a shape that this one does not know. */
const newer = JSON.stringify({ version: 99, content: { chapters: [] } });

function freeze({ workspace }: TestBackend, sessionId: string, prep_snapshot_json: string) {
  return workspace.taskContext().write('test.change', async ({ db }) => {
    await db
      .updateTable('coaching_session')
      .set({ prep_snapshot_json })
      .where('id', '=', sessionId)
      .execute();
  });
}

async function startWithSession() {
  const backend = await startBackend({ platform: stubPrinter });
  const { id: personId } = await buildPerson(backend);
  const { session } = await holdSession(backend, { personId, at: '2026-11-16T01:00:00.000Z' });
  return { ...backend, backend, personId, sessionId: session.id };
}

function withoutVisibility(brief: Brief): unknown {
  return JSON.parse(JSON.stringify(brief, (key, value) => (key === 'visibility' ? null : value)));
}

test('a session that version 1 froze opens with the brief of then', async () => {
  const { client, backend, sessionId } = await startWithSession();
  const file = join(import.meta.dirname, '../../fixtures/stored-json/session-snapshot.v1.json');
  const text = readFileSync(file, 'utf8');
  await freeze(backend, sessionId, text);
  const { brief, review } = await client.coaching.getSession({ sessionId });
  expect(withoutVisibility(brief)).toEqual(withoutVisibility(storedSnapshot.read(text).brief));
  // Nothing it names is in this workspace, and what is not found is private.
  expect(brief.commitments.map(({ visibility }) => visibility)).toEqual(['private', 'private']);
  expect(review).toEqual([]);
  await backend.stop();
});

test('a session of a newer app says so, and the person’s next one is prepared all the same', async () => {
  const { client, backend, personId, sessionId } = await startWithSession();
  await freeze(backend, sessionId, newer);
  await expect(client.coaching.getSession({ sessionId })).rejects.toThrow('saved_by_newer');
  const print = client.coaching.printBrief({ personId, sessionId, language: 'en' });
  await expect(print).rejects.toThrow('saved_by_newer');
  const { brief } = await client.coaching.getPrep({ personId });
  expect(brief.last).toMatchObject({ sessionId });
  expect(brief.numbers.lastForecastMinor).toBeNull();
  expect((await client.coaching.getOverview()).past).toHaveLength(1);
  await backend.stop();
});

test('a review of a newer app says so, and the list still names it by its number', async () => {
  const backend = await startBackend();
  const { client, workspace } = backend;
  const reviewId = await buildReview(backend);
  await workspace.taskContext().write('test.change', async ({ db }) => {
    await db.updateTable('review').set({ template_json: newer, person_json: newer }).execute();
  });
  await expect(client.reviews.getReview({ reviewId })).rejects.toThrow('saved_by_newer');
  expect(await client.reviews.listReviews({})).toMatchObject([
    { id: reviewId, personName: 'PR-2026-0001', ratedItems: 0, scoredItems: 0 },
  ]);
  await backend.stop();
});

test('a review opens without the last one where a newer app made that final', async () => {
  const backend = await startBackend({ platform: stubPrinter });
  const { client, workspace } = backend;
  const first = await buildReview(backend);
  await completeReview(backend, first);
  await client.reviews.finaliseReview({ reviewId: first, language: 'en' });
  const { personId } = await client.reviews.getReview({ reviewId: first });
  const span = { periodStartOn: '2026-07-01', periodEndOn: '2026-12-31' };
  const reviewId = await buildReview(backend, { personId, ...span });
  expect((await client.reviews.getReview({ reviewId })).previous?.id).toBe(first);
  await workspace.taskContext().write('test.change', async ({ db }) => {
    const row = await db
      .selectFrom('review')
      .selectAll()
      .where('id', '=', first)
      .executeTakeFirstOrThrow();
    // A final review refuses every change, so another one stands in for it.
    const later = { id: '00000000-0000-7000-8000-0000000000ff', revision: 2, content_json: newer };
    await db
      .insertInto('review')
      .values({ ...row, ...later })
      .execute();
  });
  expect((await client.reviews.getReview({ reviewId })).previous).toBeNull();
  await backend.stop();
});
