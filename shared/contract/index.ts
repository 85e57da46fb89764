import { accounts } from './accounts.ts';
import { activities } from './activities.ts';
import { backups } from './backups.ts';
import { coaching } from './coaching.ts';
import { deals } from './deals.ts';
import { documents } from './documents.ts';
import { events } from './events.ts';
import { imports } from './imports.ts';
import { people } from './people.ts';
import { reviews } from './reviews.ts';
import { risks } from './risks.ts';
import { sample } from './sample.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { texts } from './texts.ts';
import { todayPlace } from './today.ts';
import { uploads } from './uploads.ts';
import { workspace } from './workspace.ts';

/** Everything the renderer can ask of the backend; the only door between them. */
export const contract = {
  accounts,
  activities,
  backups,
  coaching,
  deals,
  documents,
  events,
  imports,
  people,
  risks,
  sample,
  search,
  reviews,
  settings,
  texts,
  today: todayPlace,
  uploads,
  workspace,
};
