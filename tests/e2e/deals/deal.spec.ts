import { resources } from '#shared/i18n/index.ts';
import { DealsPage } from '../pages/deals-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/fixtures.ts';
import { layDeals } from './lay-deals.ts';

const unreadable = {
  'zh-CN': resources['zh-CN'].common.amount.unreadable,
  en: resources.en.common.amount.unreadable,
};

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`a deal in ${language}`, () => {
    test.use({ locale: language });
    let deals: DealsPage;
    test.beforeEach(async ({ client, shell, page }) => {
      await layDeals(client, language);
      deals = new DealsPage(page, language);
      await shell.goTo('deals');
      await deals.card('信达二期').click();
      await expect(deals.pane).toBeVisible();
    });

    test('a probability set by hand is marked, and one click follows the stage again', async () => {
      const { field, deal } = deals.words;
      const probability = deals.pane.getByRole('textbox', { name: field.probability });
      await probability.fill('45');
      await probability.press('Enter');
      const follow = deals.pane.getByRole('button', { name: deal.followStage });
      await expect(follow).toBeVisible();
      await follow.click();
      await expect(follow).toHaveCount(0);
      await expect(probability).toHaveValue(/10/);
    });

    test('an amount is typed as people write it, and what is none stays with a word on it', async () => {
      const amount = deals.pane.getByRole('textbox', { name: deals.words.field.amount });
      await amount.fill('120万');
      await amount.press('Enter');
      await expect(amount).toHaveValue('1,200,000');
      await amount.fill('-500');
      await amount.press('Enter');
      await expect(amount).toHaveAccessibleDescription(unreadable[language]);
      await amount.press('Escape');
      await expect(amount).toHaveValue('1,200,000');
    });

    test('a next step is kept without leaving the field, by a pause and by going back', async ({
      page,
      client,
    }) => {
      const step = deals.pane.getByRole('textbox', {
        name: deals.words.field.nextStep,
        exact: true,
      });
      const kept = async () => {
        const { columns } = await client.deals.getBoard({ filter: { text: '信达二期' } });
        return columns.flatMap(({ cards }) => cards)[0]?.nextStep.text;
      };
      await step.fill('约采购');
      await expect.poll(kept).toBe('约采购');
      await step.fill('约采购看样机');
      await page.goBack();
      await expect.poll(kept).toBe('约采购看样机');
    });

    test('a later close is a push, and the history says from when to when', async () => {
      const close = deals.pane.getByLabel(deals.words.field.expectedClose, { exact: true });
      await close.fill('2027-03-20');
      await close.press('Enter');
      await expect(deals.pane.locator('header')).toContainText(/1/);
      await expect(
        deals.pane.getByRole('region', { name: deals.words.section.changes }),
      ).toContainText(/2027/);
    });

    test("what happened is written down in a line and moves the deal's last activity", async ({
      client,
    }) => {
      const timeline = deals.pane.getByRole('region', { name: deals.words.section.timeline });
      await timeline.getByRole('textbox').first().fill('和采购通了电话');
      await timeline.getByRole('textbox').first().press('Enter');
      await expect(timeline).toContainText('和采购通了电话');
      const [card] = (
        await client.deals.getBoard({ filter: { text: '信达二期' } })
      ).columns.flatMap(({ cards }) => cards);
      expect(card?.lastActivityAt).not.toBeNull();
    });

    test('a note is saved while it is typed and is there after a reload', async ({ page }) => {
      const note = deals.pane.getByRole('textbox', { name: deals.words.field.note, exact: true });
      await note.fill('决策人是王总，预算在一季度。');
      await note.blur();
      await page.reload();
      await expect(note).toHaveValue('决策人是王总，预算在一季度。');
    });

    test('warnings are snoozed with a reason and woken again', async () => {
      const { snooze } = deals.words;
      await deals.pane.getByRole('button', { name: snooze.start }).click();
      await deals.dialog.getByLabel(snooze.reason).fill('年后再谈');
      await deals.dialog.getByRole('button', { name: snooze.start }).click();
      await expect(deals.pane).toContainText('年后再谈');
      await deals.pane.getByRole('button', { name: snooze.end }).click();
      await expect(deals.pane).not.toContainText('年后再谈');
    });

    test('a risk is entered from the deal, and the account leads to its deals', async ({
      page,
    }) => {
      const { risks, accounts } = resources[language];
      const section = deals.pane.getByRole('region', { name: deals.words.section.risks });
      await section.getByRole('button', { name: risks.add }).click();
      await deals.dialog.getByLabel(risks.field.title).fill('关键人可能离职');
      await deals.dialog.getByRole('button', { name: risks.add }).click();
      await expect(section.getByRole('link', { name: '关键人可能离职' })).toBeVisible();

      await deals.pane.getByRole('link', { name: '信达集团' }).click();
      const pane = page.getByRole('complementary', { name: accounts.pane.label });
      await expect(pane.getByRole('link', { name: '远方升级' })).toBeVisible();
      await pane
        .getByRole('button', { name: new RegExp(`^${accounts.figure.open}`) })
        .last()
        .click();
      await expect(deals.row('金谷扩容')).toBeVisible();
      await expect(deals.totals).toContainText(/^4/);
    });

    test('the page of a deal shows the same, and a deleted deal says so', async ({
      page,
      shell,
    }) => {
      await deals.pane.getByRole('link', { name: deals.words.deal.openPage }).click();
      await expect(shell.title).toHaveText('信达二期');
      await expectAccessible(page);
      await page.getByRole('button', { name: deals.words.deal.more }).click();
      await page.getByRole('menuitem', { name: deals.words.deal.delete }).click();
      await expect(deals.card('远方升级')).toBeVisible();
      await page.goBack();
      await expect(page.getByText(deals.words.deal.gone)).toBeVisible();
    });
  });
}
