import { afterAll, beforeAll, expect, test } from 'vitest';
import { toItemRating } from '#backend/features/reviews/review-row.ts';
import { reviewTexts } from '#backend/features/reviews/review-texts.ts';
import { printReview } from '#backend/reports/reviews/print-review.ts';
import type { DocumentCopy, DocumentLanguage } from '#shared/contract/documents.ts';
import type { ReviewTemplateSection } from '#shared/contract/review-template.ts';
import type { Review } from '#shared/contract/reviews.ts';
import { scoreReview } from '#shared/domain/reviews/score.ts';
import { buildAccount } from '#tests/support/builders/account.ts';
import { buildDeal } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildReview, completeReview } from '#tests/support/builders/review.ts';
import { startPrinter, type TestPrinter } from '#tests/support/print.ts';
import { readDocument } from '#tests/support/read-document.ts';
import { type PdfContents, readPdf, textOf } from '#tests/support/read-pdf.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let printer: TestPrinter;
beforeAll(async () => {
  printer = await startPrinter();
});
afterAll(async () => {
  await printer.close();
  removeTestDirectories();
});

async function startReview(person = { name: '陈䶮静', employeeNo: 'S0102', managerName: '王喆' }) {
  const backend = await startBackend({ platform: printer });
  await backend.client.settings.saveSettings({ companyName: '信达科技' });
  const { id } = await buildPerson(backend, person);
  const reviewId = await buildReview(backend, { personId: id });
  await completeReview(backend, reviewId);
  const save = (table: string, row: string, field: string, text: string) =>
    backend.client.texts.saveText({ table, id: row, field, text });
  const preview = async (copy: DocumentCopy, language: DocumentLanguage, hideCustomers = false) => {
    const choice = { reviewId, copy, language, hideCustomers };
    const { base64 } = await backend.client.reviews.previewReview(choice);
    return readPdf(Buffer.from(base64, 'base64'));
  };
  return { backend, ...backend, reviewId, save, preview };
}

const says = (pdf: PdfContents, text: string) => textOf(pdf).includes(text.replaceAll(/\s+/g, ''));

test('no private text and no metadata of one reaches the copy for the employee', async () => {
  const { client, save, preview, reviewId, stop } = await startReview();
  const sentinel = 'SENTINEL私密哨兵';
  const { personId } = await client.reviews.getReview({ reviewId });
  await save('review', reviewId, 'private_assessment', sentinel);
  await save('review', reviewId, 'calibration_reason', sentinel);
  await save('person', personId, 'private_note', sentinel);
  await client.reviews.setPotential({ reviewId, potential: 4 });
  for (const language of ['zh-CN', 'en', 'zh-en'] as const) {
    const rep = await preview('rep', language);
    expect(JSON.stringify([rep.pages, rep.metadata, rep.outline])).not.toMatch(/SENTINEL|哨兵/);
    expect(textOf(rep)).not.toMatch(/潜力|Potential|审计|Audit/);
  }
  expect(says(await preview('hr', 'zh-CN'), sentinel)).toBe(false);
  const manager = await preview('manager', 'zh-CN');
  expect(says(manager, sentinel)).toBe(true);
  expect(says(manager, '仅本人')).toBe(true);
  await stop();
});

/** Every long text of a review, with a row to write it in. */
async function textPlaces(client: TestBackend['client'], reviewId: string) {
  await client.reviews.addPoint({ reviewId, kind: 'goal' });
  await client.reviews.overrideScore({ reviewId, itemRef: 'bookings', overrideMilli: 4000 });
  const { ratings, evidence, points } = await client.reviews.getReview({ reviewId });
  const rows: Record<string, readonly { id: string }[]> = {
    review: [{ id: reviewId }],
    review_rating: ratings,
    review_evidence: evidence,
    review_point: points,
  };
  return Object.entries(reviewTexts).flatMap(([table, { fields }]) =>
    (rows[table] ?? []).flatMap(({ id }) => fields.map((field) => ({ table, id, field }))),
  );
}

test('without customers, no copy names one, whatever text speaks of them', async () => {
  const { backend, client, save, preview, reviewId, stop } = await startReview();
  const { personId } = await client.reviews.getReview({ reviewId });
  const accountId = await buildAccount(backend, { name: 'QORVEX信达科技有限公司' });
  await buildAccount(backend, { name: 'ZULIMAR' });
  const deal = { ownerId: personId, accountId, amountMinor: 500_000, openedOn: '2026-01-10' };
  const won = await buildDeal(backend, { ...deal, name: 'PLINTHA二期' });
  await buildDeal(backend, { ...deal, name: 'WEXTON续约' });
  const [pipeline] = await client.deals.listPipelines();
  const stageId = pipeline?.stages.find(({ type }) => type === 'won')?.id ?? '';
  await client.deals.moveDeal({ id: won, stageId, closing: { closedOn: '2026-03-01' } });
  const evidence = { reviewId, itemRef: 'negotiation', kind: 'deal', refId: won } as const;
  await client.reviews.attachEvidence(evidence);
  const said = 'PLINTHA二期和WEXTON续约，qorvex信达科技与 ZULIMAR，以及QORVEX信达科技有限公司。';
  for (const { table, id, field } of await textPlaces(client, reviewId)) {
    await save(table, id, field, said);
  }
  const open = textOf(await preview('manager', 'zh-CN'));
  expect(open).toMatch(/PLINTHA.*WEXTON/s);
  for (const copy of ['rep', 'hr', 'manager'] as const) {
    const pdf = await preview(copy, copy === 'hr' ? 'en' : 'zh-CN', true);
    expect(
      JSON.stringify([pdf.pages, pdf.metadata, pdf.outline]).match(
        /plintha|wexton|qorvex|zulimar/gi,
      ),
    ).toBeNull();
  }
  expect(
    says(await preview('rep', 'zh-CN', true), '商机 1和商机 2，客户 1与 客户 2，以及客户 1。'),
  ).toBe(true);
  await stop();
});

test('the sum can be repeated by hand from the printed figures', async () => {
  const { preview, stop } = await startReview();
  const pdf = await preview('rep', 'en');
  for (const figure of ['3.33125', '3.3313', '3.27777777', '3.2778', '199.8750', '341.8194']) {
    expect(says(pdf, figure)).toBe(true);
  }
  expect(Math.round(((199.875 + 81.9444 + 60) / 100 + 0.1) * 100) / 100).toBe(3.52);
  expect(says(pdf, 'Final score 3.5182, rounded 3.52, band B')).toBe(true);
  await stop();
});

test('each language says the whole form, and both stand side by side', async () => {
  const { preview, stop } = await startReview();
  const [zh, en, both] = [
    await preview('rep', 'zh-CN'),
    await preview('rep', 'en'),
    await preview('rep', 'zh-en'),
  ];
  const chinese = ['绩效评估报告', '计分表', '达成率', '问清决策流程', '签字表示已阅并已面谈'];
  const english = [
    'Performance review',
    'Score table',
    'Maps the decision process',
    'not agreement',
  ];
  for (const text of chinese) expect([says(zh, text), says(both, text)]).toEqual([true, true]);
  for (const text of english) expect([says(en, text), says(both, text)]).toEqual([true, true]);
  expect(english.some((text) => says(zh, text))).toBe(false);
  expect(chinese.some((text) => says(en, text))).toBe(false);
  await stop();
});

test('the paper is tagged, outlined and set in TrueType of our own', async () => {
  const { preview, stop } = await startReview();
  const pdf = await preview('hr', 'zh-CN');
  expect(pdf.outline).toEqual(
    expect.arrayContaining(['结论', '计分表', '业绩指标', '能力', '行为', '审计记录', '签字']),
  );
  expect(pdf.roles).toMatchObject({ H1: 1, Table: 3 });
  expect(pdf.roles['TH']).toBeGreaterThan(10);
  expect(pdf.fonts.filter((font) => !/^(NotoSansSC|Inter)-\w+ CIDFontType2$/.test(font))).toEqual(
    [],
  );
  expect(pdf.metadata).toMatchObject({ Title: '绩效评估报告 陈䶮静 2026H1' });
  await stop();
});

test('a draft is marked across the page; the final copy is not', async () => {
  const { backend, client, preview, reviewId, stop } = await startReview();
  expect(says(await preview('rep', 'zh-CN'), '草稿DRAFT')).toBe(true);
  const result = await client.reviews.finaliseReview({ reviewId, language: 'zh-CN' });
  if (result.state !== 'final') throw new Error('not final');
  const rep = await readPdf(await readDocument(backend, result.documents[0]?.id ?? ''));
  expect(says(rep, 'DRAFT')).toBe(false);
  const { contentSha256 } = await client.reviews.getReview({ reviewId });
  expect(says(rep, contentSha256 ?? 'none')).toBe(true);
  await stop();
});

test('12,000 characters of both languages lose none, on as many pages as they take', async () => {
  const { client, save, preview, reviewId, stop } = await startReview();
  const paragraph = '客户 Acme 的谈判拖了三周，the buyer asked for 15% off；我们换来了两年合同。\n';
  const text = paragraph.repeat(Math.ceil(12_000 / paragraph.length));
  const { ratings } = await client.reviews.getReview({ reviewId });
  const id = ratings.find(({ itemRef }) => itemRef === 'negotiation')?.id ?? '';
  await save('review_rating', id, 'comment', text);
  const pdf = await preview('rep', 'zh-CN');
  const printed = textOf(pdf).split('我们换来了两年合同').length - 1;
  expect(printed).toBe(text.split('我们换来了两年合同').length - 1);
  pdf.pages.forEach((page, index) => {
    expect(page.replaceAll(/\s+/g, '')).toContain(`第${index + 1}/${pdf.pages.length}页`);
  });
  await stop();
});

test('names that turn the writing direction or hide characters are shown for what they are', async () => {
  const person = { name: '李\u202E雷\u200B <b>x</b>', employeeNo: '', managerName: '' };
  const { preview, stop } = await startReview(person);
  const pdf = await preview('rep', 'zh-CN');
  expect(says(pdf, '李U+202E雷U+200B<b>x</b>')).toBe(true);
  await stop();
});

test('signatures stand on one page, whatever comes before', async () => {
  const { save, preview, reviewId, stop } = await startReview();
  for (const lines of [2, 6, 10, 14]) {
    await save('review', reviewId, 'summary', '一行总评\n'.repeat(lines));
    const { pages } = await preview('rep', 'zh-CN');
    expect(pages.filter((page) => /签字表示|人事或隔级上级|如员工拒签/.test(page))).toHaveLength(1);
  }
  await stop();
});

/** A review as a long form makes it: 30 KPIs, 10 skills and words in both languages. */
function enlarge(review: Review): Review {
  const comment = '客户 Acme 的谈判拖了三周，the buyer asked for 15% off；换来了两年合同。'.repeat(
    7,
  );
  const counts: Readonly<Record<string, number>> = { kpi: 30, skill: 10 };
  const sections = review.template.sections.map((section) =>
    growSection(section, counts[section.kind] ?? section.items.length),
  );
  const template = { ...review.template, sections };
  const ratings = sections
    .filter(({ kind }) => kind !== 'text')
    .flatMap(({ kind, items }) => items.map(({ ref }) => rate(review, { kind, ref, comment })));
  const score = scoreReview({
    template,
    ratings: ratings.map((rating) => toItemRating(rating, 'up')),
    adjMilli: 0,
    calibratedMilli: null,
  });
  return { ...review, template, ratings, score: score as Review['score'] }; // lists are only read
}

function growSection(section: ReviewTemplateSection, count: number): ReviewTemplateSection {
  const items = Array.from({ length: count }, (_, index) => {
    const item = section.items[index % section.items.length];
    if (item === undefined) throw new Error('a section without items');
    const nameZh = `${item.nameZh} 第${index + 1}项`;
    return { ...item, ref: `${section.code}${index}`, nameZh, weightBp: 300 };
  });
  return { ...section, items };
}

function rate(
  { ratings }: Review,
  { kind, ref, comment }: { kind: string; ref: string; comment: string },
) {
  const [first] = ratings;
  if (first === undefined) throw new Error('no rating');
  const isKpi = kind === 'kpi';
  return {
    ...first,
    itemRef: ref,
    kpi: isKpi ? first.kpi : null,
    scoreMilli: isKpi ? null : 3000,
    comment,
  };
}

test('30 KPIs, 10 skills and long comments: no word clipped or lost, signatures whole', async () => {
  const { platform, client, reviewId, stop } = await startReview();
  const review = enlarge(await client.reviews.getReview({ reviewId }));
  const options = { review, copy: 'rep' } as const;
  for (const language of ['zh-CN', 'zh-en'] as const) {
    const paper = await printReview(platform, { ...options, language });
    const pdf = await readPdf(paper);
    expect(pdf.outside).toEqual([]);
    for (let number = 1; number <= 30; number += 1) expect(says(pdf, `第${number}项`)).toBe(true);
    expect(textOf(pdf).split('换来了两年合同').length - 1).toBe(43 * 7);
    const isSigned = (page: string) => /签字表示|人事或隔级上级|如员工拒签/.test(page);
    expect(pdf.pages.filter(isSigned)).toHaveLength(1);
  }
  await stop();
});
