import type { Bench, Figure, Measured } from './figure.ts';
import { timedPair } from './support/measure.ts';
import { rawBoard, rawTable } from './support/raw-deals.ts';
import type { RunningApp } from './support/running-app.ts';

type Connection = Awaited<ReturnType<Bench['workspace']['connect']>>;

/** The backend's part of a screen: the question through the host's socket, beside its bare SQL. */
export const boardQuery: Figure = {
  name: 'board-query',
  about: "the board's one question to the backend | bare SQL of the same board",
  measure: (bench) =>
    ask(bench, {
      value: ({ deals }) => deals.getBoard({ filter: { closedWithin: 'this_month' } }),
      limit: (connection) => rawBoard(connection, { closedFrom: bench.workspace.monthStartOn }),
    }),
};

export const tableQuery: Figure = {
  name: 'table-query',
  about: "the table's one question about all deals | bare SQL of the same head and rows",
  measure: (bench) =>
    ask(bench, {
      value: ({ deals }) =>
        deals.getTable({ filter: {}, sort: { by: 'closeOn', descending: false }, limit: 100 }),
      limit: rawTable,
    }),
};

type Question = {
  value(client: RunningApp['client']): Promise<unknown>;
  limit(connection: Connection): () => unknown;
};

async function ask({ app, workspace, runs }: Bench, { value, limit }: Question): Promise<Measured> {
  const { client } = await app();
  const connection = await workspace.connect('read');
  const measured = await timedPair(3 * runs, {
    value: () => value(client),
    limit: limit(connection),
  });
  connection.close();
  return { ...measured, unit: 'ms' };
}
