import type { SearchSource } from '../search/search-source.ts';

export const riskSearch: SearchSource = {
  kind: 'risk',
  async read(db, ids) {
    const rows = await db
      .selectFrom('risk')
      .selectAll()
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.title,
      texts: [row.cause, row.event, row.consequence, row.existing_controls, row.contingency],
      privateTexts: [],
      isPrivate: false,
    }));
  },
  async show(db, ids) {
    const rows = await db
      .selectFrom('risk')
      .leftJoin('person', 'person.id', 'risk.owner_id')
      .select(['risk.id', 'risk.title', 'risk.next_review_on', 'person.name as owner'])
      .where('risk.id', 'in', ids)
      .where('risk.deleted_at', 'is', null)
      .execute();
    return rows.map(({ id, title, owner, next_review_on }) => ({
      id,
      title,
      note: owner,
      on: next_review_on,
      opens: { kind: 'risk', id },
    }));
  },
};
