import type { SearchSource } from '../search/search-source.ts';

export const dealSearch: SearchSource = {
  kind: 'deal',
  async read(db, ids) {
    const rows = await db
      .selectFrom('deal')
      .selectAll()
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      texts: [
        row.next_step,
        row.source,
        row.loss_reason,
        row.loss_competitor,
        row.note,
        row.close_note,
        row.external_id,
      ],
      privateTexts: [],
      isPrivate: false,
    }));
  },
  async show(db, ids) {
    const rows = await db
      .selectFrom('deal')
      .leftJoin('account', 'account.id', 'deal.account_id')
      .leftJoin('person', 'person.id', 'deal.owner_id')
      .select(['deal.id', 'deal.name', 'account.name as account', 'person.name as owner'])
      .where('deal.id', 'in', ids)
      .where('deal.deleted_at', 'is', null)
      .execute();
    return rows.map(({ id, name, account, owner }) => ({
      id,
      title: name,
      note: [account, owner].filter((part) => part !== null).join(' · ') || null,
      on: null,
      opens: { kind: 'deal', id },
    }));
  },
};
