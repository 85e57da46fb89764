import type { Language } from '#shared/contract/fields.ts';
import { resources } from '#shared/i18n/index.ts';
import { AccountsPage } from '../pages/accounts-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/fixtures.ts';

for (const language of ['zh-CN', 'en'] as const satisfies Language[]) {
  test.describe(language, () => {
    test.use({ options: { sample: false, settings: { language } } });

    test('an account is made, described, noted and found again', async ({
      shell,
      page,
      client,
    }) => {
      const accounts = new AccountsPage(page, language);
      await shell.goTo('accounts');
      await accounts.add('Xinda 信达集团');
      await accounts.fact('industry').fill('半导体');
      await accounts.fact('industry').press('Enter');
      await expect(shell.toast).toContainText('Xinda 信达集团');
      await accounts.note.fill('年底前定预算');
      await expect
        .poll(async () => (await client.accounts.listAccounts(byName)).rows[0]?.industry)
        .toBe('半导体');
      await page.reload();
      await expect(accounts.note).toHaveValue('年底前定预算');
      await expect(accounts.fact('industry')).toHaveValue('半导体');
    });

    test('a plan on the timeline becomes a record in one press', async ({ shell, page }) => {
      const accounts = new AccountsPage(page, language);
      const { activities } = resources[language];
      await shell.goTo('accounts');
      await accounts.add('远帆电子');
      await accounts.record('wechat', '确认了下周的拜访');
      await expect(accounts.activity('确认了下周的拜访')).toBeVisible();
      await accounts.plan('带售前上门');
      const plan = accounts.activity('带售前上门');
      const complete = plan.getByRole('button', {
        name: activities.complete.replace('{{subject}}', '带售前上门'),
      });
      await complete.click();
      await expect(complete).toBeHidden();
      await expect(plan).toBeVisible();
      await shell.toast.getByRole('button', { name: resources[language].shell.undo }).click();
      await expect(complete).toBeVisible();
      await expectAccessible(page);
    });

    test('a deleted account comes back with undo', async ({ shell, page }) => {
      const accounts = new AccountsPage(page, language);
      await shell.goTo('accounts');
      await accounts.add('蓝海仪器');
      await accounts.pane.getByRole('button', { name: accounts.words.delete }).click();
      await expect(page.getByText(accounts.words.empty.title)).toBeVisible();
      await shell.press('ControlOrMeta+z');
      await expect(accounts.names).toHaveText(['蓝海仪器']);
    });
  });
}

const byName = { filter: {}, sort: { by: 'name', descending: false } } as const;
