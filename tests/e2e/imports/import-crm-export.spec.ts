import { join } from 'node:path';
import { DealsPage } from '../pages/deals-page.ts';
import { ImportPage } from '../pages/import-page.ts';
import { expect, test } from '../support/fixtures.ts';

const maven = join(import.meta.dirname, '../../fixtures/maven');
const files = ['sales_pipeline', 'accounts', 'products', 'sales_teams'].map((name) =>
  join(maven, `${name}.csv`),
);

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({
      locale: language,
      options: { sample: false, settings: { language, currency: 'USD' } },
    });

    test('four files of a CRM go in through the screen and one undo takes them back', async ({
      shell,
      page,
      client,
    }) => {
      expect(shell).toBeDefined();
      const imports = new ImportPage(page, language);
      const { words } = imports;
      await imports.open();
      await imports.chooseFiles(files);
      await expect(imports.file('sales_pipeline.csv')).toContainText('8,800');
      await expect(imports.file('sales_teams.csv').getByRole('combobox').first()).toHaveValue(
        words.entities.people,
      );
      await imports.next.click();
      await imports.part(words.columns.names).click();
      await expect(page.getByText('GTXPro')).toBeVisible();
      await imports.next.click();
      await expect(imports.problems.getByRole('row').nth(1)).toContainText(words.notes.no_account);
      expect(await imports.countsOf('deals')).toEqual(['8,800', '8,800', '0', '0', '0', '0']);
      await imports.run();
      await expect(imports.verdict).toContainText('8,927');
      await imports.openPipeline();
      const deals = new DealsPage(page, language);
      await expect(deals.column('Engaging')).toContainText('1,589');
      await page.goBack();
      await imports.undo();
      expect((await client.deals.getTotals({ filter: {} })).count).toBe(0);
    });
  });
}
