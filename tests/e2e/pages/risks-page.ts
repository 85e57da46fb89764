import type { Locator, Page } from '@playwright/test';

/** The register: heat map, list, proposals and the open risk. */
export class RisksPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get rows(): Locator {
    return this.page.getByRole('region', { name: /^(清单|List)$/ }).getByRole('listitem');
  }

  get pane(): Locator {
    return this.page.getByRole('complementary', { name: /^(风险详情|Risk)$/ });
  }

  get map(): Locator {
    return this.page.getByRole('region', { name: /^(热力图|Heat map)$/ });
  }

  get proposals(): Locator {
    return this.page
      .getByRole('region', { name: /^(规则提示的商机|Deals the rules point at)$/ })
      .getByRole('listitem');
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }

  /** A cell by its words, e.g. 可能性很可能，影响重大. */
  cell(name: RegExp): Locator {
    return this.map.getByRole('button', { name });
  }

  async open(title: string): Promise<void> {
    await this.row(title).getByRole('button').click();
  }

  /** Chooses a step of a scale in the open risk. */
  async score(stage: RegExp, axis: RegExp, step: RegExp): Promise<void> {
    const group = this.pane.getByRole('group', { name: stage });
    await group.getByRole('combobox', { name: axis }).click();
    await this.page.getByRole('option', { name: step }).click();
  }
}
