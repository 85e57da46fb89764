import type { Locator, Page } from '@playwright/test';
import { resources } from '#shared/i18n/index.ts';

type Tab = keyof (typeof resources)['en']['settings']['tabs'];

/** The settings, tab by tab. */
export class SettingsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openTab(tab: Tab): Promise<void> {
    const names = [resources['zh-CN'], resources.en].map(({ settings }) => settings.tabs[tab]);
    await this.page.getByRole('tab', { name: new RegExp(`^(${names.join('|')})$`) }).click();
  }

  /** An answer by the visible label of its question. */
  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  async choose(option: string): Promise<void> {
    await this.page.getByText(option, { exact: true }).click();
  }
}
