import { expect, type Locator, type Page } from '@playwright/test';
import { languages, resources } from '#shared/i18n/index.ts';

/** The frame around every screen: rail, palette, toasts, keys. */
export class ShellPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the app by an address that works once, and waits until it can be used. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.title.waitFor();
  }

  get rail(): Locator {
    return this.page.getByRole('navigation');
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** What was just done, with its way back. */
  get toast(): Locator {
    return this.page.locator('[data-kind=step]');
  }

  get failure(): Locator {
    return this.page.locator('[data-kind=failure]');
  }

  get palette(): Locator {
    return this.page.getByRole('dialog');
  }

  get paletteOptions(): Locator {
    return this.palette.getByRole('option');
  }

  /**
   * Goes to a place of the rail, whatever the language, and waits until it is there: keys pressed
   * earlier belong to the page before.
   */
  async goTo(place: keyof (typeof resources)['en']['shell']['places']): Promise<void> {
    const names = languages.map((language) => resources[language].shell.places[place]);
    const name = new RegExp(names.join('|'));
    await this.rail.getByRole('link', { name }).click();
    await expect(this.title).toContainText(name);
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  async openPalette(text: string): Promise<void> {
    await this.press('ControlOrMeta+k');
    await this.palette.getByRole('combobox').fill(text);
  }
}
