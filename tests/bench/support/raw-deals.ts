import type Database from 'better-sqlite3-multiple-ciphers';

type Connection = Database.Database;

const cardColumns = `deal.*, account.name as account_name, person.name as owner_name,
  product.name as product_name`;
const named = `left join account on account.id = deal.account_id
  left join person on person.id = deal.owner_id left join product on product.id = deal.product_id`;
const totals = `count(*), coalesce(sum(amount_minor), 0),
  coalesce(sum(amount_minor / 10000 * probability_bp), 0),
  coalesce(sum(amount_minor % 10000 * probability_bp), 0)`;

type BoardFilter = { closedFrom: string; ownerIds?: readonly string[] };

/** What the board shows, by bare statements: totals of each stage and its first thirty deals. */
export function rawBoard(connection: Connection, { closedFrom, ownerIds }: BoardFilter) {
  const owned = ownerIds ? 'and owner_id in (select value from json_each(?))' : '';
  const owners = ownerIds ? [JSON.stringify(ownerIds)] : [];
  const stages = connection
    .prepare<[], { id: string; type: string }>(
      'select * from stage where deleted_at is null order by pipeline_id, sort_order',
    )
    .all();
  const columns = {
    open: column(connection, `stage_id = ? ${owned} and deal.deleted_at is null`, 'asc'),
    closed: column(
      connection,
      `stage_id = ? and close_on >= ? ${owned} and deal.deleted_at is null`,
      'desc',
    ),
  };
  return () =>
    stages.map(({ id, type }) =>
      type === 'open' ? columns.open([id, ...owners]) : columns.closed([id, closedFrom, ...owners]),
    );
}

function column(connection: Connection, where: string, direction: 'asc' | 'desc') {
  const sums = connection.prepare(`select ${totals} from deal where ${where}`);
  const cards = connection.prepare(
    `select ${cardColumns} from deal ${named} where deal.id in (select id from deal where ${where}
       order by close_on ${direction} nulls last, id ${direction} limit 30)
     order by close_on ${direction} nulls last, deal.id ${direction}`,
  );
  return (values: readonly string[]) => [sums.get(...values), cards.all(...values)];
}

/** The head of the table of all deals, by bare statements: totals and the first hundred rows. */
export function rawTable(connection: Connection) {
  const sums = connection.prepare(`select ${totals} from deal where deleted_at is null`);
  const rows = connection.prepare(
    `select ${cardColumns} from deal ${named} where deal.id in (select id from deal
       where deleted_at is null order by close_on asc nulls last, id asc limit 100)
     order by close_on asc nulls last, deal.id asc`,
  );
  return () => [sums.get(), rows.all()];
}
