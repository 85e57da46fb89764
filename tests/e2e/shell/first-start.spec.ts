import { expect, test } from '../support/fixtures.ts';

test.use({ options: { sample: false, settings: null }, locale: 'zh-CN' });

test('the first start asks three things and opens an empty workspace', async ({
  shell,
  page,
  client,
}) => {
  await expect(shell.title).toContainText('欢迎使用 Bellwether');
  await page.getByText('English', { exact: true }).click();
  await expect(shell.title).toHaveText('Welcome to Bellwether');
  await page.getByLabel('Name of your team').fill('Key accounts, East');
  await page.getByRole('combobox', { name: 'Currency of your deals' }).fill('dollar usd');
  await page.getByRole('combobox', { name: 'Currency of your deals' }).fill('US Dollar');
  await page.getByRole('option', { name: 'US Dollar USD' }).click();
  await page.getByRole('button', { name: 'Start empty' }).click();
  await expect(shell.rail).toContainText('Key accounts, East');
  expect(await client.settings.getSettings()).toMatchObject({
    isSetUp: true,
    language: 'en',
    teamName: 'Key accounts, East',
    currency: 'USD',
  });
});

test('undo never leads back to the first start', async ({ shell, page }) => {
  await page.getByRole('button', { name: '从空白开始' }).click();
  await expect(shell.rail).toBeVisible();
  await shell.press('ControlOrMeta+z');
  await expect(shell.failure).toContainText('没有可以撤销的操作');
  await expect(shell.rail).toBeVisible();
});

test('the sample opens in a file of its own and goes with one click', async ({ shell, page }) => {
  await page.getByRole('button', { name: '先看示例数据' }).click();
  await expect(page.getByText('当前显示的是示例数据')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '移除示例，使用自己的数据' }).click();
  await expect(shell.title).toContainText('欢迎使用 Bellwether');
});

test('the way over the import opens it in the new workspace', async ({ shell, page }) => {
  await page.getByRole('button', { name: '从 CRM 导入' }).click();
  await expect(shell.title).toHaveText('导入');
  await expect(page.getByRole('region', { name: '添加文件' })).toBeVisible();
});
