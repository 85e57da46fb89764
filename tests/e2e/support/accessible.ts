import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { settled } from '../../gallery/visit.ts';

/**
 * Fails for every violation of WCAG 2.2 A and AA and of axe's best practices.
 *
 * @param where what the failure names, where one test looks at several screens
 */
export async function expectAccessible(page: Page, where?: string): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
  expect(found, where).toEqual([]);
}
