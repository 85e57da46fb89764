import type { Locator, Page } from '@playwright/test';
import { resources } from '#shared/i18n/index.ts';

const words = [resources['zh-CN'].backups, resources.en.backups] as const;

function either(choose: (catalogue: (typeof words)[number]) => string): RegExp {
  return new RegExp(`^(${words.map(choose).join('|')})$`);
}

/** The backups, in the settings or on the page of a file that cannot be opened. */
export class BackupsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get rows(): Locator {
    return this.page.locator('tbody').getByRole('row');
  }

  /** What stands above every page while the data is not safe. */
  get bar(): Locator {
    return this.page.getByRole('region', { name: either(({ bar }) => bar.label) });
  }

  async create(): Promise<void> {
    await this.page.getByRole('button', { name: either(({ create }) => create) }).click();
  }

  /** Restores the backup of a row, newest first; looks at the dialog before it is confirmed. */
  async restore(row: number, look: () => Promise<void> = async () => undefined): Promise<void> {
    const button = this.rows.nth(row).getByText(either(({ restore }) => restore));
    await button.click();
    const confirm = this.page.getByRole('dialog').getByRole('button', {
      name: either(({ dialog }) => dialog.do),
    });
    await confirm.waitFor();
    await look();
    await confirm.click();
  }
}
