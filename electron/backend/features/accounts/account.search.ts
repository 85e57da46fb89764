import type { SearchSource } from '../search/search-source.ts';

export const accountSearch: SearchSource = {
  kind: 'account',
  async read(db, ids) {
    const rows = await db
      .selectFrom('account')
      .selectAll()
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      texts: [row.industry, row.region, row.website, row.phone, row.note, row.external_id],
      privateTexts: [],
      isPrivate: false,
    }));
  },
  async show(db, ids) {
    const rows = await db
      .selectFrom('account')
      .select(['id', 'name', 'industry', 'region'])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map(({ id, name, industry, region }) => ({
      id,
      title: name,
      note: [industry, region].filter((part) => part !== null).join(' · ') || null,
      on: null,
      opens: { kind: 'account', id },
    }));
  },
};
