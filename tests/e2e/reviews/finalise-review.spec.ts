import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import type { AppClient } from '#backend/router.ts';
import { CALENDAR_YEAR, fiscalPeriod, shiftPeriod } from '#shared/domain/dates/fiscal.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import { resources } from '#shared/i18n/index.ts';
import { buildReview, completeReview } from '#tests/support/builders/review.ts';
import { readDocument } from '#tests/support/read-document.ts';
import { readPdf, textOf } from '#tests/support/read-pdf.ts';
import { ReviewPage } from '../pages/review-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { answeredScore, answerItems, executiveForm, writeTexts } from './executive-form.ts';

const today = new Date().toISOString().slice(0, 10);
const half = shiftPeriod(fiscalPeriod(today, 'half', CALENDAR_YEAR), -1, CALENDAR_YEAR);

const people = { 'zh-CN': '陈䶮静', en: 'Grace Okafor' } as const;

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
      await layDeals(client, people[options.settings?.language ?? 'zh-CN']);
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
    const form = executiveForm[language];

    test('a review is filled in, made final and saved as three PDFs', async ({ shell, page }) => {
      test.setTimeout(400_000);
      await shell.goTo('reviews');
      await expectAccessible(page);
      const review = new ReviewPage(page, language);
      await review.start(people[language]);

      await answerItems(review, form);
      await expect(review.score).toContainText(answeredScore);

      await review.go(form.skills[0]);
      await review.candidates.filter({ hasText: 'Acme' }).click();
      await expect(review.attached).toHaveCount(1);
      await shell.press('e');
      await expect(review.attached).toHaveCount(2);
      await expectAccessible(page);

      await review.openFinalise();
      await expect(review.missing).toHaveCount(2);
      await expectAccessible(page);
      await review.missing.first().getByRole('button').click();
      await expect(page.getByRole('heading', { level: 2, name: form.skills[2] })).toBeVisible();
      await writeTexts(review, form, 'SENTINEL 私密');
      await expectAccessible(page);

      await review.finalise();
      const [rep, hr, manager] = [
        await contentsOf(await review.download('rep')),
        await contentsOf(await review.download('hr')),
        await contentsOf(await review.download('manager')),
      ];
      for (const pdf of [rep, hr, manager]) {
        expect(textOf(pdf)).toContain(form.on.replaceAll(' ', ''));
        expect(textOf(pdf)).toContain(answeredScore);
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
  await review.start(people['zh-CN']);
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

/** A final review with one deal as evidence, made while the workspace counted in yuan. */
async function layFinal(client: AppClient): Promise<string> {
  const [person] = await client.people.listPeople({});
  const { startOn: periodStartOn, endOn: periodEndOn } = half;
  const period = { personId: person?.id ?? '', periodStartOn, periodEndOn };
  const reviewId = await buildReview({ client }, period);
  const [candidate] = await client.reviews.listCandidates({ reviewId });
  const { kind, refId } = candidate ?? { kind: 'deal' as const, refId: '' };
  await client.reviews.attachEvidence({ reviewId, itemRef: 'negotiation', kind, refId });
  await completeReview({ client }, reviewId);
  await client.reviews.finaliseReview({ reviewId, language: 'zh-CN' });
  return reviewId;
}

test('a final review keeps its currency when the workspace changes to another', async ({
  shell,
  page,
  client,
}) => {
  test.setTimeout(180_000);
  const reviewId = await layFinal(client);
  await client.settings.saveSettings({ currency: 'USD' });
  await shell.goTo('reviews');
  await page.evaluate((path) => location.assign(path), `#/reviews/${reviewId}?at="negotiation"`);
  const review = new ReviewPage(page, 'zh-CN');
  await expect(review.attached).toContainText('¥50万');
  await review.go('新签额');
  await page.locator('summary').first().click();
  await expect(page.getByText('¥500,000').first()).toBeVisible();
  await expect(page.getByText('$')).toHaveCount(0);
});

test('a further copy of a final review can leave the customers out', async ({
  shell,
  page,
  client,
}) => {
  test.setTimeout(180_000);
  const reviewId = await layFinal(client);
  await shell.goTo('reviews');
  await page.evaluate((path) => location.assign(path), `#/reviews/${reviewId}`);
  const { final, finalise } = resources['zh-CN'].reviews;
  const { copy, language } = resources['zh-CN'].documents;
  await page.getByRole('button', { name: final.print }).click();
  await page.getByRole('menuitemcheckbox', { name: finalise.hideCustomers }).click();
  await expect(page.getByRole('menuitemcheckbox', { checked: true })).toBeVisible();
  await page.getByRole('menuitem', { name: `${copy.hr} · ${language.en}` }).click();
  const list = () => client.documents.listDocuments({ subjectId: reviewId });
  await expect.poll(async () => (await list()).length, { timeout: 60_000 }).toBe(4);
  const texts = await Promise.all(
    (await list()).map(async ({ id }) => textOf(await readPdf(await readDocument({ client }, id)))),
  );
  expect(texts.map((text) => /Acme|Borealis|Cyan/.test(text))).toEqual([false, true, true, true]);
});
