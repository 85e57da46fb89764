import { AccountsPage } from '../pages/accounts-page.ts';
import { expect, test } from '../support/fixtures.ts';

const language = 'zh-CN';
test.use({ options: { sample: false, settings: { language } } });

test.beforeEach(async ({ client }) => {
  for (const [name, industry] of [
    ['甲机械', '机械'],
    ['乙电子', '电子'],
    ['丙机械', '机械'],
  ] as const) {
    await client.accounts.addAccount({ name, industry });
  }
});

test('search and filters narrow the list and stay in the address', async ({ shell, page }) => {
  const accounts = new AccountsPage(page, language);
  await shell.goTo('accounts');
  await expect(accounts.names).toHaveCount(3);
  await accounts.search('机械');
  await expect(accounts.names).toHaveCount(2);
  await page.reload();
  await expect(accounts.names).toHaveCount(2);
  await page.getByRole('button', { name: accounts.words.empty.clear }).click();
  await expect(accounts.names).toHaveCount(3);
});

test('J and K walk the rows, Enter opens and Escape closes', async ({ shell, page, client }) => {
  const accounts = new AccountsPage(page, language);
  await shell.goTo('accounts');
  await accounts.sortBy('name');
  const { rows } = await client.accounts.listAccounts({
    filter: {},
    sort: { by: 'name', descending: false },
  });
  await expect(accounts.names).toHaveText(rows.map(({ name }) => name));
  await shell.press('j');
  await shell.press('j');
  await shell.press('k');
  await shell.press('Enter');
  await expect(accounts.pane.getByLabel(accounts.words.field.name)).toHaveValue(
    rows[1]?.name ?? '',
  );
  await shell.press('Escape');
  await expect(accounts.pane).toBeHidden();
});

test('a name that is there already shows while it is typed', async ({ shell, page }) => {
  const accounts = new AccountsPage(page, language);
  await shell.goTo('accounts');
  await shell.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(accounts.words.field.name).fill('乙电');
  await dialog.getByRole('button', { name: '乙电子' }).click();
  await expect(accounts.pane.getByLabel(accounts.words.field.name)).toHaveValue('乙电子');
});
