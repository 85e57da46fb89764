import type { Page } from '@playwright/test';
import { resources } from '#shared/i18n/index.ts';
import { buildReview, completeReview } from '#tests/support/builders/review.ts';
import { ReviewPage } from '../pages/review-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { test as base, expect } from '../support/fixtures.ts';

const { common, reviews, documents, facts } = resources['zh-CN'];
const presentation = 'ControlOrMeta+Shift+h';

/** A final review and a draft are there before the page is. */
const test = base.extend<{ laid: { finalId: string; draftId: string; personId: string } }>({
  laid: [
    async ({ client }, use) => {
      const { id: personId } = await client.people.addPerson({ name: '韩梅梅' });
      const finalId = await buildReview({ client }, { personId });
      await completeReview({ client }, finalId);
      await client.reviews.finaliseReview({ reviewId: finalId, language: 'zh-CN' });
      const period = { periodStartOn: '2026-07-01', periodEndOn: '2026-12-31' };
      const draftId = await buildReview({ client }, { personId, ...period });
      await use({ finalId, draftId, personId });
    },
    { auto: true, timeout: 120_000 },
  ],
});

async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => location.assign(hash), `#${path}`);
}

test('no manager copy is previewed, saved or opened while presenting', async ({
  shell,
  page,
  laid,
}) => {
  test.setTimeout(180_000);
  await shell.goTo('reviews');
  await visit(page, `/reviews/${laid.finalId}?preview=true`);
  const review = new ReviewPage(page, 'zh-CN');
  const save = page.getByRole('button', { name: documents.copy.manager });
  const preview = page.getByRole('complementary', { name: reviews.preview.title });
  await preview.getByText(documents.copy.manager).click();
  await expect(review.previewPages.first()).toBeVisible({ timeout: 60_000 });
  await expect(save).toBeVisible();

  await shell.press(presentation);
  await expect(preview.getByRole('radio', { name: documents.copy.rep })).toBeChecked();
  await preview.getByText(documents.copy.manager).click();
  await expect(preview).toContainText(common.privacy.hidden);
  await expect(review.previewPages).toHaveCount(0);
  await expect(save).toHaveCount(0);
  await expect(review.outline).toHaveCount(0);
  await page.getByRole('button', { name: reviews.final.print }).click();
  const copies = page.getByRole('menuitem');
  await expect(copies.filter({ hasText: documents.copy.rep }).first()).toBeVisible();
  await expect(copies.filter({ hasText: documents.copy.manager })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await preview.getByText(documents.copy.rep).click();
  await expect(review.previewPages.first()).toBeVisible({ timeout: 60_000 });

  await shell.press(presentation);
  await shell.goTo('documents');
  await page.getByText(/_主管版\.pdf$/).click();
  await expect(review.previewPages.first()).toBeVisible({ timeout: 30_000 });
  await shell.press(presentation);
  const opened = page.getByRole('dialog');
  await expect(opened).toContainText(common.privacy.hidden);
  await expect(review.previewPages).toHaveCount(0);
  await expect(opened.getByRole('button', { name: documents.save })).toHaveCount(0);
});

test('scores, the form of a draft and the brief are hidden while presenting', async ({
  shell,
  page,
  laid,
}) => {
  await shell.goTo('reviews');
  const scores = page.getByText(/^\d\.\d\d$/);
  for (const path of ['/reviews', `/team/${laid.personId}?tab=reviews`]) {
    await visit(page, path);
    await expect(scores.first()).toBeVisible();
    await shell.press(presentation);
    await expect(page.getByText(reviews.status.draft)).toBeVisible();
    await expect(scores).toHaveCount(0);
    await shell.press(presentation);
  }

  await visit(page, `/reviews/${laid.draftId}`);
  const review = new ReviewPage(page, 'zh-CN');
  await expect(review.outline).toBeVisible();
  await shell.press(presentation);
  await expect(page.getByRole('main')).toContainText(common.privacy.hidden);
  await expect(review.outline).toHaveCount(0);
  await expect(review.evidence).toHaveCount(0);
  await expectAccessible(page);
  await shell.press(presentation);

  await visit(page, `/coaching/prep/${laid.personId}`);
  const brief = page.getByRole('region', { name: facts.brief.title });
  const print = page.getByRole('button', { name: facts.brief.print });
  await expect(print).toBeVisible();
  await expect(brief.getByRole('heading').first()).toBeVisible();
  await shell.press(presentation);
  await expect(brief).toContainText(common.privacy.hidden);
  await expect(brief.getByRole('heading')).toHaveCount(0);
  await expect(print).toHaveCount(0);
  await expectAccessible(page);
});
