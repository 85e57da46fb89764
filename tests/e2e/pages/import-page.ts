import { type Download, expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '#shared/contract/fields.ts';
import { resources } from '#shared/i18n/index.ts';

/** A path, or a file made up by the test. */
export type ChosenFile = string | { name: string; mimeType: string; buffer: Buffer };

/** The import: files, columns, check, result. */
export class ImportPage {
  readonly page: Page;
  readonly words: (typeof resources)[Language]['imports'];
  readonly #toolbar: string;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = resources[language].imports;
    this.#toolbar = resources[language].deals.import;
  }

  /** Opens it from the pipeline, as a manager does. */
  async open(): Promise<void> {
    await this.page.evaluate(() => {
      location.hash = '/deals';
    });
    await this.page.getByRole('link', { name: this.#toolbar, exact: true }).click();
    await this.dropZone.waitFor();
  }

  get dropZone(): Locator {
    return this.page.getByRole('region', { name: this.words.files.drop });
  }

  get fileTable(): Locator {
    return this.page.getByRole('table', { name: this.words.files.list });
  }

  /** The row of a file or sheet by its name. */
  file(name: string): Locator {
    return this.fileTable.getByRole('row').filter({ hasText: name });
  }

  encodingOf(name: string): Locator {
    return this.fileTable.getByRole('combobox', {
      name: this.words.files.encodingOf.replace('{{name}}', name),
    });
  }

  /** What the import would do as it stands, at the foot of the page. */
  get outlook(): Locator {
    return this.page.locator('main footer');
  }

  /** The one next step. */
  get next(): Locator {
    return this.outlook.getByRole('button').first();
  }

  get progress(): Locator {
    return this.page.getByRole('progressbar');
  }

  /** What came of an import, in a sentence. */
  get verdict(): Locator {
    return this.page.getByRole('heading', { level: 2 }).locator('output');
  }

  get counts(): Locator {
    return this.page.getByRole('table', {
      name: new RegExp(`^(${this.words.check.counts}|${this.words.result.counts})$`),
    });
  }

  get problems(): Locator {
    return this.page.getByRole('grid', { name: this.words.check.problemList });
  }

  /** Chooses files and waits until it is known what would happen. */
  async chooseFiles(files: readonly ChosenFile[]): Promise<void> {
    await this.page
      .locator('main')
      .locator('xpath=//input[@type="file"]')
      .first()
      .setInputFiles(files as string[]);
    await this.settled();
  }

  /** Waits until nothing is being read or found out. */
  async settled(): Promise<void> {
    await expect(this.outlook).toContainText(this.createdText, { timeout: 30_000 });
  }

  /** `8,927 new`: stands there once it is known. */
  private get createdText(): RegExp {
    return new RegExp(this.words.footer.create_other.replace('{{shown}}', '[\\d,]+'));
  }

  /** Lets go of a file over the page. */
  async drop(name: string, content: string): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle(
      ([fileName = '', text = '']) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], fileName));
        return transfer;
      },
      [name, content],
    );
    for (const event of ['dragover', 'drop']) {
      await this.page.locator('main').dispatchEvent(event, { dataTransfer });
    }
  }

  async remove(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: this.words.files.remove.replace('{{name}}', name) })
      .click();
    await expect(this.file(name)).toHaveCount(0);
  }

  /** Corrects a cell in the list of problems, by what stands in it. */
  async correct(value: string, text: string): Promise<void> {
    await this.problems.getByRole('row').filter({ hasText: value }).first().click();
    await this.page.getByRole('dialog').getByRole('textbox').fill(text);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  async goTo(step: 'files' | 'columns' | 'check'): Promise<void> {
    const steps = this.page.getByRole('navigation', { name: this.words.steps.label });
    await steps.getByRole('link', { name: this.words.steps[step] }).click();
  }

  /** A part of the step with the columns: a kind of record, stages, similar names. */
  part(name: string | RegExp): Locator {
    const parts = this.page.getByRole('navigation', { name: this.words.columns.parts });
    return parts.getByRole('link', { name });
  }

  /** Gives a column another field, both as they are named on the screen. */
  async mapColumn(heading: string, field: string): Promise<void> {
    const name = this.words.columns.fieldOf.replace('{{heading}}', heading);
    await this.page.getByRole('combobox', { name, exact: true }).click();
    await this.page.getByRole('option', { name: field, exact: true }).click();
    await this.settled();
  }

  /** Carries the import out from the check and waits for its result. */
  async run(): Promise<void> {
    await this.goToCheck();
    await this.next.click();
    await this.verdict.waitFor({ timeout: 60_000 });
    await this.counts.waitFor({ timeout: 60_000 });
  }

  async goToCheck(): Promise<void> {
    if (await this.counts.isVisible()) return;
    await this.goTo('check');
    await this.counts.waitFor();
  }

  /** From the open page to the result, with everything as it is recognised. */
  async importFiles(files: readonly ChosenFile[]): Promise<void> {
    await this.chooseFiles(files);
    await this.run();
  }

  /** Figures of one kind of record, in the order of the columns. */
  async countsOf(entity: keyof (typeof resources)['en']['imports']['entities']): Promise<string[]> {
    const row = this.counts.getByRole('row').filter({ hasText: this.words.entities[entity] });
    return row.getByRole('cell').allTextContents();
  }

  /** Saves the rows that came back. */
  async saveReturned(): Promise<Download> {
    const coming = this.page.waitForEvent('download');
    const [start = ''] = this.words.result.returned_other.split('{{count}}');
    await this.page.getByRole('button', { name: start }).click();
    return coming;
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.result.undo }).click();
    await expect(this.verdict).toHaveText(this.words.result.taken_back, { timeout: 30_000 });
  }

  async openPipeline(): Promise<void> {
    await this.page.getByRole('link', { name: this.words.result.board }).click();
  }
}
