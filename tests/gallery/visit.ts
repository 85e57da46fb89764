import { expect, type Page } from '@playwright/test';
import type { AppClient } from '#backend/router.ts';
import type { Language } from '#shared/contract/fields.ts';
import type { Screen } from './screens.ts';

export type Look = { language: Language; theme: 'light' | 'dark' };

export const looks: readonly Look[] = [
  { language: 'zh-CN', theme: 'light' },
  { language: 'zh-CN', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
];

/** Gives the open app a language and a theme, and waits until it wears them. */
export async function wear(page: Page, client: AppClient, look: Look): Promise<void> {
  await client.settings.saveSettings(look);
  await expect(page.locator('html')).toHaveAttribute('lang', look.language);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', look.theme);
}

/** Shows a screen from a fresh page. @returns false when this workspace has none */
export async function visit(page: Page, client: AppClient, screen: Screen): Promise<boolean> {
  const path = typeof screen.path === 'string' ? screen.path : await screen.path(client);
  if (path === null) return false;
  await page.evaluate((hash) => {
    sessionStorage.removeItem('bellwether.presentation');
    location.hash = hash;
  }, path);
  await page.reload();
  await page.locator('main').waitFor();
  await page.waitForLoadState('networkidle');
  await screen.prepare?.(page);
  await settled(page);
  return true;
}

/** Fonts are there and nothing moves any more. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const moving = document.getAnimations().filter((animation) => {
      const { iterations } = animation.effect?.getComputedTiming() ?? {};
      return iterations !== Number.POSITIVE_INFINITY;
    });
    await Promise.allSettled(moving.map((animation) => animation.finished));
  });
}
