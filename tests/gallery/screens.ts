import type { Page } from '@playwright/test';
import type { AppClient } from '#backend/router.ts';

/** A screen to be drawn and checked. Each feature adds its own. */
export type Screen = {
  /** Name of the picture, in the order of the rail. */
  name: string;
  /** The part of the address behind `#`; a function looks up what to open. Null: not there. */
  path: string | ((client: AppClient) => Promise<string | null>);
  /** Opens what lies over the page: a menu, a dialog, a pane. */
  prepare?(page: Page): Promise<void>;
};

/** The account with the most open pipeline. */
async function firstAccount(client: AppClient): Promise<string | null> {
  const { rows } = await client.accounts.listAccounts({
    filter: {},
    sort: { by: 'openMinor', descending: true },
    limit: 1,
  });
  return rows[0] === undefined ? null : `/accounts?account=%22${rows[0].id}%22`;
}

export const screens: readonly Screen[] = [
  { name: 'accounts', path: '/accounts' },
  { name: 'account', path: firstAccount },
  {
    name: 'account-new',
    path: '/accounts',
    prepare: async (page) => {
      await page.keyboard.press('n');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'risks', path: '/risks' },
  {
    name: 'risk',
    path: async (client) => {
      const [risk] = (await client.risks.getRegister({})).risks;
      return risk === undefined ? null : `/risks?risk=${risk.id}`;
    },
  },
  { name: 'settings-team', path: '/settings?tab=team' },
  { name: 'settings-stages', path: '/settings?tab=stages' },
  {
    name: 'settings-stage-rules',
    path: '/settings?tab=stages',
    prepare: async (page) => {
      await page.locator('button[aria-expanded=false][aria-label]').first().click();
    },
  },
  { name: 'settings-warnings', path: '/settings?tab=warnings' },
  { name: 'settings-appearance', path: '/settings?tab=appearance' },
  { name: 'settings-backups', path: '/settings?tab=backups' },
  {
    name: 'palette',
    path: '/settings',
    prepare: async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').getByRole('combobox').fill('s');
    },
  },
  {
    name: 'keys',
    path: '/settings',
    prepare: async (page) => {
      await page.keyboard.press('?');
    },
  },
  {
    name: 'presentation',
    path: '/settings',
    prepare: async (page) => {
      await page.keyboard.press('ControlOrMeta+Shift+h');
    },
  },
];
