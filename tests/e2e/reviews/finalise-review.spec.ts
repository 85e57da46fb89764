import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import type { AppClient } from '#backend/router.ts';
import { CALENDAR_YEAR, fiscalPeriod, shiftPeriod } from '#shared/domain/dates/fiscal.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { readPdf, textOf } from '#tests/support/read-pdf.ts';
import { ReviewPage } from '../pages/review-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { test as base, expect } from '../support/fixtures.ts';

const today = new Date().toISOString().slice(0, 10);
const half = shiftPeriod(fiscalPeriod(today, 'half', CALENDAR_YEAR), -1, CALENDAR_YEAR);

const cases = {
  'zh-CN': {
    person: '陈䶮静',
    kpis: ['新签额', '新增商机额', '赢率', '平均折扣'],
    skills: ['需求挖掘', '谈判', '商机数据规范', '产品知识'],
    leftOut: '多线关系',
    behaviors: ['客户第一', '协作', '主动'],
    summary: '总评',
    privateAssessment: '私密判断',
    privateField: '判断',
    on: '绩效评估报告',
  },
  en: {
    person: 'Grace Okafor',
    kpis: ['Bookings', 'Pipeline created', 'Win rate', 'Average discount'],
    skills: ['Discovery', 'Negotiation', 'Pipeline hygiene', 'Product knowledge'],
    leftOut: 'Multithreading',
    behaviors: ['Customer first', 'Collaboration', 'Initiative'],
    summary: 'Overall assessment',
    privateAssessment: 'Private assessment',
    privateField: 'Assessment',
    on: 'Performance review',
  },
} as const;

const kpiFigures = [
  ['2000000', '2150000'],
  ['6000000', '5400000'],
  ['30', '33'],
  ['12', '13.5'],
] as const;

/** A person with a deal won in each of three months of the half-year under review. */
async function layDeals(client: AppClient, name: string): Promise<void> {
  const { id } = await client.people.addPerson({ name, employeeNo: 'S0102', managerName: '王喆' });
  const [pipeline] = await client.deals.listPipelines();
  const [first] = pipeline?.stages ?? [];
  const won = pipeline?.stages.find(({ type }) => type === 'won');
  for (const [index, deal] of ['Acme', 'Borealis', 'Cyan'].entries()) {
    const openedOn = addDays(half.startOn, index * 30);
    const made = await client.deals.createDeal({
      name: deal,
      ownerId: id,
      amountMinor: 50_000_000,
      stageId: first?.id ?? '',
      openedOn,
    });
    await client.deals.moveDeal({
      id: made.id,
      stageId: won?.id ?? '',
      closing: { closedOn: addDays(openedOn, 20) },
    });
  }
}

/** The deals are there before the page is. */
const test = base.extend<{ laid: null }>({
  laid: [
    async ({ client, options }, use) => {
      await layDeals(client, cases[options.settings?.language ?? 'zh-CN'].person);
      await use(null);
    },
    { auto: true },
  ],
});

async function contentsOf(download: Download) {
  return readPdf(await readFile(await download.path()));
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(language, () => {
    test.use({ options: { sample: false, settings: { language } } });
    const words = cases[language];

    test('a review is filled in, made final and saved as three PDFs', async ({ shell, page }) => {
      test.setTimeout(400_000);
      await shell.goTo('reviews');
      await expectAccessible(page);
      const review = new ReviewPage(page, language);
      await review.start(words.person);

      for (const [index, [target, actual]] of kpiFigures.entries()) {
        await review.setKpi(words.kpis[index] ?? '', target, actual);
      }
      for (const [index, score] of [4, 3, 2, 4].entries()) {
        await review.rate(words.skills[index] ?? '', score);
      }
      await review.markNotApplicable(words.leftOut, 'one contact only');
      for (const [index, score] of [4, 3, 5].entries()) {
        await review.rate(words.behaviors[index] ?? '', score);
      }
      await expect(review.score).toContainText('3.42');

      await review.go(words.skills[0]);
      await review.candidates.filter({ hasText: 'Acme' }).click();
      await expect(review.attached).toHaveCount(1);
      await shell.press('e');
      await expect(review.attached).toHaveCount(2);
      await expectAccessible(page);

      await review.openFinalise();
      await expect(review.missing).toHaveCount(2);
      await expectAccessible(page);
      await review.missing.first().getByRole('button').click();
      await review.comment('five deals without a next step');
      await review.go(words.behaviors[2]);
      await review.comment('led two reviews of lost deals');
      await review.go(words.summary);
      await review.write(words.summary, 'Bookings above target; data must be kept current.');
      await review.go(words.privateAssessment);
      await review.write(words.privateField, 'SENTINEL 私密');
      await expectAccessible(page);

      await review.finalise();
      const [rep, hr, manager] = [
        await contentsOf(await review.download('rep')),
        await contentsOf(await review.download('hr')),
        await contentsOf(await review.download('manager')),
      ];
      for (const pdf of [rep, hr, manager]) {
        expect(textOf(pdf)).toContain(words.on.replaceAll(' ', ''));
        expect(textOf(pdf)).toContain('3.42');
        expect(pdf.fonts.every((font) => font.endsWith('CIDFontType2'))).toBe(true);
      }
      expect(JSON.stringify([rep, hr])).not.toContain('SENTINEL');
      expect(textOf(manager)).toContain('SENTINEL');
      await expectAccessible(page);

      await shell.goTo('documents');
      await expect(page.getByRole('row')).toHaveCount(4);
      await expectAccessible(page);
      await page.getByText(/_(员工版|Employee-copy)\.pdf$/).click();
      await expect(review.previewPages.first()).toBeVisible({ timeout: 30_000 });
      await expectAccessible(page);
    });
  });
}

test('the preview is the printed paper, and follows what is typed', async ({ shell, page }) => {
  test.setTimeout(120_000);
  await shell.goTo('reviews');
  const review = new ReviewPage(page, 'zh-CN');
  await review.start(cases['zh-CN'].person);
  await review.togglePreview();
  await expect(review.previewPages.first()).toBeVisible({ timeout: 30_000 });
  const before = await review.previewPages.first().screenshot();
  await review.rate('需求挖掘', 5);
  await expect
    .poll(async () => before.equals(await review.previewPages.first().screenshot()), {
      timeout: 30_000,
    })
    .toBe(false);
});
