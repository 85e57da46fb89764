import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DealFilter, NextStepState } from '#shared/contract/deal-filter.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import { idsOf } from '../deal.repository.ts';

/** A filter whose periods are dates. */
export type ResolvedDealFilter = {
  filter: DealFilter;
  today: string;
  close: { startOn: string | null; endOn: string | null } | 'no_date' | 'overdue' | null;
  /** Stages whose deals can match; what is open or closed is a matter of the stage. */
  stages: { open: readonly string[]; closed: readonly string[] } | null;
  /** Closed deals only from this day on. */
  closedFrom: string | null;
  nextStep: { today: string; startsAt: string; dueOn: string; dueEndsAt: string };
  /** The only deals that can match, where something outside SQL has decided. */
  ids: readonly string[] | null;
};

type Condition = RawBuilder<SqlBool>;

/** The condition that every view of deals puts on `deal`. */
export function matches(resolved: ResolvedDealFilter): Condition {
  const { filter } = resolved;
  const conditions = [
    sql<SqlBool>`deal.deleted_at is null`,
    ...inStages(resolved),
    ...anyOf(
      filter.categories,
      (list) => sql<SqlBool>`deal.forecast_category in (${sql.join(list)})`,
    ),
    ...linked('owner_id', filter.ownerIds),
    ...anyOf(
      filter.teams,
      (list) => sql<SqlBool>`deal.owner_id in
      (select id from person where coalesce(team, '') in (${sql.join(list)}))`,
    ),
    ...given(filter.amountFrom, (from) => sql<SqlBool>`deal.amount_minor >= ${from}`),
    ...given(filter.amountTo, (to) => sql<SqlBool>`deal.amount_minor <= ${to}`),
    ...given(resolved.close, (close) => closes(close, resolved.today)),
    ...anyOf(filter.nextStep, (states) => hasNextStep(states, resolved.nextStep)),
    ...given(resolved.ids, (ids) => sql<SqlBool>`deal.id in ${idsOf(ids)}`),
    unkeptMatches(filter),
  ];
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** The part of a filter that looks at what the history of a deal does not keep. */
export function unkeptMatches(filter: DealFilter): Condition {
  const conditions = [
    ...linked('account_id', filter.accountIds),
    ...linked('product_id', filter.productIds),
    ...given(filter.text?.trim() || undefined, contains),
  ];
  return conditions.length === 0 ? sql<SqlBool>`true` : sql.join(conditions, sql` and `);
}

function anyOf<T>(list: readonly T[] | undefined, condition: (list: readonly T[]) => Condition) {
  return list === undefined || list.length === 0 ? [] : [condition(list)];
}

function given<T>(value: T | null | undefined, condition: (value: T) => Condition) {
  return value === undefined || value === null ? [] : [condition(value)];
}

function linked(
  column: 'owner_id' | 'account_id' | 'product_id',
  wanted: readonly string[] | undefined,
): Condition[] {
  if (wanted === undefined || wanted.length === 0) return [];
  const ids = wanted.filter((id) => id !== 'none');
  const ref = sql.ref(`deal.${column}`);
  const parts = [
    ...(ids.length > 0 ? [sql<SqlBool>`${ref} in (${sql.join(ids)})`] : []),
    ...(ids.length < wanted.length ? [sql<SqlBool>`${ref} is null`] : []),
  ];
  return [sql<SqlBool>`(${sql.join(parts, sql` or `)})`];
}

/** Status, pipeline and stage all name stages, and by stage and date the board's index is walked. */
function inStages({ stages, closedFrom }: ResolvedDealFilter): Condition[] {
  if (stages === null) return [];
  const { open, closed } = stages;
  if (closedFrom === null) return [inStage([...open, ...closed])];
  const recent = sql<SqlBool>`${inStage(closed)} and deal.close_on >= ${closedFrom}`;
  if (open.length === 0) return [recent];
  return closed.length === 0 ? [inStage(open)] : [sql<SqlBool>`(${inStage(open)} or ${recent})`];
}

function inStage(ids: readonly string[]): Condition {
  return ids.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`deal.stage_id in (${sql.join(ids)})`;
}

function closes(close: NonNullable<ResolvedDealFilter['close']>, today: string): Condition {
  if (close === 'no_date') return sql<SqlBool>`deal.close_on is null`;
  if (close === 'overdue') return sql<SqlBool>`(deal.status = 'open' and deal.close_on < ${today})`;
  const parts = [
    sql<SqlBool>`deal.close_on is not null`,
    ...given(close.startOn, (from) => sql<SqlBool>`deal.close_on >= ${from}`),
    ...given(close.endOn, (to) => sql<SqlBool>`deal.close_on <= ${to}`),
  ];
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

function hasNextStep(
  states: readonly NextStepState[],
  bounds: ResolvedDealFilter['nextStep'],
): Condition {
  const parts = states.map((state) => nextStepIs(state, bounds));
  return sql<SqlBool>`(deal.status = 'open' and (${sql.join(parts, sql` or `)}))`;
}

/** As `nextStepSignal` of the domain says it, over the typed step and the planned activities. */
function nextStepIs(
  state: NextStepState,
  { today, startsAt, dueOn, dueEndsAt }: ResolvedDealFilter['nextStep'],
): Condition {
  const exists = sql`(deal.next_step is not null or deal.next_step_on is not null
    or deal.next_activity_at is not null)`;
  const isOverdue = sql`(ifnull(deal.next_step_on < ${today}, 0)
    or ifnull(deal.next_activity_at < ${startsAt}, 0))`;
  const isDue = sql`(ifnull(deal.next_step_on <= ${dueOn}, 0)
    or ifnull(deal.next_activity_at < ${dueEndsAt}, 0))`;
  switch (state) {
    case 'none':
      return sql<SqlBool>`not ${exists}`;
    case 'overdue':
      return sql<SqlBool>`${isOverdue}`;
    case 'due':
      return sql<SqlBool>`(${isDue} and not ${isOverdue})`;
    case 'planned':
      return sql<SqlBool>`(${exists} and not ${isDue} and not ${isOverdue})`;
  }
}

function contains(text: string): Condition {
  const pattern = likePattern(text);
  const key = likePattern(foldForSearch(text));
  return sql<SqlBool>`(deal.name like ${pattern} escape '\\'
    or deal.account_id in (select id from account where name_key like ${key} escape '\\'
      or name like ${pattern} escape '\\')
    or deal.owner_id in (select id from person where name_key like ${key} escape '\\'
      or name like ${pattern} escape '\\'))`;
}

/** What is typed, taken literally, anywhere in a text. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
