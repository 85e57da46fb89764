import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import type { AppClient } from '#backend/router.ts';
import type { Language } from '#shared/contract/fields.ts';
import { type PdfContents, readPdf, textOf } from '#tests/support/read-pdf.ts';
import { CoachingPage } from './pages/coaching-page.ts';
import { DealsPage } from './pages/deals-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { answeredScore, answerItems, executiveForm, writeTexts } from './reviews/executive-form.ts';
import { expect, test } from './support/fixtures.ts';

const files = ['sales_pipeline', 'accounts', 'products', 'sales_teams'].map((name) =>
  join(import.meta.dirname, `../fixtures/maven/${name}.csv`),
);

const person = 'Darcel Schlecht';
const secret = 'SENTINEL 私密';

const said = {
  'zh-CN': {
    topic: '成交前的最后一步',
    options: ['约采购总监', '先做小试点', '请副总出面'],
    promises: ['周四前约到采购总监', '补齐决策链图'],
  },
  en: {
    topic: 'The last step before signing',
    options: ['Meet the head of purchasing', 'Start with a pilot', 'Bring in our VP'],
    promises: ['Book the head of purchasing by Thursday', 'Complete the map of deciders'],
  },
} as const;

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({
      locale: language,
      options: { sample: false, settings: { language, currency: 'USD' } },
    });

    test('a manager goes from a CRM export to a final review', async ({ shell, page, client }) => {
      test.setTimeout(400_000);
      await test.step('import', () => importExport(page, language));
      await test.step('move deals', () => moveDeals(page, { client, language }));
      await shell.goTo('coaching');
      await test.step('one-on-one', () => holdSession(page, language));
      await shell.goTo('coaching');
      await test.step('next brief', () => findPromises(page, language));
      await shell.goTo('reviews');
      await test.step('review', () => finaliseReview(page, language));
    });
  });
}

async function importExport(page: Page, language: Language): Promise<void> {
  const imports = new ImportPage(page, language);
  await imports.open();
  await imports.importFiles(files);
  await expect(imports.verdict).toContainText('8,927');
  await imports.openPipeline();
}

async function moveDeals(
  page: Page,
  { client, language }: { client: AppClient; language: Language },
): Promise<void> {
  const deals = new DealsPage(page, language);
  const stageOf = async (id: string) => {
    const [pipeline] = await client.deals.listPipelines();
    const { stageId } = await client.deals.getDeal({ id });
    return pipeline?.stages.find((stage) => stage.id === stageId)?.nameEn;
  };
  const first = deals.column('Prospecting').locator('[data-deal]').first();
  const idOfFirst = async () => (await first.getAttribute('data-deal')) ?? '';

  const dragged = await idOfFirst();
  await first.dragTo(deals.column('Engaging'));
  await expect.poll(() => stageOf(dragged)).toBe('Engaging');
  await expect.poll(idOfFirst).not.toBe(dragged);

  const lifted = await idOfFirst();
  await first.focus();
  for (const key of ['Space', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await expect.poll(() => stageOf(lifted)).toBe('Engaging');
}

async function holdSession(page: Page, language: Language): Promise<void> {
  const coaching = new CoachingPage(page, language);
  const { topic, options, promises } = said[language];
  await coaching.prepare(person);
  await coaching.start();
  await coaching.write('goal_topic', topic);
  for (const [at, option] of options.entries()) await coaching.addOption(at + 1, option);
  await coaching.optionCards
    .first()
    .getByRole('button', { name: coaching.words.options.choose })
    .click();
  await coaching.mark(coaching.words.grow.commitment, 8).check();
  const note = page.getByRole('textbox', { name: coaching.words.notes.private });
  await note.fill(secret);
  await note.blur();
  for (const promise of promises) await coaching.promise(promise);
  await coaching.complete();
}

async function findPromises(page: Page, language: Language): Promise<void> {
  const coaching = new CoachingPage(page, language);
  const { promises } = said[language];
  await coaching.prepare(person);
  for (const promise of promises) await expect(coaching.brief).toContainText(promise);
  const brief = await contentsOf(await coaching.printBrief());
  expect(brief.pages).toHaveLength(1);
  expectSound(brief);
  for (const promise of promises) expect(textOf(brief)).toContain(promise.replaceAll(' ', ''));
  expect(JSON.stringify(brief)).not.toContain('SENTINEL');
}

async function finaliseReview(page: Page, language: Language): Promise<void> {
  const review = new ReviewPage(page, language);
  const form = executiveForm[language];
  await review.start(person);
  await answerItems(review, form);
  await writeTexts(review, form, secret);
  await review.finalise();
  const pdfs: Record<string, PdfContents> = {};
  for (const copy of ['rep', 'hr', 'manager'] as const) {
    const pdf = await contentsOf(await review.download(copy));
    expectSound(pdf);
    expect(textOf(pdf)).toContain(person.replaceAll(' ', ''));
    expect(textOf(pdf)).toContain(answeredScore);
    pdfs[copy] = pdf;
  }
  const { rep, hr, manager } = pdfs;
  expect(JSON.stringify([rep, hr])).not.toContain('SENTINEL');
  expect(textOf(manager as PdfContents)).toContain('SENTINEL');
}

/** Nothing clipped, every face embedded as TrueType, tagged for screen readers, A4. */
function expectSound(pdf: PdfContents): void {
  expect(pdf.outside).toEqual([]);
  expect(pdf.fonts.length).toBeGreaterThan(0);
  expect(pdf.fonts.filter((font) => !font.endsWith('CIDFontType2'))).toEqual([]);
  expect(pdf.isTagged).toBe(true);
  expect(pdf.size.map(Math.round)).toEqual([595, 842]);
}

async function contentsOf(download: Download): Promise<PdfContents> {
  return readPdf(await readFile(await download.path()));
}
