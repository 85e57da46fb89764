import { CoachingPage } from '../pages/coaching-page.ts';
import { test as base, expect } from '../support/fixtures.ts';

const test = base.extend<{ laid: null; coaching: CoachingPage }>({
  laid: [
    async ({ client }, use) => {
      const { id: personId } = await client.people.addPerson({ name: '韩梅梅' });
      for (const text of ['一', '二', '三']) {
        await client.coaching.addCommitment({
          personId,
          sessionId: null,
          owner: 'rep',
          text: `承诺${text}`,
          successEvidence: '',
          dueOn: null,
          isUndated: true,
          dealId: null,
          visibility: 'shared',
        });
      }
      for (const scheduledAt of ['2026-12-01T02:00:00.000Z', '2026-12-15T02:00:00.000Z']) {
        await client.coaching.planSession({
          personId,
          type: 'one_on_one',
          scheduledAt,
          plannedMinutes: 45,
          mode: 'onsite',
          location: '',
        });
      }
      await use(null);
    },
    { auto: true },
  ],
  coaching: async ({ page }, use) => {
    await use(new CoachingPage(page, 'zh-CN'));
  },
});

test('skipping two sessions with a reason loses no promise, and undo plans them again', async ({
  shell,
  page,
  coaching,
}) => {
  await shell.goTo('coaching');
  const { words } = coaching;
  const more = page.getByRole('button', {
    name: words.session.moreOf.replace('{{name}}', '韩梅梅'),
  });
  for (const [way, status] of [
    ['excuse', 'excused'],
    ['miss', 'missed'],
  ] as const) {
    await more.first().click();
    await page.getByRole('menuitem', { name: words.session[way] }).click();
    await page.getByRole('textbox', { name: words.skip.reason }).fill('客户现场');
    await page.getByRole('dialog').getByRole('button', { name: words.session[way] }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // The line has left the planned ones, whose first is then the next.
    await expect(page.getByText(words.status[status], { exact: true })).toBeVisible();
  }
  await expect(page.getByText(words.place.noneUpcoming)).toBeVisible();
  await coaching.prepare('韩梅梅');
  for (const text of ['承诺一', '承诺二', '承诺三']) {
    await expect(coaching.brief).toContainText(text);
  }
  await shell.goTo('coaching');
  await shell.press('ControlOrMeta+z');
  await expect(page.getByText(words.place.noneUpcoming)).toHaveCount(0);
});
