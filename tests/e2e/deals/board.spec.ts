import { DealsPage } from '../pages/deals-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/fixtures.ts';
import { type LaidDeals, layDeals, requireFields } from './lay-deals.ts';

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`the board in ${language}`, () => {
    test.use({ locale: language });
    let deals: DealsPage;
    let laid: LaidDeals;
    test.beforeEach(async ({ client, shell, page }) => {
      laid = await layDeals(client, language);
      deals = new DealsPage(page, language);
      await shell.goTo('deals');
      await expect(deals.card('信达二期')).toBeVisible();
    });

    test('a card is dragged to another stage, and one key takes it back', async ({
      shell,
      client,
    }) => {
      const { fresh, needs } = laid.stage;
      await deals.drag('信达二期', needs);
      await expect(deals.cardIn(needs, '信达二期')).toBeVisible();
      await expect(deals.cardIn(fresh, '信达二期')).toHaveCount(0);
      await expect(shell.toast).toContainText('信达二期');
      const { columns } = await client.deals.getBoard({ filter: {} });
      expect(columns.map(({ totals }) => totals.count)).toEqual([1, 2, 1, 0, 0, 0, 0]);
      await shell.press('ControlOrMeta+z');
      await expect(deals.cardIn(fresh, '信达二期')).toBeVisible();
    });

    test('a card is moved by keyboard, and what happens is said', async ({ shell, page }) => {
      const { needs, solution } = laid.stage;
      await deals.cardIn(needs, '海纳续约').focus();
      await shell.press('Space');
      await expect(deals.said).toContainText('海纳续约');
      await shell.press('ArrowRight');
      await expect(deals.said).toContainText(solution);
      await shell.press('Escape');
      await expect(deals.cardIn(needs, '海纳续约')).toBeFocused();
      await shell.press('Space');
      await shell.press('ArrowRight');
      await shell.press('Enter');
      await expect(deals.cardIn(solution, '海纳续约')).toBeVisible();
      await expect(deals.said).toContainText(solution);
      await expectAccessible(page);
    });

    test('a refused drop is back at once and names what is missing, to be answered there', async ({
      client,
    }) => {
      const { fresh, solution } = laid.stage;
      await requireFields(client, 'Solution validated', ['nextStep', 'product']);
      await deals.drag('信达二期', solution);
      await expect(deals.dialog).toContainText(deals.words.field.product);
      await expect(deals.cardIn(fresh, '信达二期')).toBeVisible({ timeout: 1000 });
      await deals.dialog.getByLabel(deals.words.field.nextStep, { exact: true }).fill('送样');
      await deals.dialog.getByRole('button', { name: deals.words.move.override }).click();
      await deals.dialog.getByLabel(deals.words.move.reason).fill('产品待定');
      await deals.dialog.getByRole('button', { name: deals.words.move.send, exact: true }).click();
      await expect(deals.cardIn(solution, '信达二期')).toBeVisible();
      await deals.card('信达二期').click();
      await expect(deals.pane).toContainText('产品待定');
      await expect(
        deals.pane.getByRole('textbox', { name: deals.words.field.nextStep, exact: true }),
      ).toHaveValue('送样');
    });

    test('losing a deal asks why; winning asks when and for how much', async ({ client }) => {
      const { lost, won } = laid.stage;
      await deals.drag('海纳续约', lost);
      await deals.dialog.getByRole('button', { name: deals.words.close.lost }).click();
      await expect(deals.dialog).toContainText(deals.words.close.needReason);
      await deals.dialog.getByRole('combobox', { name: deals.words.field.lossReason }).click();
      await deals.page.getByRole('option', { name: deals.words.lossReason.price }).click();
      await deals.dialog.getByRole('button', { name: deals.words.close.lost }).click();
      await expect(deals.cardIn(lost, '海纳续约')).toBeVisible();
      await deals.drag('金谷扩容', won);
      await deals.dialog.getByLabel(deals.words.field.wonAmount).fill('280000');
      await deals.dialog.getByRole('button', { name: deals.words.close.won }).click();
      await expect(deals.cardIn(won, '金谷扩容')).toBeVisible();
      const totals = await client.deals.getTotals({ filter: { statuses: ['won'] } });
      expect(totals).toMatchObject({ count: 1, sumMinor: 28_000_000 });
    });

    test('a deal opens over the board and Escape goes back to its very card', async ({
      shell,
      page,
    }) => {
      await deals.cardIn(laid.stage.fresh, '远方升级').focus();
      await shell.press('Enter');
      await expect(deals.pane).toContainText('信达集团');
      await expect(deals.card('信达二期')).toBeVisible();
      await expectAccessible(page);
      await shell.press('Escape');
      await expect(deals.pane).toHaveCount(0);
      await expect(deals.card('远方升级')).toBeFocused();
    });

    test('a new deal is made from the keyboard and opens', async ({ shell }) => {
      await shell.press('n');
      await deals.dialog.getByLabel(deals.words.field.name).fill('启明一期');
      await deals.dialog.getByLabel(deals.words.field.amount, { exact: true }).fill('66000');
      await shell.press('Enter');
      await expect(deals.pane).toContainText('66,000');
      await expect(deals.cardIn(laid.stage.fresh, '启明一期')).toBeVisible();
    });
  });
}
