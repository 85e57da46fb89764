import { expect, test } from '../support/fixtures.ts';

test('the language changes at once and is kept', async ({ shell, page }) => {
  await shell.goTo('settings');
  await expect(shell.title).toHaveText('设置');
  await page.getByText('English').click();
  await expect(shell.title).toHaveText('Settings');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(shell.title).toHaveText('Settings');
});

test('undo and redo by keyboard take a setting back and bring it again', async ({
  shell,
  page,
}) => {
  await shell.goTo('settings');
  await page.getByText('English').click();
  await expect(shell.title).toHaveText('Settings');
  await shell.press('ControlOrMeta+z');
  await expect(shell.title).toHaveText('设置');
  await expect(shell.toast).toContainText('已撤销');
  await shell.press('ControlOrMeta+Shift+z');
  await expect(shell.title).toHaveText('Settings');
});
