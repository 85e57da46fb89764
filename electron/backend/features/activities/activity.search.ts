import { localDateOf } from '../../clock.ts';
import type { SearchSource, ShownRecord } from '../search/search-source.ts';

/** Activities have no page: one that is found opens what it was about. */
export const activitySearch: SearchSource = {
  kind: 'activity',
  async read(db, ids) {
    const rows = await db
      .selectFrom('activity')
      .select(['id', 'subject', 'content'])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      // The subject is one of very many, so it is no name that pinyin has to find.
      name: '',
      texts: [row.subject, row.content],
      privateTexts: [],
      isPrivate: false,
    }));
  },
  async show(db, ids) {
    const rows = await db
      .selectFrom('activity')
      .leftJoin('deal', 'deal.id', 'activity.deal_id')
      .leftJoin('account', 'account.id', 'activity.account_id')
      .leftJoin('person', 'person.id', 'activity.person_id')
      .select(['activity.id', 'subject', 'happened_at', 'deal_id'])
      .select(['activity.account_id', 'activity.person_id'])
      .select(['deal.name as deal', 'account.name as account', 'person.name as person'])
      .where('activity.id', 'in', ids)
      .where('activity.deleted_at', 'is', null)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      title: row.subject,
      note: row.deal ?? row.account ?? row.person,
      on: localDateOf(new Date(row.happened_at)),
      opens: subject(row),
    }));
  },
};

type Links = {
  id: string;
  deal_id: string | null;
  account_id: string | null;
  person_id: string | null;
};

function subject({ id, deal_id, account_id, person_id }: Links): ShownRecord['opens'] {
  if (deal_id !== null) return { kind: 'deal', id: deal_id };
  if (account_id !== null) return { kind: 'account', id: account_id };
  if (person_id !== null) return { kind: 'person', id: person_id };
  return { kind: 'activity', id };
}
