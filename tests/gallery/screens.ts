import type { Page } from '@playwright/test';
import type { AppClient } from '#backend/router.ts';
import { deskAt, deskOfFiles, finishedRun, noDesk } from './import-desk.ts';

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

/** The person with whom most one-on-ones were held. */
async function coachedPerson(client: AppClient): Promise<string | null> {
  const { people } = await client.coaching.getOverview();
  const met = people.find(({ lastOn }) => lastOn !== null) ?? people[0];
  return met?.person.id ?? null;
}

const ofPerson = (path: (id: string) => string) => async (client: AppClient) => {
  const id = await coachedPerson(client);
  return id === null ? null : path(id);
};

/** A deal that the rules have something to say about. */
async function someDeal(client: AppClient): Promise<string | null> {
  const { rows } = await client.deals.getTable({
    filter: { statuses: ['open'] },
    sort: { by: 'health', descending: true },
  });
  return rows[0]?.id ?? null;
}

/** N opens the dialog for a new record, once the page is there to hear it. */
async function openNew(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('dialog').waitFor();
}

/** A review in a state, at one of its entries. */
async function firstReview(
  client: AppClient,
  status: 'draft' | 'final',
  entry: string,
): Promise<string | null> {
  const reviews = await client.reviews.listReviews({});
  const review = reviews.find((one) => one.status === status);
  return review === undefined ? null : `/reviews/${review.id}?at=%22${entry}%22`;
}

export const screens: readonly Screen[] = [
  { name: 'deals', path: '/deals' },
  {
    name: 'deals-pane',
    path: async (client) => {
      const id = await someDeal(client);
      return id === null ? null : `/deals?deal=${id}`;
    },
  },
  { name: 'deals-table', path: '/deals?view=table' },
  { name: 'deals-groups', path: '/deals?view=table&group=owner' },
  { name: 'deals-changes', path: '/deals?view=changes&since=2026-01-01' },
  {
    name: 'deals-new',
    path: '/deals',
    prepare: openNew,
  },
  {
    name: 'deal',
    path: async (client) => {
      const id = await someDeal(client);
      return id === null ? null : `/deals/${id}`;
    },
  },
  { name: 'today', path: '/today' },
  { name: 'accounts', path: '/accounts' },
  { name: 'account', path: firstAccount },
  {
    name: 'account-new',
    path: '/accounts',
    prepare: openNew,
  },
  { name: 'team', path: '/team' },
  { name: 'quotas', path: '/team/quotas' },
  { name: 'person', path: ofPerson((id) => `/team/${id}`) },
  { name: 'person-sessions', path: ofPerson((id) => `/team/${id}?tab=sessions`) },
  { name: 'person-commitments', path: ofPerson((id) => `/team/${id}?tab=commitments`) },
  { name: 'coaching', path: '/coaching' },
  { name: 'commitments', path: '/coaching?tab=commitments' },
  { name: 'questions', path: '/coaching?tab=questions' },
  { name: 'brief', path: ofPerson((id) => `/coaching/prep/${id}`) },
  {
    name: 'session',
    path: async (client) => {
      const { past } = await client.coaching.getOverview();
      const held = past.find(({ status }) => status === 'completed');
      return held === undefined ? null : `/coaching/sessions/${held.id}`;
    },
  },
  { name: 'reviews', path: '/reviews' },
  {
    name: 'review-new',
    path: '/reviews',
    prepare: openNew,
  },
  { name: 'review-figures', path: (client) => firstReview(client, 'draft', 'bookings') },
  { name: 'review-scale', path: (client) => firstReview(client, 'draft', 'discovery') },
  { name: 'review-result', path: (client) => firstReview(client, 'draft', 'result') },
  {
    name: 'review-missing',
    path: (client) => firstReview(client, 'draft', 'initiative'),
    prepare: async (page) => {
      await page.keyboard.press('ControlOrMeta+Enter');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'review-final', path: (client) => firstReview(client, 'final', 'negotiation') },
  { name: 'review-final-goals', path: (client) => firstReview(client, 'final', 'goal') },
  {
    name: 'review-preview',
    path: (client) => firstReview(client, 'draft', 'discovery'),
    prepare: async (page) => {
      await page.keyboard.press('p');
      await page.locator('canvas').first().waitFor();
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
  { name: 'documents', path: '/documents' },
  {
    name: 'document',
    path: async (client) => {
      const [document] = await client.documents.listDocuments({ kind: 'review' });
      return document === undefined ? null : `/documents?open=%22${document.id}%22`;
    },
    prepare: async (page) => {
      await page.locator('canvas').first().waitFor();
    },
  },
  { name: 'import-empty', path: noDesk },
  { name: 'import-files', path: deskOfFiles },
  {
    name: 'import-headings',
    path: deskOfFiles,
    prepare: async (page) => {
      await page.locator('main table button[aria-haspopup=dialog]').first().click();
    },
  },
  { name: 'import-columns', path: deskAt('columns') },
  { name: 'import-stages', path: deskAt('columns', 'stages') },
  { name: 'import-names', path: deskAt('columns', 'names') },
  { name: 'import-rates', path: deskAt('columns', 'currencies') },
  { name: 'import-check', path: deskAt('check') },
  {
    name: 'import-fix',
    path: deskAt('check'),
    prepare: async (page) => {
      await page.locator('[role=grid] [role=row][aria-rowindex="2"]').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'import-preview',
    path: deskAt('check'),
    prepare: async (page) => {
      await page.getByRole('tab').last().click();
    },
  },
  { name: 'import-result', path: finishedRun },
  { name: 'import-earlier', path: noDesk },
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
