import type Database from 'better-sqlite3-multiple-ciphers';

export type BriefScope = {
  personId: string;
  sinceAt: string;
  quarterFromOn: string;
  weeksFromAt: string;
};

/** Bring what a brief says of somebody, each by the best index there is. */
const statements = [
  'select * from person where id = :personId',
  'select * from person_leave where person_id = :personId',
  "select * from coaching_session where person_id = :personId and status = 'completed'",
  'select * from action_item where person_id = :personId',
  'select * from agenda_item where person_id = :personId',
  'select * from stage order by sort_order',
  `select id, name, stage_id, owner_id, amount_minor, opened_on, expected_close_on,
     stage_entered_on, push_count, next_step, next_step_on, snoozed_until_on, last_activity_at,
     next_activity_at, created_at
   from deal where owner_id = :personId and status = 'open' and deleted_at is null`,
  `select count(*), sum(amount_minor) from deal where owner_id = :personId and status = 'won'
     and deleted_at is null and close_on >= :quarterFromOn`,
  `select count(*) from deal where owner_id = :personId and status = 'lost' and deleted_at is null`,
  `select deal_change.*, deal.name, account.name from deal_change
   join deal on deal.id = deal_change.deal_id left join account on account.id = deal.account_id
   where changed_at > :sinceAt and (deal.owner_id = :personId or from_owner_id = :personId)`,
  `select date(happened_at, 'localtime') as day, kind, count(*) from activity
   where person_id = :personId and status = 'done' and deleted_at is null
     and happened_at >= :weeksFromAt group by 1, 2`,
  `select min(happened_at) from activity
   where person_id = :personId and status = 'done' and deleted_at is null`,
];

export function rawBrief(connection: Database.Database, scope: BriefScope) {
  const prepared = statements.map((text) => connection.prepare<BriefScope>(text));
  return () => prepared.map((statement) => statement.all(scope));
}
