import { accountSearch } from '../accounts/account.search.ts';
import { activitySearch } from '../activities/activity.search.ts';
import { commitmentSearch, sessionSearch } from '../coaching/coaching.search.ts';
import { dealSearch } from '../deals/deal.search.ts';
import { personSearch } from '../people/person.search.ts';
import { riskSearch } from '../risks/risk.search.ts';
import type { SearchSource } from './search-source.ts';

/** How the rows of each searched table are found, by table. Each feature adds its own. */
export const searchSources: Readonly<Record<string, SearchSource>> = {
  account: accountSearch,
  action_item: commitmentSearch,
  activity: activitySearch,
  coaching_session: sessionSearch,
  deal: dealSearch,
  person: personSearch,
  risk: riskSearch,
};
