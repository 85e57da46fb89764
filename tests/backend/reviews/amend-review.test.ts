import { afterAll, expect, test } from 'vitest';
import { findBrokenLink } from '#backend/features/reviews/review-audit.ts';
import { buildReview, completeReview } from '#tests/support/builders/review.ts';
import { stubPrinter } from '#tests/support/print.ts';
import { readDocument } from '#tests/support/read-document.ts';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

async function startFinal() {
  const backend = await startBackend({ platform: stubPrinter });
  const reviewId = await buildReview(backend);
  await completeReview(backend, reviewId);
  const finalise = async (id: string) => {
    const result = await backend.client.reviews.finaliseReview({ reviewId: id, language: 'zh-CN' });
    if (result.state !== 'final') throw new Error(JSON.stringify(result.problems));
    return result.documents;
  };
  return { backend, ...backend, reviewId, finalise, documents: await finalise(reviewId) };
}

test('an amended review keeps the first revision byte for byte, and names what changed', async () => {
  const { backend, client, reviewId, finalise, documents, stop } = await startFinal();
  const before = await readDocument(backend, documents[0]?.id ?? '');
  const amended = await client.reviews.amendReview({ reviewId, reason: '折扣数据有误' });
  await client.reviews.rateItem({ ...amended, itemRef: 'discovery', scoreMilli: 3000 });
  await client.reviews.markEvidenceSeen(amended);
  const second = await finalise(amended.reviewId);

  expect(second[0]?.name).toBe('2026H1_绩效评估_陈静_v2_员工版.pdf');
  expect(second[0]?.sha256).not.toBe(documents[0]?.sha256);
  expect(Buffer.compare(await readDocument(backend, documents[0]?.id ?? ''), before)).toBe(0);
  expect(await client.reviews.getReview({ reviewId })).toMatchObject({
    status: 'final',
    revision: 1,
    amendedById: amended.reviewId,
  });
  expect(await client.reviews.compareRevisions(amended)).toEqual([
    {
      ...{ field: 'score', itemRef: 'discovery' },
      before: { kind: 'score', milli: 4000 },
      after: { kind: 'score', milli: 3000 },
    },
    {
      ...{ field: 'final', itemRef: null },
      before: { kind: 'final', centi: 352 },
      after: { kind: 'final', centi: 343 },
    },
  ]);
  await stop();
});

test('figures keep their unit, and every printed note is compared', async () => {
  const { client, reviewId, stop } = await startFinal();
  const amended = await client.reviews.amendReview({ reviewId, reason: '补说明' });
  const { ratings } = await client.reviews.getReview(amended);
  const write = (itemRef: string, field: string, text: string) => {
    const id = ratings.find((rating) => rating.itemRef === itemRef)?.id ?? '';
    return client.texts.saveText({ table: 'review_rating', id, field, text });
  };
  const bookings = { ...amended, itemRef: 'bookings', target: '200000000' };
  await client.reviews.setKpi({ ...bookings, actual: '216000000' });
  await write('bookings', 'kpi_note', '补计一单');
  await client.reviews.overrideScore({ ...amended, itemRef: 'discovery', overrideMilli: 4000 });
  await write('discovery', 'override_reason', '复核后维持');
  await write('multithreading', 'na_reason', '期间没有多联系人的客户');
  const changes = await client.reviews.compareRevisions(amended);
  const text = (words: string) => ({ kind: 'text', text: words });
  const money = (figure: string) => ({ kind: 'kpi', figure, unit: 'money' });
  const expected = [
    ['actual', 'bookings', money('215000000'), money('216000000')],
    ['kpiNote', 'bookings', null, text('补计一单')],
    ['overrideReason', 'discovery', null, text('复核后维持')],
    [
      ...['naReason', 'multithreading'],
      text('期间只负责单一联系人的客户'),
      text('期间没有多联系人的客户'),
    ],
  ];
  const ofItems = changes.filter(({ itemRef }) => itemRef !== null);
  expect(
    ofItems.map(({ field, itemRef, before, after }) => [field, itemRef, before, after]),
  ).toEqual(expected);
  await stop();
});

test('the content of two revisions has two fingerprints', async () => {
  const { client, reviewId, finalise, stop } = await startFinal();
  const amended = await client.reviews.amendReview({ reviewId, reason: '补一条' });
  await client.reviews.markEvidenceSeen(amended);
  await finalise(amended.reviewId);
  const [first, second] = await Promise.all([
    client.reviews.getReview({ reviewId }),
    client.reviews.getReview(amended),
  ]);
  expect(first.contentSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(second.contentSha256).not.toBe(first.contentSha256);
  await stop();
});

test('only the latest final revision can be amended, and only with a reason', async () => {
  const { client, reviewId, stop } = await startFinal();
  await expect(client.reviews.amendReview({ reviewId, reason: ' ' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  const amended = await client.reviews.amendReview({ reviewId, reason: '补一条' });
  for (const id of [reviewId, amended.reviewId]) {
    await expect(
      client.reviews.amendReview({ reviewId: id, reason: '再改' }),
    ).rejects.toMatchObject({ code: 'review_not_amendable' });
  }
  await stop();
});

test('an amendment that is taken back leaves the first revision amendable again', async () => {
  const { client, reviewId, stop } = await startFinal();
  await client.reviews.amendReview({ reviewId, reason: '点错了' });
  await client.workspace.undo();
  expect(await client.reviews.getReview({ reviewId })).toMatchObject({ amendedById: null });
  await client.reviews.amendReview({ reviewId, reason: '这次是真的' });
  await stop();
});

test('the audit is a chain that holds', async () => {
  const { client, workspace, reviewId, stop } = await startFinal();
  await client.reviews.amendReview({ reviewId, reason: '补一条' });
  const { events } = await client.reviews.getReview({ reviewId });
  expect(events.map(({ action }) => action)).toEqual(['started', 'finalised']);
  const broken = await workspace.taskContext().read(({ db }) => findBrokenLink(db));
  expect(broken).toBeNull();
  await stop();
});

test('a final review prints again as it was, whatever the workspace is called by then', async () => {
  const { backend, client, reviewId, documents, stop } = await startFinal();
  await client.settings.saveSettings({
    companyName: '改名后的公司',
    currency: 'JPY',
    fiscalYearStartMonth: 4,
  });
  const again = await client.reviews.printReview({ reviewId, copy: 'rep', language: 'zh-CN' });
  expect(again.name).toBe('2026H1_绩效评估_陈静_v1_员工版_2.pdf');
  expect(again.sha256).toBe(documents[0]?.sha256);
  const draft = await client.reviews.getReview({ reviewId: await buildReview(backend) });
  expect(draft.setting).toEqual({
    companyName: '改名后的公司',
    currency: 'JPY',
    periodName: '20260101-20260630',
  });
  await stop();
});

test('another copy of a final review is printed and kept; of a draft it is not', async () => {
  const { backend, client, reviewId, stop } = await startFinal();
  const copy = await client.reviews.printReview({ reviewId, copy: 'rep', language: 'en' });
  expect(copy.name).toBe('2026H1_Performance-review_陈静_v1_Employee-copy.pdf');
  const draft = await buildReview(backend);
  await expect(
    client.reviews.printReview({ reviewId: draft, copy: 'rep', language: 'en' }),
  ).rejects.toMatchObject({ code: 'review_not_final' });
  await stop();
});
