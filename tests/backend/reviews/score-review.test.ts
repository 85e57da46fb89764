import { afterAll, expect, test } from 'vitest';
import { buildReview, fillExample } from '#tests/support/builders/review.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

async function startExample(language: 'zh-CN' | 'en' = 'zh-CN') {
  const backend = await startBackend();
  await backend.client.settings.saveSettings({ language });
  const reviewId = await buildReview(backend);
  await fillExample(backend, reviewId);
  return { ...backend, backend, reviewId, read: () => readScore(backend, reviewId) };
}

async function readScore({ client }: TestBackend, reviewId: string) {
  return (await client.reviews.getReview({ reviewId })).score;
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`the published example scores 3.52 with its adjustment (${language})`, async () => {
    const { read, stop } = await startExample(language);
    const score = await read();
    expect(score.sections.map((section) => section.score?.milli)).toEqual([3331, 3278, 4000]);
    expect(score.sections[0]?.items.map(({ attainment }) => attainment?.fixed)).toEqual([
      '1.0750',
      '0.9000',
      '1.1000',
      '0.8750',
    ]);
    expect(score.sections[0]?.items.map(({ points }) => points?.milli)).toEqual([
      3750, 2500, 4000, 2375,
    ]);
    expect(score.raw).toMatchObject({ fraction: '24611/7200', milli: 3418 });
    expect(score).toMatchObject({ finalCenti: 352, hundredCenti: 7036, band: 'B' });
    await stop();
  });
}

test('an item that does not apply is left out, not counted as nothing', async () => {
  const { read, stop } = await startExample();
  const score = await read();
  expect(score.sections[1]).toMatchObject({ countedWeightBp: 9000, isRenormalised: true });
  expect(score.finalCenti).not.toBe(344);
  await stop();
});

test('attainment over the target counts in full', async () => {
  const { client, reviewId, read, stop } = await startExample();
  await client.reviews.setKpi({
    reviewId,
    itemRef: 'bookings',
    target: '200000000',
    actual: '270000000',
  });
  const bookings = (await read()).sections[0]?.items[0];
  expect(bookings?.attainment?.fixed).toBe('1.3500');
  expect(bookings?.points?.milli).toBe(5000);
  await stop();
});

test('a target and an actual typed in a row never undo each other', async () => {
  const { client, reviewId, stop } = await startExample();
  const item = { reviewId, itemRef: 'bookings' };
  await client.reviews.setKpi({ ...item, target: null, actual: null });
  await Promise.all([
    client.reviews.setKpi({ ...item, target: '200000000' }),
    client.reviews.setKpi({ ...item, actual: '270000000' }),
  ]);
  const { ratings } = await client.reviews.getReview({ reviewId });
  expect(ratings.find(({ itemRef }) => itemRef === 'bookings')?.kpi).toMatchObject({
    target: '200000000',
    actual: '270000000',
  });
  await stop();
});

test('a section without any rating leaves the score to the others', async () => {
  const { client, reviewId, read, stop } = await startExample();
  for (const itemRef of ['customer_first', 'collaboration', 'initiative']) {
    await client.reviews.setNotApplicable({ reviewId, itemRef, isNotApplicable: true });
  }
  await client.reviews.adjustScore({ reviewId, adjMilli: 0 });
  expect(await read()).toMatchObject({ finalCenti: 332, isRenormalised: true });
  await stop();
});

test('a KPI without a target drops out and says so', async () => {
  const { client, reviewId, read, stop } = await startExample();
  await client.reviews.setKpi({ reviewId, itemRef: 'win_rate', target: null, actual: '33' });
  expect((await read()).sections[0]?.items[2]).toMatchObject({
    state: 'not_applicable',
    hasNoTarget: true,
    points: null,
  });
  await stop();
});

test('undo takes the last score back', async () => {
  const { client, reviewId, read, stop } = await startExample();
  await client.reviews.rateItem({ reviewId, itemRef: 'discovery', scoreMilli: 1000 });
  await client.workspace.undo();
  expect((await read()).finalCenti).toBe(352);
  await stop();
});

test('having seen the evidence is neither a step nor the end of redo', async () => {
  const { client, reviewId, read, stop } = await startExample();
  await client.reviews.rateItem({ reviewId, itemRef: 'discovery', scoreMilli: 1000 });
  const changed = (await read()).finalCenti;
  await client.workspace.undo();
  const steps = await client.workspace.listUndoSteps();
  await client.reviews.markEvidenceSeen({ reviewId });
  expect(await client.workspace.listUndoSteps()).toEqual(steps);
  expect(await client.reviews.getReview({ reviewId })).toMatchObject({ isEvidenceSeen: true });
  await client.workspace.redo();
  expect((await read()).finalCenti).toBe(changed);
  await client.workspace.undo();
  expect(await client.reviews.getReview({ reviewId })).toMatchObject({ isEvidenceSeen: true });
  await stop();
});

test('a score off the scale is refused at the door', async () => {
  const { client, reviewId, stop } = await startExample();
  await expect(
    client.reviews.rateItem({ reviewId, itemRef: 'discovery', scoreMilli: 5500 }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await stop();
});
