import { resources } from '#shared/i18n/index.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({ options: { sample: true, settings: {} } });

test('the day opens with lines that J and K walk, Enter opens and E settles', async ({
  shell,
  page,
  client,
}) => {
  const { language } = await client.settings.getSettings();
  const words = resources[language].today;
  await shell.goTo('today');
  const now = page.getByRole('region', { name: words.now.title });
  await expect(now.locator('[data-line]').first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(now.locator('[data-line]').first().locator('a, button').first()).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(shell.title).not.toContainText(words.title.split(/[,， ]/)[0] ?? '');

  await shell.goTo('today');
  const { commitments } = await client.today.getToday();
  const [first] = commitments.items;
  expect(first).toBeDefined();
  const line = now
    .locator('[data-line]')
    .filter({ hasText: first?.text ?? '' })
    .first();
  await line.locator('a, button').first().focus();
  await page.keyboard.press('e');
  await expect
    .poll(async () => (await client.today.getToday()).commitments.items.map(({ id }) => id))
    .not.toContain(first?.id);
});
