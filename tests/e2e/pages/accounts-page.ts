import type { Locator, Page } from '@playwright/test';
import type { Language } from '#shared/contract/fields.ts';
import { resources } from '#shared/i18n/index.ts';

/** The accounts: the table, and the open one beside it. */
export class AccountsPage {
  readonly page: Page;
  readonly words: (typeof resources)[Language]['accounts'];
  readonly activities: (typeof resources)[Language]['activities'];

  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = resources[language].accounts;
    this.activities = resources[language].activities;
  }

  get table(): Locator {
    return this.page.getByRole('grid', { name: this.words.list });
  }

  /** The names in the order in which they stand. */
  get names(): Locator {
    return this.table
      .locator('[role=row][aria-rowindex]:not([aria-rowindex="1"])')
      .locator('[role=gridcell]:first-child');
  }

  get pane(): Locator {
    return this.page.getByRole('complementary', { name: this.words.pane.label });
  }

  /** A fact in the open account, by its label. */
  fact(name: 'industry' | 'region' | 'phone' | 'website' | 'employees'): Locator {
    return this.pane.getByLabel(this.words.field[name], { exact: true });
  }

  get note(): Locator {
    return this.pane.getByRole('textbox', { name: this.words.field.note, exact: true });
  }

  /** Makes an account by its name alone and waits until it is open. */
  async add(name: string): Promise<void> {
    await this.page.keyboard.press('n');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(this.words.field.name).fill(name);
    await this.page.keyboard.press('Enter');
    await this.pane.getByLabel(this.words.field.name).waitFor();
  }

  async sortBy(column: keyof (typeof resources)['en']['accounts']['column']): Promise<void> {
    await this.table
      .getByRole('columnheader')
      .getByText(this.words.column[column], { exact: true })
      .click();
  }

  async search(text: string): Promise<void> {
    await this.page.getByLabel(this.words.filter.text).fill(text);
  }

  /** Writes one line into the timeline of the open account. */
  async record(kind: keyof (typeof resources)['en']['activities']['kind'], text: string) {
    await this.pane.getByRole('radio', { name: this.activities.kind[kind] }).check();
    await this.pane.getByLabel(this.activities.add.subject).fill(text);
    await this.page.keyboard.press('Enter');
  }

  async plan(text: string): Promise<void> {
    await this.pane.getByText(this.activities.add.planned, { exact: true }).click();
    await this.pane.getByLabel(this.activities.add.subject).fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** A line of the timeline by its text. */
  activity(text: string): Locator {
    return this.pane.getByRole('listitem').filter({ hasText: text });
  }
}
