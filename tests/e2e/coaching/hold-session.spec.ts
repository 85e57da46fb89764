import { readFile } from 'node:fs/promises';
import type { AppClient } from '#backend/router.ts';
import { readPdf, textOf } from '#tests/support/read-pdf.ts';
import { CoachingPage } from '../pages/coaching-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { test as base, expect } from '../support/fixtures.ts';

const cases = {
  'zh-CN': {
    person: '韩梅梅',
    point: '下季度想带新人',
    topic: '信达的决策链',
    options: ['约采购总监', '先做小试点', '请副总出面'],
    action: '周四前约到采购总监',
    raise: '主管陪同第一次拜访',
    promise: '补齐决策链图',
    secret: '可能想转岗',
  },
  en: {
    person: 'Hannah Meyer',
    point: 'Wants to onboard the new hire',
    topic: 'Who decides at Xinda',
    options: ['Meet the head of purchasing', 'Start with a pilot', 'Bring in our VP'],
    action: 'Book the head of purchasing by Thursday',
    raise: 'The manager joins the first visit',
    promise: 'Complete the map of deciders',
    secret: 'May want another role',
  },
} as const;

/** A person with a stuck deal and a promise that is overdue is there before the page is. */
async function layPerson(client: AppClient, name: string): Promise<void> {
  const { id } = await client.people.addPerson({ name, roleTitle: 'AE' });
  const [pipeline] = await client.deals.listPipelines();
  const stageId = pipeline?.stages[0]?.id ?? '';
  const amountMinor = 480_000_00;
  await client.deals.createDeal({ name: 'Xinda II', ownerId: id, amountMinor, stageId });
  await client.coaching.addCommitment({
    personId: id,
    sessionId: null,
    owner: 'rep',
    text: 'Old promise',
    successEvidence: '',
    dueOn: '2026-01-05',
    isUndated: false,
    dealId: null,
    visibility: 'shared',
  });
}

const test = base.extend<{ laid: null; coaching: CoachingPage }>({
  laid: [
    async ({ client, options }, use) => {
      await layPerson(client, cases[options.settings?.language ?? 'zh-CN'].person);
      await use(null);
    },
    { auto: true },
  ],
  coaching: async ({ page, options }, use) => {
    await use(new CoachingPage(page, options.settings?.language ?? 'zh-CN'));
  },
});

for (const language of ['zh-CN', 'en'] as const) {
  const said = cases[language];

  test.describe(language, () => {
    test.use({ options: { sample: false, settings: { language } } });

    test('a GROW session is prepared and held, and its promises are in the next brief', async ({
      shell,
      page,
      coaching,
    }) => {
      test.setTimeout(180_000);
      await shell.goTo('coaching');
      await coaching.prepare(said.person);
      await expect(coaching.brief).toContainText('Xinda II');
      await expect(coaching.points.getByRole('listitem').first()).toContainText('Old promise');
      await coaching.addPoint(said.point);
      await expectAccessible(page);

      await coaching.start();
      await coaching.write('goal_topic', said.topic);
      for (const [at, option] of said.options.entries()) {
        await coaching.addOption(at + 1, option);
      }
      const first = coaching.optionCards.first();
      await expect(coaching.mark(coaching.words.options.impact, 4, first)).toBeEnabled();
      await coaching.mark(coaching.words.options.impact, 4, first).check();
      await first.getByRole('button', { name: coaching.words.options.choose }).click();
      await coaching.shareStep('will');
      await coaching.write('will_action', said.action);
      await coaching.mark(coaching.words.grow.commitment, 6).check();
      await coaching.write('commitment_raise', said.raise);
      await page.keyboard.press('ControlOrMeta+Shift+Enter');
      await expect(coaching.promises).toHaveCount(1);
      await coaching.promise(said.promise);
      await expectAccessible(page);

      // A promise without a date keeps the session open until one is chosen.
      await page.keyboard.press('ControlOrMeta+Enter');
      const complete = coaching.closing.getByRole('button', {
        name: coaching.words.closing.complete,
      });
      await expect(complete).toBeDisabled();
      const due = coaching.closing.getByRole('textbox').first();
      await due.fill('2026-12-24');
      await due.blur();
      await expect(complete).toBeEnabled();
      await complete.click();
      await expect(page.getByText(coaching.words.status.in_progress)).toHaveCount(0);

      await shell.goTo('coaching');
      await coaching.prepare(said.person);
      await expect(coaching.brief).toContainText(said.action);
      await expect(coaching.brief).toContainText(said.promise);
      await expect(coaching.points).toContainText(said.point);

      const download = await coaching.printBrief();
      const pdf = await readPdf(await readFile(await download.path()));
      expect(pdf.pages).toHaveLength(1);
      expect(textOf(pdf)).toContain(said.action.replaceAll(/\s+/g, ''));
    });

    test('presentation mode shows the agenda and nothing private', async ({
      shell,
      page,
      coaching,
    }) => {
      await shell.goTo('coaching');
      await coaching.prepare(said.person);
      await coaching.addPoint(said.point);
      await coaching.sharePoint(said.point);
      await coaching.addPoint(said.secret);
      await coaching.start();
      await coaching.write('goal_topic', said.topic);
      const note = page.getByRole('textbox', { name: coaching.words.notes.private });
      await note.fill(said.secret);
      await note.blur();
      await coaching.newPoint.fill(said.secret);
      await shell.press('ControlOrMeta+Shift+h');
      await expect(page.getByText(said.point)).toBeVisible();
      await expect(page.getByText(said.secret)).toHaveCount(0);
      await expect(coaching.text('goal_topic')).toHaveCount(0);
      await expect(coaching.brief).not.toContainText('Xinda II');
      const html = await page.content();
      expect(html).not.toContain(said.secret);
      expect(html).not.toContain(said.topic);
      const shared = page.getByRole('textbox', { name: coaching.words.points.addShared });
      await expect(shared).toHaveValue('');
      await shared.fill(said.promise);
      await shared.press('Enter');
      await expect(page.getByRole('checkbox', { name: said.promise })).toBeVisible();
      await expectAccessible(page);
      await shell.press('ControlOrMeta+Shift+h');
      await expect(coaching.text('goal_topic')).toHaveValue(said.topic);
      await expect(coaching.newPoint).toHaveValue(said.secret);
    });
  });
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(language, () => {
    test.use({ options: { sample: false, settings: { language } } });

    test('a promise can be written, dated and settled beside the brief', async ({
      shell,
      page,
      coaching,
    }) => {
      await shell.goTo('coaching');
      await coaching.prepare(cases[language].person);
      await coaching.start();
      const what = coaching.newPromise.getByRole('textbox', {
        name: coaching.words.commitment.what,
      });
      expect((await what.boundingBox())?.width ?? 0).toBeGreaterThan(300);
      await coaching.promise(cases[language].promise);
      await coaching.section('will').scrollIntoViewIfNeeded();
      const cut = await coaching.section('will').evaluate((section) => {
        const right = section.getBoundingClientRect().right;
        return [...section.querySelectorAll('button')]
          .filter((button) => {
            const label = button.querySelector('.mantine-Button-label');
            const isClipped = label !== null && label.scrollWidth > label.clientWidth;
            return isClipped || button.getBoundingClientRect().right > right;
          })
          .map((button) => button.textContent);
      });
      expect(cut).toEqual([]);

      // Without a date it keeps the session open, until its own menu says that none is meant.
      const { point } = cases[language];
      await what.fill(point);
      await what.press('Enter');
      await coaching.promises.filter({ hasText: point }).waitFor();
      await page.keyboard.press('ControlOrMeta+Enter');
      const complete = { name: coaching.words.closing.complete };
      await expect(coaching.closing.getByRole('button', complete)).toBeDisabled();
      const more = { name: coaching.words.commitment.more.replace('{{text}}', point) };
      await coaching.closing.getByRole('button', more).click();
      await page.getByRole('menuitem', { name: coaching.words.commitment.noDate }).click();
      await expect(coaching.closing.getByRole('button', complete)).toBeEnabled();
    });
  });
}

test('questions in the margin swap with Tab and let the focus go after the last', async ({
  shell,
  page,
  coaching,
}) => {
  await shell.goTo('coaching');
  await coaching.prepare(cases['zh-CN'].person);
  await coaching.start();
  const margin = coaching.section('options').getByRole('complementary');
  await margin.focus();
  const seen = new Set<string>();
  for (let at = 0; at < 3; at += 1) {
    for (const text of await margin.getByRole('listitem').allInnerTexts()) seen.add(text);
    await page.keyboard.press('Tab');
  }
  expect(seen.size).toBe(9);
  await page.keyboard.press('Tab');
  await expect(margin).not.toBeFocused();
});
