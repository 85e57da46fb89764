import { readFile } from 'node:fs/promises';
import { DealsPage } from '../pages/deals-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/fixtures.ts';
import { type LaidDeals, layDeals } from './lay-deals.ts';

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`deals in ${language}`, () => {
    test.use({ locale: language });
    let deals: DealsPage;
    let laid: LaidDeals;
    test.beforeEach(async ({ client, shell, page }) => {
      laid = await layDeals(client, language);
      deals = new DealsPage(page, language);
      await shell.goTo('deals');
      await expect(deals.card('信达二期')).toBeVisible();
    });

    test('one filter holds for board, table and changes, and survives a reload', async ({
      page,
    }) => {
      await deals.openFilter('owners');
      await page.getByRole('checkbox', { name: '韩梅' }).check();
      await page.keyboard.press('Escape');
      await expect(deals.card('信达二期')).toHaveCount(0);
      await expect(deals.card('金谷扩容')).toBeVisible();
      const said = await deals.totals.textContent();
      await deals.show('table');
      await expect(deals.row('金谷扩容')).toBeVisible();
      await expect(deals.row('海纳续约')).toBeVisible();
      await expect(deals.row('信达二期')).toHaveCount(0);
      expect(await deals.totals.textContent()).toBe(said);
      await deals.show('changes');
      await expect(deals.row('金谷扩容')).toBeVisible();
      await expect(deals.row('信达二期')).toHaveCount(0);
      await page.reload();
      await expect(deals.row('金谷扩容')).toBeVisible();
      await deals.show('board');
      await expect(deals.card('信达二期')).toHaveCount(0);
    });

    test('ticked deals change in one step, shown beforehand, and go back in one', async ({
      client,
      shell,
      page,
    }) => {
      await deals.show('table');
      await page
        .getByRole('button', { name: /4/ })
        .filter({ hasText: /全选|Select all/ })
        .click();
      await deals.row('金谷扩容').getByRole('checkbox').uncheck();
      await page.getByRole('button', { name: deals.words.bulk.title }).click();
      await deals.dialog.getByRole('combobox', { name: deals.words.bulk.add }).click();
      await page.getByRole('option', { name: deals.words.bulk.field.owner, exact: true }).click();
      await deals.dialog.getByRole('combobox', { name: deals.words.field.owner }).click();
      await page.getByRole('option', { name: '韩梅' }).click();
      await expect(deals.dialog.getByRole('status')).toContainText(/2/);
      await deals.dialog.getByRole('button', { name: /2/ }).click();
      await expect(deals.dialog).toHaveCount(0);
      const mine = { filter: { ownerIds: [laid.owners.mei] } };
      expect(await client.deals.getTotals(mine)).toMatchObject({ count: 4 });
      await expect(shell.toast).toContainText('2');
      await shell.press('ControlOrMeta+z');
      await expect.poll(async () => (await client.deals.getTotals(mine)).count).toBe(2);
      await expectAccessible(page);
    });

    test('the table is walked, ticked and opened by keyboard', async ({ shell, page }) => {
      await deals.show('table');
      await expect(deals.row('信达二期')).toBeVisible();
      await shell.press('j');
      await shell.press('x');
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
      await shell.press('Enter');
      await expect(deals.pane).toBeVisible();
      await shell.press('Escape');
      await expect(deals.pane).toHaveCount(0);
    });

    test('rows are sorted and grouped with their sums, and columns stay as arranged', async ({
      page,
    }) => {
      await deals.show('table');
      await page.getByRole('button', { name: deals.words.column.amount, exact: true }).click();
      await expect(deals.grid.getByRole('row').nth(1)).toContainText('海纳续约');
      await page.getByRole('combobox', { name: deals.words.table.group }).click();
      await page.getByRole('option', { name: deals.words.grouping.owner }).click();
      await expect(deals.row('李雷').first()).toContainText(/60|600/);
      await page.getByRole('button', { name: /显示列|Columns/ }).click();
      await page.getByRole('checkbox', { name: deals.words.column.weighted }).check();
      await page.keyboard.press('Escape');
      await page.reload();
      await expect(
        page.getByRole('columnheader', { name: deals.words.column.weighted }),
      ).toBeVisible();
    });

    test('a view keeps its filter under a name', async ({ page }) => {
      await deals.search('续约');
      await expect(deals.card('信达二期')).toHaveCount(0);
      await page.getByRole('button', { name: deals.words.views.title }).click();
      await page.getByRole('menuitem', { name: deals.words.views.save }).click();
      await deals.dialog.getByLabel(deals.words.views.name).fill('续约单');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: deals.words.filter.clear }).click();
      await expect(deals.card('信达二期')).toBeVisible();
      await page.getByRole('button', { name: deals.words.views.title }).click();
      await page.getByRole('menuitem', { name: '续约单' }).click();
      await expect(deals.card('信达二期')).toHaveCount(0);
      await expect(deals.card('海纳续约')).toBeVisible();
    });

    test('the list is saved as a file with its rows and columns', async ({ page }) => {
      await deals.show('table');
      await page.getByRole('button', { name: deals.words.table.export }).click();
      const waiting = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: deals.words.table.exportCsv }).click();
      const file = await readFile(await (await waiting).path(), 'utf8');
      const [head = '', ...rows] = file.trim().split(/\r?\n/);
      expect(head).toContain(deals.words.column.amount);
      expect(rows).toHaveLength(4);
      expect(rows.find((row) => row.includes('信达二期'))).toContain('480000');
    });

    test('the bars of the changes open the deals behind them', async ({ client, page }) => {
      const { columns } = await client.deals.getBoard({ filter: {} });
      const deal = columns.flatMap(({ cards }) => cards).find(({ name }) => name === '信达二期');
      const [pipeline] = await client.deals.listPipelines();
      const won = pipeline?.stages.find(({ type }) => type === 'won');
      await client.deals.moveDeal({ id: deal?.id ?? '', stageId: won?.id ?? '' });
      await deals.show('changes');
      await page
        .getByRole('button', { name: new RegExp(`^${deals.words.changes.bar.won} ?1$`) })
        .click();
      await expect(deals.grid.getByRole('row')).toHaveCount(2);
      await expect(deals.row('信达二期')).toBeVisible();
      await expectAccessible(page);
    });
  });
}
