import type Database from 'better-sqlite3-multiple-ciphers';
import type { Figure } from './figure.ts';
import { median, timed } from './support/measure.ts';

type Drop = { id: string; from: string; to: string };

export const dealDrop: Figure = {
  name: 'deal-drop',
  about: 'from the drop to the answer that it is on disk | the same two rows written bare',
  async measure(bench) {
    const { client } = await bench.app();
    const connection = await bench.workspace.connect('write');
    const drops = someDrops(connection, 2 * (bench.runs + 2));
    const half = drops.length / 2;
    const write = rawDrop(connection);
    // One after the other: a write from elsewhere would empty the other's page cache.
    const limits: number[] = [];
    for (const drop of drops.slice(half)) limits.push(await timed(() => write(drop)));
    const values: number[] = [];
    for (const { id, from, to } of drops.slice(0, half)) {
      values.push(await timed(() => client.deals.moveDeal({ id, fromStageId: from, stageId: to })));
    }
    connection.close();
    return { value: median(values.slice(2)), limit: median(limits.slice(2)), unit: 'ms' };
  },
};

/** Open deals from all over the file, each with the stage after its own. */
function someDrops(connection: Database.Database, count: number): Drop[] {
  return connection
    .prepare<[number], Drop>(
      `select deal.id, own.id as "from", next.id as "to" from deal
       join stage own on own.id = deal.stage_id
       join stage next on next.pipeline_id = own.pipeline_id
         and next.sort_order = own.sort_order + 1 and next.type = 'open'
       where deal.status = 'open' order by substr(deal.id, -2), deal.id limit ?`,
    )
    .all(count);
}

/** The new stage and its entry in the deal's history, in one transaction that waits for the disk. */
function rawDrop(connection: Database.Database) {
  const move = connection.prepare(
    `update deal set stage_id = ?, probability_bp = 5000, stage_entered_on = '2026-01-01',
       updated_at = '2026-01-01T00:00:00.000Z', rev = rev + 1 where id = ?`,
  );
  const note = connection.prepare(
    `insert into deal_change (id, deal_id, changed_at, cause, from_stage_id, to_stage_id,
       from_status, to_status, to_amount_minor, to_probability_bp, to_forecast_category,
       created_at, updated_at)
     values (lower(hex(randomblob(16))), ?, '2026-01-01T00:00:00.000Z', 'moved', ?, ?, 'open',
       'open', 0, 5000, 'pipeline', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`,
  );
  return connection.transaction(({ id, from, to }: Drop) => {
    move.run(to, id);
    note.run(id, from, to);
  }).immediate;
}
