import type { Download, Locator, Page } from '@playwright/test';
import type { Language } from '#shared/contract/fields.ts';
import { resources } from '#shared/i18n/index.ts';

/** The reviews: list, start dialog and the form with its three panes. */
export class ReviewPage {
  readonly page: Page;
  readonly #words: (typeof resources)['en' | 'zh-CN']['reviews'];
  readonly #copies: (typeof resources)['en' | 'zh-CN']['documents']['copy'];

  constructor(page: Page, language: Language) {
    this.page = page;
    this.#words = resources[language].reviews;
    this.#copies = resources[language].documents.copy;
  }

  /** Starts a review of the last half-year with the form that is offered first. */
  async start(person: string): Promise<void> {
    await this.page.getByRole('button', { name: this.#words.start.open }).first().click();
    await this.page.getByRole('combobox', { name: this.#words.start.person }).click();
    await this.page.getByRole('option', { name: person }).click();
    await this.page.getByRole('button', { name: this.#words.start.submit }).click();
    await this.outline.waitFor();
  }

  get outline(): Locator {
    return this.page.getByRole('navigation', { name: this.#words.outline.label });
  }

  get score(): Locator {
    return this.outline.locator('[aria-live]');
  }

  async go(entry: string): Promise<void> {
    await this.outline.getByRole('button', { name: entry }).click();
    await this.page.getByRole('heading', { level: 2, name: entry, exact: true }).waitFor();
  }

  async rate(entry: string, score: number): Promise<void> {
    await this.go(entry);
    await this.page.locator(`input[type=radio][value="${score}"]`).check();
  }

  async setKpi(entry: string, target: string, actual: string): Promise<void> {
    await this.go(entry);
    for (const [label, value] of [
      [this.#words.kpi.target, target],
      [this.#words.kpi.actual, actual],
    ] as const) {
      const input = this.page.getByRole('textbox', { name: label, exact: true });
      await input.fill(value);
      await input.press('Enter');
      await input.blur();
    }
  }

  async write(label: string, text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: label });
    await field.fill(text);
    await field.blur();
  }

  comment(text: string): Promise<void> {
    return this.write(this.#words.item.comment, text);
  }

  async markNotApplicable(entry: string, reason: string): Promise<void> {
    await this.go(entry);
    await this.page.getByRole('checkbox', { name: this.#words.item.notApplicable }).check();
    await this.write(this.#words.item.naReason, reason);
  }

  get evidence(): Locator {
    return this.page.getByRole('complementary', { name: this.#words.evidence.title });
  }

  /** What could be attached. */
  get candidates(): Locator {
    return this.evidence.getByRole('list').last().getByRole('button');
  }

  get attached(): Locator {
    return this.evidence.getByRole('article');
  }

  get missing(): Locator {
    return this.page.getByRole('dialog').getByRole('listitem');
  }

  async openFinalise(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words.finalise.open, exact: true }).click();
    await this.page.getByRole('dialog').waitFor();
  }

  async finalise(): Promise<void> {
    await this.openFinalise();
    await this.page.getByRole('button', { name: this.#words.finalise.submit }).click();
    await this.page.getByRole('dialog').waitFor({ state: 'hidden', timeout: 60_000 });
  }

  /** Saves one kept copy as a file. */
  async download(copy: 'rep' | 'hr' | 'manager'): Promise<Download> {
    const coming = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: new RegExp(`^${this.#copies[copy]}`) }).click();
    return coming;
  }

  async togglePreview(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words.preview.toggle }).click();
  }

  get previewPages(): Locator {
    return this.page.getByRole('img', { name: /^(第|Page)/ });
  }
}
