import { SettingsPage } from '../pages/settings-page.ts';
import { expect, test } from '../support/fixtures.ts';

test('the language changes at once and is kept', async ({ shell, page }) => {
  const settings = new SettingsPage(page);
  await shell.goTo('settings');
  await settings.openTab('appearance');
  await settings.choose('English');
  await expect(shell.title).toHaveText('Settings');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(shell.title).toHaveText('Settings');
});

test('undo and redo by keyboard take a setting back and bring it again', async ({
  shell,
  page,
}) => {
  const settings = new SettingsPage(page);
  await shell.goTo('settings');
  await settings.openTab('appearance');
  await settings.choose('English');
  await expect(shell.title).toHaveText('Settings');
  await shell.press('ControlOrMeta+z');
  await expect(shell.title).toHaveText('设置');
  await expect(shell.toast).toContainText('已撤销');
  await shell.press('ControlOrMeta+Shift+z');
  await expect(shell.title).toHaveText('Settings');
});

test('the toast takes the last change back', async ({ shell, page }) => {
  const settings = new SettingsPage(page);
  await shell.goTo('settings');
  const team = settings.field('团队名称');
  await team.fill('华东大客户组');
  await team.press('Enter');
  await expect(shell.rail).toContainText('华东大客户组');
  await shell.toast.getByRole('button', { name: '撤销' }).click();
  await expect(team).toHaveValue('');
});
