import type { Language } from '#shared/contract/fields.ts';
import { createFormat } from '#shared/i18n/format.ts';
import { resources } from '#shared/i18n/index.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/fixtures.ts';

for (const language of ['zh-CN', 'en'] as const satisfies Language[]) {
  const words = resources[language].today;

  test.describe(`a day of the team in ${language}`, () => {
    test.use({ options: { sample: true, settings: { language } } });

    test('J and K walk the lines, Enter opens one and E settles it', async ({
      shell,
      page,
      client,
    }) => {
      await shell.goTo('today');
      const now = page.getByRole('region', { name: words.now.title });
      const lines = now.locator('[data-line]');
      await expect(lines.first()).toBeVisible();
      await expectAccessible(page);
      await shell.press('j');
      await expect(lines.first().locator('a, button').first()).toBeFocused();
      await shell.press('j');
      await shell.press('k');
      await shell.press('Enter');
      await expect(page).toHaveURL(/coaching\/prep/);

      await page.goBack();
      const { commitments } = await client.today.getToday();
      const [first, second] = commitments.items;
      await lineOf(first?.text).locator('a, button').first().focus();
      await shell.press('e');
      await expect(shell.toast).toBeVisible();
      await expect(lineOf(second?.text).locator('a, button').first()).toBeFocused();
      const left = (await client.today.getToday()).commitments.items.map(({ id }) => id);
      expect(left).not.toContain(first?.id);

      function lineOf(text = '') {
        return lines.filter({ hasText: text }).first();
      }
    });

    test('who promised what and who waits for a talk is gone while presenting', async ({
      shell,
      page,
      client,
    }) => {
      await shell.goTo('today');
      const { commitments } = await client.today.getToday();
      const promise = page.getByText(commitments.items[0]?.text ?? '').first();
      const late = page.locator('[class*=_late_]');
      await expect(promise).toBeVisible();
      await expect(late.first()).toBeVisible();
      await shell.press('ControlOrMeta+Shift+h');
      await expect(promise).toHaveCount(0);
      await expect(late).toHaveCount(0);
      await expectAccessible(page);
    });

    test('a figure and a count open exactly their deals', async ({ shell, page, client }) => {
      const { changes, quarter, stuck } = await client.today.getToday();
      const { currency } = await client.settings.getSettings();
      await shell.goTo('today');
      const forecast = createFormat(language, currency).moneyShort(quarter.forecastMinor);
      await page
        .getByRole('button', { name: new RegExp(`^${words.quarter.forecast}`) })
        .filter({ hasText: forecast })
        .click();
      await expect(page.getByText(new RegExp(`· .*${forecast.replace('$', '\\$')}`))).toBeVisible();

      await page.goBack();
      const forward = words.news.forward_other.replace('{{count}}', String(changes.forward));
      await page.getByRole('link', { name: forward, exact: true }).click();
      const { bar, list } = resources[language].deals.changes;
      const lens = page.getByRole('button', { name: new RegExp(`^${bar.forward}`) });
      await expect(lens).toHaveAttribute('aria-pressed', 'true');
      const rows = page.getByRole('grid', { name: list }).locator('[role=row][aria-rowindex]');
      await expect(rows).toHaveCount(Math.min(changes.forward, 30) + 1);

      await page.goBack();
      const [deal] = stuck.items;
      await page
        .getByRole('button', { name: words.stuck.snoozeDeal.replace('{{name}}', deal?.name ?? '') })
        .click();
      await expect(page.getByRole('dialog')).toContainText(deal?.name ?? '');
    });
  });

  test.describe(`a fresh workspace in ${language}`, () => {
    test.use({ options: { sample: false, settings: { language } } });

    test('the day says what to do first and leads there', async ({ shell, page }) => {
      await shell.goTo('today');
      const first = page.getByRole('region', { name: words.first.title });
      await expect(first).toBeVisible();
      await expectAccessible(page);
      await first.getByRole('link', { name: words.first.people.go }).click();
      await expect(shell.title).toContainText(resources[language].people.title);
    });
  });
}
