import type { Locator, Page } from '@playwright/test';
import type { Language } from '#shared/contract/fields.ts';
import { resources } from '#shared/i18n/index.ts';

/** The team's table, a person's page and the grid of quotas. */
export class TeamPage {
  readonly page: Page;
  readonly words: (typeof resources)['en' | 'zh-CN']['people'];
  readonly #common: (typeof resources)['en' | 'zh-CN']['common'];

  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = resources[language].people;
    this.#common = resources[language].common;
  }

  get table(): Locator {
    return this.page.getByRole('grid', { name: this.words.title });
  }

  async add(facts: { name: string; roleTitle: string }): Promise<void> {
    await this.page.getByRole('button', { name: this.words.add }).first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: this.words.field.name }).fill(facts.name);
    await dialog.getByRole('textbox', { name: this.words.field.roleTitle }).fill(facts.roleTitle);
    await dialog.getByRole('button', { name: this.words.add }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Opens one of the things that can be done with a person. */
  async choose(item: string): Promise<void> {
    await this.page.getByRole('button', { name: this.words.more, exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async rename(name: string): Promise<void> {
    await this.page.keyboard.press('e');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: this.words.field.name }).fill(name);
    await dialog.getByRole('button', { name: this.#common.save }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async recordLeaving(on: string): Promise<void> {
    await this.choose(this.words.leaving.title);
    const dialog = this.page.getByRole('dialog');
    const day = dialog.getByRole('textbox', { name: this.words.leaving.lastDay });
    await day.fill(on);
    await day.blur();
    await dialog.getByRole('button', { name: this.words.leaving.record }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  quota(name: string, index: number): Locator {
    const label = this.words.quotas.cell
      .replace('{{name}}', name)
      .replace('{{index}}', String(index));
    return this.page.getByRole('textbox', { name: label });
  }
}
