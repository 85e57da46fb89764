import type { Locator, Page } from '@playwright/test';
import type { Language } from '#shared/contract/fields.ts';
import { resources } from '#shared/i18n/index.ts';

/** The pipeline: board, table and changes under one filter, and the open deal over them. */
export class DealsPage {
  readonly page: Page;
  readonly words;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = resources[language].deals;
  }

  /** A stage of the board by its name. */
  column(stage: string): Locator {
    return this.page.getByRole('region', { name: stage, exact: true });
  }

  card(name: string): Locator {
    return this.page.locator('[data-deal]').filter({ hasText: name });
  }

  /** A card where it stands. */
  cardIn(stage: string, name: string): Locator {
    return this.column(stage).locator('[data-deal]').filter({ hasText: name });
  }

  get pane(): Locator {
    return this.page.getByRole('complementary', { name: this.words.deal.label });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  /** A row of the table by what stands in it. */
  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: name });
  }

  /** What a screen reader is told. */
  get said(): Locator {
    return this.page.locator('[aria-live=assertive]');
  }

  /** How many deals the filter means, in words. */
  get totals(): Locator {
    return this.page.locator('main header + div').getByRole('status');
  }

  async show(view: 'board' | 'table' | 'changes'): Promise<void> {
    await this.page.getByText(this.words.view[view], { exact: true }).click();
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: this.words.filter.text }).fill(text);
  }

  async openFilter(kind: keyof (typeof resources)['en']['deals']['filter']): Promise<void> {
    const name = String(this.words.filter[kind]);
    await this.page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  }

  async drag(name: string, stage: string): Promise<void> {
    await this.card(name).dragTo(this.column(stage));
  }
}
