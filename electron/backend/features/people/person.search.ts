import type { SearchSource } from '../search/search-source.ts';

/** People are found by name, number, role, team and mail; notes on them only by the manager. */
export const personSearch: SearchSource = {
  kind: 'person',
  async read(db, ids) {
    const rows = await db
      .selectFrom('person')
      .selectAll()
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      texts: [
        row.employee_no,
        row.role_title,
        row.level,
        row.team,
        row.region,
        row.email,
        row.phone,
      ],
      privateTexts: [row.private_note],
      isPrivate: false,
    }));
  },
  async show(db, ids) {
    const rows = await db
      .selectFrom('person')
      .select(['id', 'name', 'role_title', 'team'])
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
    return rows.map(({ id, name, role_title, team }) => ({
      id,
      title: name,
      note: [role_title, team].filter((part) => part !== null).join(' · ') || null,
      on: null,
      opens: { kind: 'person', id },
    }));
  },
};
