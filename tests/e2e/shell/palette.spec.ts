import { expect, test } from '../support/fixtures.ts';

test('a command is found by its words, by pinyin and by its initials', async ({ shell }) => {
  for (const typed of ['演示', 'yanshi', 'ys']) {
    await shell.openPalette(typed);
    await expect(shell.paletteOptions.first()).toHaveText('开始演示模式');
    await shell.press('Escape');
  }
});

test('Enter takes the first line and arrows choose another', async ({ shell }) => {
  await shell.openPalette('');
  await shell.press('ArrowDown');
  await expect(shell.paletteOptions.nth(1)).toHaveAttribute('aria-selected', 'true');
  await shell.press('ArrowUp');
  await shell.press('ArrowUp');
  await expect(shell.paletteOptions.last()).toHaveAttribute('aria-selected', 'true');
  await shell.press('Enter');
  await expect(shell.palette).toContainText('本页快捷键');
});

test('what was chosen for a word comes first the next time', async ({ shell }) => {
  await shell.openPalette('c');
  await expect(shell.paletteOptions.first()).not.toHaveText('重做');
  await shell.paletteOptions.filter({ hasText: '重做' }).click();
  await expect(shell.failure).toContainText('没有可以重做的操作');
  await shell.openPalette('c');
  await expect(shell.paletteOptions.first()).toHaveText('重做');
});

test('the keys of the page are listed under ?', async ({ shell }) => {
  await shell.press('?');
  await expect(shell.palette).toContainText('演示模式');
  await shell.press('Escape');
  await expect(shell.palette).toBeHidden();
});

test('a record is found by the initials of its pinyin and opened with Enter', async ({
  shell,
  page,
  client,
}) => {
  await client.risks.addRisk({ title: '信达集中度', category: 'concentration' });
  await client.risks.addRisk({ title: '样机交付延误', category: 'delivery' });
  for (const typed of ['xdjzd', '信达', 'jizhong']) {
    await shell.openPalette(typed);
    await expect(shell.paletteOptions.first()).toContainText('信达集中度');
    await shell.press('Escape');
  }
  await shell.openPalette('xdjzd');
  await shell.press('Enter');
  await expect(page.getByRole('complementary')).toContainText('R-1');
});
