import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#shared/contract/index.ts';
import { accountsRouter } from './features/accounts/accounts.router.ts';
import { activitiesRouter } from './features/activities/activities.router.ts';
import { backupsRouter } from './features/backups/backups.router.ts';
import { coachingRouter } from './features/coaching/coaching.router.ts';
import { dealsRouter } from './features/deals/deals.router.ts';
import { documentsRouter } from './features/documents/documents.router.ts';
import { importsRouter } from './features/imports/imports.router.ts';
import { peopleRouter } from './features/people/people.router.ts';
import { reviewsRouter } from './features/reviews/reviews.router.ts';
import { risksRouter } from './features/risks/risks.router.ts';
import { sampleRouter } from './features/sample/sample.router.ts';
import { searchRouter } from './features/search/search.router.ts';
import { settingsRouter } from './features/settings/settings.router.ts';
import { textsRouter } from './features/texts/texts.router.ts';
import { todayRouter } from './features/today/today.router.ts';
import { uploadsRouter } from './features/uploads/uploads.router.ts';
import { eventsRouter } from './features/workspace/events.router.ts';
import { workspaceRouter } from './features/workspace/workspace.router.ts';

/** Every procedure of the contract, served. */
export const router = {
  accounts: accountsRouter,
  activities: activitiesRouter,
  backups: backupsRouter,
  deals: dealsRouter,
  coaching: coachingRouter,
  documents: documentsRouter,
  events: eventsRouter,
  imports: importsRouter,
  people: peopleRouter,
  reviews: reviewsRouter,
  risks: risksRouter,
  sample: sampleRouter,
  search: searchRouter,
  settings: settingsRouter,
  texts: textsRouter,
  today: todayRouter,
  uploads: uploadsRouter,
  workspace: workspaceRouter,
};

/** The app's API as any client calls it: the page, a test, another thread. */
export type AppClient = ContractRouterClient<typeof contract>;
