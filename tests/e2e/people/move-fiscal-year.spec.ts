import type { AppClient } from '#backend/router.ts';
import { resources } from '#shared/i18n/index.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildReview } from '#tests/support/builders/review.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/fixtures.ts';

const { people, reviews } = resources['zh-CN'];

/** Quotas for two calendar quarters, and a review that asks for one more month. */
async function layQuotas(client: AppClient): Promise<string> {
  const { id: personId } = await buildPerson({ client }, { name: '韩梅梅' });
  const cells = ['2026-01-01', '2026-04-01'].map((periodStartOn) => ({
    personId,
    periodStartOn,
    amountMinor: 300_000_00,
  }));
  await client.people.setQuotas({ cells });
  await client.settings.saveSettings({ fiscalYearStartMonth: 2 });
  const period = { periodStartOn: '2026-02-01', periodEndOn: '2026-07-31' };
  return buildReview({ client }, { personId, ...period });
}

test('a month without a quota is named on the review, one click from where it is set', async ({
  shell,
  page,
  client,
}) => {
  const reviewId = await layQuotas(client);
  await shell.goTo('reviews');
  await page.evaluate((path) => location.assign(path), `#/reviews/${reviewId}?at="bookings"`);
  await expect(page.getByText('2026年7月还没有指标')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: reviews.kpi.setQuotas }).click();
  const cell = (index: number) =>
    page.getByRole('textbox', {
      name: people.quotas.cell.replace('{{name}}', '韩梅梅').replace('{{index}}', `${index}`),
    });
  await expect(cell(1)).toHaveValue('¥300,000');
  await expect(cell(1)).toHaveAccessibleDescription(people.quotas.divided);
  await expect(cell(2)).toHaveValue('¥200,000');
  await expect(cell(2)).toHaveAccessibleDescription('缺 1 个月');
  await expectAccessible(page);
  await cell(2).fill('36万');
  await cell(2).blur();
  await expect(cell(2)).toHaveValue('¥360,000');
  await expect(cell(2)).toHaveAccessibleDescription('');
  await page.goBack();
  await page.getByRole('button', { name: reviews.kpi.refresh }).click();
  await expect(page.getByRole('textbox', { name: reviews.kpi.target })).toHaveValue('660,000');
});
