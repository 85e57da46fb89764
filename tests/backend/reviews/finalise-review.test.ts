import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildReview, completeReview, fillExample } from '#tests/support/builders/review.ts';
import { buildCommitment } from '#tests/support/builders/session.ts';
import { stubPrinter } from '#tests/support/print.ts';
import { readDocument } from '#tests/support/read-document.ts';
import { removeTestDirectories, startBackend } from '#tests/support/start-backend.ts';

afterAll(removeTestDirectories);

async function startComplete() {
  const backend = await startBackend({ platform: stubPrinter });
  const reviewId = await buildReview(backend);
  await completeReview(backend, reviewId);
  const finalise = () => backend.client.reviews.finaliseReview({ reviewId, language: 'zh-CN' });
  return { ...backend, backend, reviewId, finalise };
}

test('everything that is missing is named at once, and nothing is lost', async () => {
  const backend = await startBackend({ platform: stubPrinter });
  const reviewId = await buildReview(backend);
  await fillExample(backend, reviewId);
  await backend.client.reviews.rateItem({ reviewId, itemRef: 'product', scoreMilli: null });
  const result = await backend.client.reviews.finaliseReview({ reviewId, language: 'en' });
  expect(result).toEqual({
    state: 'refused',
    problems: [
      { code: 'adjustment_reason_missing' },
      { code: 'evidence_not_seen' },
      { code: 'comment_missing', sectionCode: 'skills', itemRef: 'pipeline_hygiene' },
      { code: 'item_unscored', sectionCode: 'skills', itemRef: 'product' },
      { code: 'na_reason_missing', sectionCode: 'skills', itemRef: 'multithreading' },
      { code: 'comment_missing', sectionCode: 'behavior', itemRef: 'initiative' },
    ],
  });
  expect(await backend.client.reviews.getReview({ reviewId })).toMatchObject({
    status: 'draft',
    adjMilli: 100,
  });
  await backend.stop();
});

test('an unfinished note or reason that would be printed is named', async () => {
  const { client, reviewId, finalise, stop } = await startComplete();
  const { ratings } = await client.reviews.getReview({ reviewId });
  const write = (itemRef: string, field: string, text: string) => {
    const id = ratings.find((rating) => rating.itemRef === itemRef)?.id ?? '';
    return client.texts.saveText({ table: 'review_rating', id, field, text });
  };
  await client.reviews.overrideScore({ reviewId, itemRef: 'discovery', overrideMilli: 3500 });
  await write('discovery', 'override_reason', '待补充');
  await write('bookings', 'kpi_note', '口径 TBD');
  await write('multithreading', 'na_reason', '【】');
  // Neither overridden nor left out: these are not printed.
  await write('product', 'override_reason', 'TODO');
  await write('product', 'na_reason', 'TODO');
  expect(await finalise()).toEqual({
    state: 'refused',
    problems: [
      { code: 'draft_marker', field: 'kpiNote.bookings', marker: 'TBD' },
      { code: 'draft_marker', field: 'overrideReason.discovery', marker: '待补充' },
      { code: 'draft_marker', field: 'naReason.multithreading', marker: '【】' },
    ],
  });
  await stop();
});

test('a final review has three documents named by the rule, each with its own hash', async () => {
  const { backend, finalise, stop } = await startComplete();
  const result = await finalise();
  if (result.state !== 'final') throw new Error('not final');
  expect(result.documents.map(({ name }) => name)).toEqual([
    '2026H1_绩效评估_陈静_v1_员工版.pdf',
    '2026H1_绩效评估_陈静_v1_人事版.pdf',
    '2026H1_绩效评估_陈静_v1_主管版.pdf',
  ]);
  for (const { id, sha256 } of result.documents) {
    const bytes = await readDocument(backend, id);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
  await stop();
});

test('after that no command and no text changes it', async () => {
  const { client, reviewId, finalise, stop } = await startComplete();
  await finalise();
  const { ratings } = await client.reviews.getReview({ reviewId });
  const attempts = [
    client.reviews.rateItem({ reviewId, itemRef: 'discovery', scoreMilli: 1000 }),
    client.reviews.adjustScore({ reviewId, adjMilli: 0 }),
    client.reviews.addPoint({ reviewId, kind: 'goal' }),
    client.reviews.cancelReview({ reviewId }),
    client.texts.saveText({ table: 'review', id: reviewId, field: 'summary', text: 'x' }),
    client.texts.saveText({
      table: 'review_rating',
      id: ratings[0]?.id ?? '',
      field: 'comment',
      text: 'x',
    }),
    finalise(),
  ];
  for (const attempt of attempts) {
    await expect(attempt).rejects.toMatchObject({ code: 'record_locked' });
  }
  await stop();
});

test('undo cannot reach behind it', async () => {
  const { client, reviewId, finalise, stop } = await startComplete();
  await finalise();
  const before = await client.reviews.getReview({ reviewId });
  for (const { command } of await client.workspace.listUndoSteps()) {
    expect(command).not.toMatch(/^(reviews|texts)\./);
  }
  expect(await client.reviews.getReview({ reviewId })).toEqual(before);
  await stop();
});

test('the file itself refuses every change of a final review', async () => {
  const { workspace, finalise, stop } = await startComplete();
  await finalise();
  const context = workspace.taskContext();
  const changes = [
    sql`update review set summary = 'x'`,
    sql`update review set final_milli = 5000`,
    sql`update review set status = 'draft'`,
    sql`update review set deleted_at = '2027-01-01'`,
    sql`delete from review`,
    sql`update review_rating set score_milli = 5000`,
    sql`delete from review_rating`,
    sql`insert into review_point (id, review_id, kind, sort_order, created_at, updated_at)
        select 'x', id, 'goal', 1, 'x', 'x' from review`,
    sql`update review_event set at = 'x'`,
    sql`delete from review_event`,
  ];
  for (const change of changes) {
    const attempt = context.write('test.change', ({ db }) => change.execute(db));
    await expect(attempt).rejects.toThrow(/never changed|append-only/);
  }
  await stop();
});

test('a failed print leaves the review as it was', async () => {
  const backend = await startBackend({
    platform: { printPdf: () => Promise.reject(new Error('no printer')), log: silent },
  });
  const reviewId = await buildReview(backend);
  await completeReview(backend, reviewId);
  await expect(
    backend.client.reviews.finaliseReview({ reviewId, language: 'zh-CN' }),
  ).rejects.toMatchObject({ code: 'print_failed' });
  expect(await backend.client.reviews.getReview({ reviewId })).toMatchObject({ status: 'draft' });
  expect(await backend.client.documents.listDocuments({})).toEqual([]);
  await backend.stop();
});

test('evidence whose source was made private is named, printed nowhere and never sealed', async () => {
  const pages: string[] = [];
  const printPdf: typeof stubPrinter.printPdf = (html, ...rest) => {
    pages.push(html);
    return stubPrinter.printPdf(html, ...rest);
  };
  const backend = await startBackend({ platform: { printPdf } });
  const { client } = backend;
  const { id: personId } = await buildPerson(backend);
  const reviewId = await buildReview(backend, { personId });
  await completeReview(backend, reviewId);
  const { id: commitmentId } = await buildCommitment(backend, { personId, text: '谈过心结' });
  const done = { status: 'done', note: '', sessionId: null } as const;
  await client.coaching.settleCommitment({ commitmentId, closedOn: '2026-06-01', ...done });
  const source = { kind: 'commitment', refId: commitmentId } as const;
  const item = { reviewId, itemRef: 'discovery' };
  const { evidenceId } = await client.reviews.attachEvidence({ ...item, ...source });
  const preview = async () => {
    await client.reviews.previewReview({ reviewId, copy: 'rep', language: 'zh-CN' });
    return pages.at(-1);
  };
  expect(await preview()).toContain('谈过心结');
  const changes = { visibility: 'private' } as const;
  await client.coaching.changeCommitment({ commitmentId, changes });
  const finalise = () => client.reviews.finaliseReview({ reviewId, language: 'zh-CN' });
  const problem = { code: 'evidence_private', evidenceId, itemRef: 'discovery' };
  expect(await finalise()).toEqual({ state: 'refused', problems: [problem] });
  expect(await preview()).not.toContain('谈过心结');
  await client.coaching.removeCommitment({ commitmentId });
  expect(await finalise()).toEqual({ state: 'refused', problems: [problem] });
  await client.reviews.detachEvidence({ evidenceId });
  expect(await finalise()).toMatchObject({ state: 'final' });
  for (const html of pages.slice(1)) expect(html).not.toContain('谈过心结');
  await backend.stop();
});

test('a source made private while the copies are printed keeps the review open', async () => {
  let whilePrinting = async () => {};
  const backend = await startBackend({
    platform: {
      printPdf: async (...page) => {
        await whilePrinting();
        return stubPrinter.printPdf(...page);
      },
    },
  });
  const { client } = backend;
  const { id: personId } = await buildPerson(backend);
  const reviewId = await buildReview(backend, { personId });
  await completeReview(backend, reviewId);
  const { id: commitmentId } = await buildCommitment(backend, { personId });
  const done = { status: 'done', note: '', sessionId: null } as const;
  await client.coaching.settleCommitment({ commitmentId, closedOn: '2026-06-01', ...done });
  const source = { kind: 'commitment', refId: commitmentId } as const;
  await client.reviews.attachEvidence({ reviewId, itemRef: 'discovery', ...source });
  whilePrinting = async () => {
    const changes = { visibility: 'private' } as const;
    await client.coaching.changeCommitment({ commitmentId, changes });
  };
  const attempt = client.reviews.finaliseReview({ reviewId, language: 'zh-CN' });
  await expect(attempt).rejects.toMatchObject({ code: 'changed_meanwhile' });
  expect(await client.reviews.getReview({ reviewId })).toMatchObject({ status: 'draft' });
  await backend.stop();
});

const silent = { info: () => {}, error: () => {} };
