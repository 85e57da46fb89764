import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { settled } from '../../gallery/visit.ts';

/** The rules whose answer depends on colours. */
const colorRules = ['color-contrast', 'link-in-text-block'];

/**
 * Fails for every violation of WCAG 2.2 A and AA and of axe's best practices.
 *
 * @param where what the failure names, where one test looks at several screens
 */
export async function expectAccessible(page: Page, where?: string): Promise<void> {
  await expectNone(page, axeOf(page), where);
}

/** The same for colours alone: for a page in another theme, which changes nothing else. */
export async function expectReadable(page: Page, where?: string): Promise<void> {
  await expectNone(page, axeOf(page).withRules(colorRules), where);
}

/** The app has no frames; only for them would axe open a page of its own each time. */
function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true);
}

async function expectNone(page: Page, axe: AxeBuilder, where?: string): Promise<void> {
  await settled(page);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
  expect(found, where).toEqual([]);
}
