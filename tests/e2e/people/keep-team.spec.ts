import { TeamPage } from '../pages/team-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { test as base, expect } from '../support/fixtures.ts';

const cases = {
  'zh-CN': { name: '韩梅梅', renamed: '韩梅', roleTitle: '客户经理', quota: '120万' },
  en: { name: 'Hannah', renamed: 'Hannah Meyer', roleTitle: 'Account executive', quota: '1.2m' },
} as const;

const test = base.extend<{ team: TeamPage }>({
  team: async ({ page, options }, use) => {
    await use(new TeamPage(page, options.settings?.language ?? 'zh-CN'));
  },
});

for (const language of ['zh-CN', 'en'] as const) {
  const said = cases[language];

  test.describe(language, () => {
    test.use({ options: { sample: false, settings: { language } } });

    test('a person is added, changed, given a quota and leaves, with history kept', async ({
      shell,
      page,
      team,
      client,
    }) => {
      test.setTimeout(120_000);
      await shell.goTo('team');
      await team.add(said);
      await expect(shell.title).toContainText(said.name);
      await team.rename(said.renamed);
      await expect(shell.title).toContainText(said.renamed);
      await expectAccessible(page);

      await shell.goTo('team');
      await page.getByRole('link', { name: team.words.quotas.title }).click();
      await team.quota(said.renamed, 4).fill(said.quota);
      await team.quota(said.renamed, 4).press('Enter');
      await expect
        .poll(async () => (await client.people.getQuotaGrid({ year: null })).totalsMinor[3])
        .toBe(1_200_000_00);

      await shell.goTo('team');
      await team.table.getByText(said.renamed).click();
      await team.recordLeaving('2026-01-31');
      await shell.goTo('team');
      await expect(page.getByText(team.words.empty.title)).toBeVisible();
      const [person] = await client.people.listPeople({ includeLeft: true });
      expect(person).toMatchObject({ name: said.renamed, leftOn: '2026-01-31' });
      await shell.press('ControlOrMeta+z');
      await expect(team.table).toContainText(said.renamed);
    });

    test('the private note is out of focus until it is looked at, and gone while presenting', async ({
      shell,
      page,
      team,
    }) => {
      await shell.goTo('team');
      await team.add(said);
      const note = page.getByRole('textbox', { name: team.words.private.title });
      await note.fill('SENTINEL');
      await note.blur();
      const blur = () =>
        note.evaluate((element) => {
          const blurred = element.closest('[class*=blurred]');
          return blurred === null ? '' : getComputedStyle(blurred).filter;
        });
      await shell.title.hover();
      await expect.poll(blur).toContain('blur');
      await note.hover();
      await expect.poll(blur).toBe('none');
      await shell.press('ControlOrMeta+Shift+h');
      await expect(note).toHaveCount(0);
      expect(await page.content()).not.toContain('SENTINEL');
    });
  });
}
