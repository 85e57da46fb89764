import type { Download, Locator, Page } from '@playwright/test';
import type { Language } from '#shared/contract/fields.ts';
import { resources } from '#shared/i18n/index.ts';

type Words = (typeof resources)['en' | 'zh-CN'];

/** The brief of a person and the session that follows it. */
export class CoachingPage {
  readonly page: Page;
  readonly words: Words['coaching'];
  readonly facts: Words['facts'];

  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = resources[language].coaching;
    this.facts = resources[language].facts;
  }

  /** Opens a person's brief from the coaching place. */
  async prepare(name: string): Promise<void> {
    const label = this.words.place.briefOf.replace('{{name}}', name);
    await this.page.getByRole('link', { name: label }).click();
    await this.points.waitFor();
  }

  get brief(): Locator {
    return this.page.getByRole('region', { name: this.facts.brief.title });
  }

  get points(): Locator {
    return this.page.getByRole('region', { name: this.words.points.title });
  }

  get newPoint(): Locator {
    return this.page.getByRole('textbox', { name: this.words.points.add });
  }

  async addPoint(text: string): Promise<void> {
    await this.newPoint.fill(text);
    await this.newPoint.press('Enter');
    await this.page.getByRole('button', { name: text }).waitFor();
  }

  /** Lets others see a talking point that was the manager's alone. */
  async sharePoint(text: string): Promise<void> {
    const line = this.page.getByRole('listitem').filter({ hasText: text });
    const button = { name: this.words.points.private };
    await line.getByRole('button', { ...button, pressed: true }).click();
    await line.getByRole('button', { ...button, pressed: false }).waitFor();
  }

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.session.start }).click();
    await this.section('goal').waitFor();
  }

  section(step: 'goal' | 'reality' | 'options' | 'will'): Locator {
    return this.page.getByRole('region', { name: this.words.step[step], exact: true });
  }

  /** Lets others see a step of the GROW record, and what is promised of its words. */
  async shareStep(step: 'goal' | 'reality' | 'options' | 'will'): Promise<void> {
    const name = this.words.bar.shared.replace('{{step}}', this.words.step[step]);
    const toggle = this.section(step).getByRole('switch', { name });
    await toggle.focus();
    await toggle.press('Space');
    await this.section(step).getByRole('switch', { name, checked: true }).waitFor();
  }

  /** A text of the GROW record. */
  text(field: keyof Words['coaching']['grow']): Locator {
    return this.page.getByRole('textbox', { name: this.words.grow[field], exact: true });
  }

  async write(field: keyof Words['coaching']['grow'], text: string): Promise<void> {
    await this.text(field).fill(text);
    await this.text(field).blur();
  }

  async addOption(place: number, text: string): Promise<void> {
    await this.section('options').getByRole('button', { name: this.words.options.add.rep }).click();
    const label = this.words.options.option.replace('{{place}}', String(place));
    const field = this.page.getByRole('textbox', { name: label, exact: true });
    await field.fill(text);
    await field.blur();
  }

  get optionCards(): Locator {
    return this.section('options').locator('[id^=option-]');
  }

  /** A mark of a scale, by its legend. */
  mark(legend: string, value: number, within: Locator | Page = this.page): Locator {
    return within
      .getByRole('group', { name: legend })
      .getByRole('radio', { name: String(value), exact: true });
  }

  get newPromise(): Locator {
    return this.section('will').getByRole('form', { name: this.words.commitment.add });
  }

  /** Adds a promise by hand, without a date on purpose. */
  async promise(text: string): Promise<void> {
    const form = this.newPromise;
    await form.getByRole('textbox', { name: this.words.commitment.what }).fill(text);
    await form.getByRole('checkbox', { name: this.words.commitment.noDate }).check();
    await form.getByRole('button', { name: this.words.commitment.add }).click();
    await this.promises.filter({ hasText: text }).waitFor();
  }

  get promises(): Locator {
    return this.page
      .getByRole('region', { name: this.words.will.promises, exact: true })
      .getByRole('listitem');
  }

  get closing(): Locator {
    return this.page.getByRole('dialog', { name: this.words.closing.title });
  }

  /** Ends the session as a manager does: by keyboard. */
  async complete(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Enter');
    await this.closing.getByRole('button', { name: this.words.closing.complete }).click();
    await this.closing.waitFor({ state: 'detached' });
  }

  async printBrief(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: this.facts.brief.print }).click();
    return download;
  }

  /** Plans the person's next session. */
  async plan(on: string, time: string): Promise<void> {
    await this.page.getByRole('button', { name: this.words.session.plan }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: this.words.plan.day }).fill(on);
    await dialog.getByLabel(this.words.plan.time).fill(time);
    await dialog.getByRole('button', { name: this.words.session.plan }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}
