import { RisksPage } from '../pages/risks-page.ts';
import { expect, test } from '../support/fixtures.ts';

const words = {
  'zh-CN': {
    title: '折扣审批偏松',
    add: '登记风险',
    name: '样机交付延误',
    current: /^当前/,
    probability: /^可能性/,
    impact: /^影响/,
    likely: /^4 很可能/,
    major: /^4 重大/,
    cell: /可能性很可能，影响重大/,
    level: '高',
    take: '列入登记册',
    close: '关闭风险',
    reason: '关闭原因',
    done: '关闭',
    field: '标题',
  },
  en: {
    title: 'Discounts approved too easily',
    add: 'Add a risk',
    name: 'Demo units arrive late',
    current: /^Current/,
    probability: /^Probability/,
    impact: /^Impact/,
    likely: /^4 Likely/,
    major: /^4 Major/,
    cell: /Probability Likely, impact Major/,
    level: 'High',
    take: 'Take into the register',
    close: 'Close the risk',
    reason: 'Reason for closing',
    done: 'Close',
    field: 'Title',
  },
} as const;

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });
    const say = words[language];
    test.beforeEach(async ({ client }) => {
      await client.sample.open({ language });
    });

    test('a risk is written down, scored by its words and found on the map', async ({
      shell,
      page,
    }) => {
      const risks = new RisksPage(page);
      await shell.goTo('risks');
      await expect(risks.rows).toHaveCount(8);
      await page.getByRole('button', { name: say.add }).click();
      await page.getByRole('dialog').getByLabel(say.field).fill(say.name);
      await page.getByRole('dialog').getByRole('button', { name: say.add }).click();
      await expect(risks.pane).toContainText('R-9');
      await risks.score(say.current, say.probability, say.likely);
      await risks.score(say.current, say.impact, say.major);
      await expect(risks.row(say.name)).toContainText(say.level);
      await shell.press('Escape');
      await risks.cell(say.cell).click();
      await expect(risks.row(say.name)).toBeVisible();
      await expect(risks.row(say.title)).toHaveCount(0);
    });

    test('a deal the rules point at is taken in, and taken back by undo', async ({
      shell,
      page,
    }) => {
      const risks = new RisksPage(page);
      await shell.goTo('risks');
      await expect(risks.proposals.first()).toBeVisible();
      await risks.proposals.first().getByRole('button', { name: say.take }).click();
      await expect(risks.pane).toContainText('R-9');
      await expect(risks.rows).toHaveCount(9);
      await shell.press('Escape');
      await shell.press('ControlOrMeta+z');
      await expect(risks.rows).toHaveCount(8);
    });

    test('the list is walked by keyboard and a risk is closed with its reason', async ({
      shell,
      page,
    }) => {
      const risks = new RisksPage(page);
      await shell.goTo('risks');
      await expect(risks.rows).toHaveCount(8);
      await shell.press('j');
      await expect(risks.pane).toBeVisible();
      await shell.press('j');
      await expect(risks.rows.nth(1)).toHaveAttribute('data-open', 'true');
      await risks.pane.getByRole('button', { name: say.close, exact: true }).click();
      await page.getByLabel(say.reason).fill('2027');
      await page.getByRole('button', { name: say.done, exact: true }).click();
      await expect(risks.rows).toHaveCount(7);
    });
  });
}
