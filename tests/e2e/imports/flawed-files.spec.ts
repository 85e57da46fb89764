import { readFileSync } from 'node:fs';
import { flawedExport } from '#tests/support/flawed-export.ts';
import { mavenFiles } from '#tests/support/import-files.ts';
import { readWorkbook } from '#tests/support/read-workbook.ts';
import { type ChosenFile, ImportPage } from '../pages/import-page.ts';
import { expect, test } from '../support/fixtures.ts';

const csv = (name: string, content: Uint8Array | string): ChosenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});
const flawed = () => csv('销售机会_20261123.csv', flawedExport().content);

test.describe('in zh-CN', () => {
  test.use({ locale: 'zh-CN', options: { sample: false, settings: { language: 'zh-CN' } } });

  test('what can be mended is mended here, and the rest comes back as a workbook', async ({
    shell,
    page,
  }) => {
    const imports = new ImportPage(page, 'zh-CN');
    const { words } = imports;
    await imports.open();
    await imports.chooseFiles([
      flawed(),
      csv('空.csv', ''),
      csv('report.xls', '<html><body>请登录</body></html>'),
    ]);
    await expect(imports.file('空.csv')).toContainText(words.problem.empty);
    await expect(imports.file('report.xls')).toContainText(words.problem.web_page);
    await imports.remove('空.csv');
    await imports.remove('report.xls');
    // Leaving the page keeps what is prepared.
    await shell.goTo('accounts');
    await page.goBack();
    await expect(imports.encodingOf('销售机会_20261123.csv')).toHaveValue('GB18030 / GBK');
    await imports.goToCheck();
    await expect(imports.outlook).toContainText('退回 4 行');
    await imports.correct('约五十', '50');
    await expect(imports.outlook).toContainText('退回 3 行');
    await page.getByRole('link', { name: words.check.remedy }).click();
    await page.getByRole('textbox', { name: '1 USD 合多少 CNY' }).fill('7.12');
    await page.keyboard.press('Enter');
    await expect(imports.outlook).toContainText('退回 1 行');
    await imports.run();
    await expect(imports.verdict).toContainText('新建 65 条');
    const file = await imports.saveReturned();
    expect(file.suggestedFilename()).toMatch(/待修正的行.*\.xlsx$/);
    const [sheet] = await readWorkbook(readFileSync(await file.path()));
    expect(sheet?.rows[1]?.cells).toEqual(
      expect.arrayContaining(['2026-02-30', words.notes.no_such_day]),
    );
  });
});

test.describe('in en', () => {
  test.use({ locale: 'en', options: { sample: false, settings: { language: 'en' } } });

  test('an import that is cancelled leaves nothing behind', async ({ shell, page, client }) => {
    expect(shell).toBeDefined();
    const imports = new ImportPage(page, 'en');
    await imports.open();
    await imports.chooseFiles(mavenFiles().map(({ name, content }) => csv(name, content)));
    await imports.goToCheck();
    await imports.next.click();
    await page.getByRole('button', { name: imports.words.running.cancel }).click();
    await expect(imports.next).toBeEnabled({ timeout: 30_000 });
    expect((await client.deals.getTotals({ filter: {} })).count).toBe(0);
    expect(await client.imports.listRuns()).toEqual([]);
  });

  test('files are dropped anywhere on the page, and the keyboard does the rest', async ({
    shell,
    page,
  }) => {
    const imports = new ImportPage(page, 'en');
    const products = 'product,sales_price\nDock,120\nCable,8\n';
    await shell.goTo('deals');
    await imports.drop('products.csv', products);
    await expect(page.getByRole('link', { name: 'Import', exact: true })).toBeVisible();
    await imports.open();
    await imports.drop('products.csv', products);
    await imports.settled();
    await expect(imports.file('products.csv')).toContainText('2');
    for (const step of ['columns', 'check', 'result'] as const) {
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(page.locator('[aria-current=step]')).toContainText(imports.words.steps[step]);
    }
    await expect(imports.verdict).toHaveText('2 new, 0 changed');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(imports.verdict).toHaveText(imports.words.result.taken_back);
  });
});
