import { SettingsPage } from '../pages/settings-page.ts';
import { expect, test } from '../support/fixtures.ts';

test('a stage is renamed, reordered and taken back by undo', async ({ shell, page, client }) => {
  const settings = new SettingsPage(page);
  await shell.goTo('settings');
  await settings.openTab('stages');
  const first = settings.field('「新建」的中文名称');
  await first.fill('线索转化');
  await first.press('Enter');
  await expect(shell.toast).toBeVisible();
  await page.getByRole('button', { name: '「线索转化」后移' }).click();
  await expect(page.getByRole('button', { name: '「需求明确」前移' })).toBeDisabled();
  const names = async () =>
    (await client.deals.listPipelines())[0]?.stages.slice(0, 2).map(({ nameZh }) => nameZh);
  expect(await names()).toEqual(['需求明确', '线索转化']);
  await page.locator('h1').click();
  await shell.press('ControlOrMeta+z');
  await expect.poll(names).toEqual(['线索转化', '需求明确']);
  await shell.press('ControlOrMeta+z');
  await expect.poll(names).toEqual(['新建', '需求明确']);
});

test('a stage without deals goes at once and undo brings it back', async ({
  shell,
  page,
  client,
}) => {
  const settings = new SettingsPage(page);
  await shell.goTo('settings');
  await settings.openTab('stages');
  await page.getByRole('button', { name: '删除「立项汇报」' }).click();
  await expect(settings.field('「立项汇报」的中文名称')).toHaveCount(0);
  await shell.toast.getByRole('button', { name: '撤销' }).click();
  await expect(settings.field('「立项汇报」的中文名称')).toHaveValue('立项汇报');
  expect((await client.deals.listPipelines())[0]?.stages).toHaveLength(7);
});

test('a threshold is saved when the field is left', async ({ shell, page, client }) => {
  const settings = new SettingsPage(page);
  await shell.goTo('settings');
  await settings.openTab('warnings');
  const days = page.getByRole('textbox', { name: '天数' }).first();
  await days.fill('21');
  await days.press('Tab');
  const first = async () =>
    (await client.deals.getWarningSettings()).health.rules.noActivity.steps[0]?.over;
  await expect.poll(first).toBe(21);
});
