import type { OpenDatabase } from '#backend/database/open-database.ts';
import {
  noParticulars,
  toChangeColumns,
  toStateColumns,
} from '#backend/features/deals/deal-row.ts';
import { addDays } from '#shared/domain/dates/local-date.ts';
import {
  applyDealEdit,
  type DealEdit,
  type DealStage,
  type DealState,
} from '#shared/domain/deals/deal-edit.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';

export type BigSize = {
  deals: number;
  openDeals: number;
  activities: number;
  accounts: number;
  people: number;
};

/** The reference data set: what every speed goal is stated for. */
export const REF: BigSize = {
  deals: 20_000,
  openDeals: 5_000,
  activities: 200_000,
  accounts: 10_000,
  people: 30,
};

/** Five times the reference. */
export const REF_5X: BigSize = {
  deals: 100_000,
  openDeals: 25_000,
  activities: 1_000_000,
  accounts: 50_000,
  people: 60,
};

type Row = Record<string, string | number | null>;
type Connection = OpenDatabase['connection'];

/** An open workspace, or no more than its file. */
type FillTarget = { database: Pick<OpenDatabase, 'connection'> };

const channel = {
  pipeline: '00000000-0000-7000-8000-000000000200',
  stages: [
    ['21', '报备', 'Registered', 'open', 2000, 'pipeline'],
    ['22', '方案', 'Proposed', 'open', 5000, 'best_case'],
    ['23', '下单', 'Ordering', 'open', 8000, 'commit'],
    ['24', '赢单', 'Won', 'won', 10_000, 'closed'],
    ['25', '输单', 'Lost', 'lost', 0, 'omitted'],
  ],
} as const;

/**
 * Fills an open workspace by bare inserts, past undo and history, in a fraction of the time that
 * procedures would take. The rows are made by the same rules, so they are as legal as those.
 * The same size and day give the same workspace.
 */
export function fillBigWorkspace({ database }: FillTarget, size: BigSize, today: string): void {
  const { connection } = database;
  const random = seeded(20_261_124);
  connection.pragma('foreign_keys = off');
  connection
    .transaction(() => {
      insertChannelPipeline(connection);
      const people = insertPeople(connection, size);
      const accounts = insertAccounts(connection, { size, people, random });
      const products = insertProducts(connection);
      const ways = pipelineWays(connection);
      const times = activityTimes(connection, { size, people, random, today });
      insertDeals(connection, { size, people, accounts, products, ways, times, random, today });
    })
    .immediate();
  connection.pragma('foreign_keys = on');
}

type Random = () => number;

/** Numbers in [0, 1) that are the same every time (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

function idOf(kind: number, n: number): string {
  return `0000000${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

const stamped = {
  created_at: '2025-01-01T00:00:00.000Z',
  updated_at: '2025-01-01T00:00:00.000Z',
  deleted_at: null,
  rev: 1,
};

function inserter(connection: Connection, table: string) {
  let statement: ReturnType<Connection['prepare']> | undefined;
  return (row: Row) => {
    const columns = Object.keys(row);
    statement ??= connection.prepare(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((c) => `@${c}`).join(', ')})`,
    );
    statement.run(row);
  };
}

function insertChannelPipeline(connection: Connection): void {
  inserter(
    connection,
    'pipeline',
  )({
    ...stamped,
    id: channel.pipeline,
    name_zh: '渠道流程',
    name_en: 'Channel pipeline',
    sort_order: 2,
  });
  const insert = inserter(connection, 'stage');
  for (const [at, [key, zh, en, type, probability, category]] of channel.stages.entries()) {
    insert({
      ...stamped,
      id: `00000000-0000-7000-8000-0000000002${key}`,
      pipeline_id: channel.pipeline,
      name_zh: zh,
      name_en: en,
      sort_order: at + 1,
      type,
      probability_bp: probability,
      forecast_category: category,
    });
  }
}

const surnames = '李韩赵王张刘陈杨黄周吴徐孙胡朱高林何郭马';
const givenNames = ['雷', '梅', '强', '芳', '伟', '静', '洋', '敏', '涛', '丽', '军', '娜'];

function insertPeople(connection: Connection, { people }: BigSize): string[] {
  const insert = inserter(connection, 'person');
  return Array.from({ length: people }, (_, n) => {
    const name = `${surnames[n % surnames.length]}${givenNames[n % givenNames.length]}${n > 19 ? n : ''}`;
    const id = idOf(1, n);
    insert({
      ...stamped,
      id,
      name,
      name_key: foldForSearch(name),
      team: ['华东', '华南', '华北'][n % 3] ?? null,
      private_note: '',
    });
    return id;
  });
}

const cities = ['上海', '苏州', '杭州', '宁波', '深圳', '广州', '东莞', '北京', '天津', '青岛'];
const trades = ['精密', '汽车', '电子', '医药', '化工', '能源', '物流', '食品', '软件', '材料'];
const industries = ['制造', '医药', '能源', '金融', '零售', '物流'];

type AccountInput = { size: BigSize; people: readonly string[]; random: Random };

function insertAccounts(connection: Connection, { size, people, random }: AccountInput): string[] {
  const insert = inserter(connection, 'account');
  return Array.from({ length: size.accounts }, (_, n) => {
    const name = `${cities[n % 10]}${trades[Math.floor(n / 10) % 10]}${n}有限公司`;
    const id = idOf(2, n);
    insert({
      ...stamped,
      id,
      name,
      name_key: foldForSearch(name),
      industry: pick(industries, random),
      region: ['华东', '华南', '华北'][n % 3] ?? null,
      level: pick(['strategic', 'key', 'normal', null], random),
      owner_id: pick(people, random),
      parent_id: n % 40 === 39 ? idOf(2, n - 1) : null,
      note: '',
    });
    return id;
  });
}

function insertProducts(connection: Connection): string[] {
  const insert = inserter(connection, 'product');
  return ['MES', 'WMS', 'ERP', 'SCADA', 'BI', 'QMS', 'APS'].map((name, n) => {
    insert({ ...stamped, id: idOf(3, n), name, name_key: foldForSearch(name) });
    return idOf(3, n);
  });
}

type Way = {
  stages: Map<string, DealStage>;
  open: string[];
  won: string;
  lost: string;
  id: string;
};

/** Each pipeline as the way a deal takes. */
function pipelineWays(connection: Connection): Way[] {
  const rows = connection.prepare<[], Row>('select * from stage order by sort_order').all();
  const stages = rows.map((row) => ({
    id: String(row['id']),
    kind: row['type'] as DealStage['kind'],
    sortOrder: Number(row['sort_order']),
    probabilityBp: Number(row['probability_bp']),
    forecastCategory: row['forecast_category'] as DealStage['forecastCategory'],
    pipelineId: String(row['pipeline_id']),
  }));
  const groups = Map.groupBy(stages, ({ pipelineId }) => pipelineId);
  return [...groups].map(([id, own]) => ({
    id,
    stages: new Map(own.map((stage) => [stage.id, stage])),
    open: own.filter(({ kind }) => kind === 'open').map((stage) => stage.id),
    won: own.find(({ kind }) => kind === 'won')?.id ?? '',
    lost: own.find(({ kind }) => kind === 'lost')?.id ?? '',
  }));
}

type Times = { lastAt: Map<string, string>; nextAt: Map<string, string> };
type ActivityInput = AccountInput & { today: string };

/**
 * Activities come before their deals: the triggers that keep a deal's dates then have nothing to
 * do, and the deals are written with what the triggers would have said.
 */
function activityTimes(
  connection: Connection,
  { size, people, random, today }: ActivityInput,
): Times {
  const insert = inserter(connection, 'activity');
  const kinds = ['call', 'email', 'wechat', 'visit', 'meeting', 'video', 'demo', 'task', 'note'];
  const times: Times = { lastAt: new Map(), nextAt: new Map() };
  for (let n = 0; n < size.activities; n += 1) {
    const deal = idOf(4, Math.floor(random() ** 1.5 * size.deals));
    const isPlanned = n % 40 === 0;
    const day = isPlanned ? Math.floor(random() * 30) - 3 : -Math.floor(random() ** 2 * 500);
    const at = `${addDays(today, day)}T0${1 + (n % 8)}:30:00.000Z`;
    const known = isPlanned ? times.nextAt : times.lastAt;
    const present = known.get(deal);
    if (present === undefined || (isPlanned ? at < present : at > present)) known.set(deal, at);
    insert({
      ...stamped,
      id: idOf(5, n),
      kind: kinds[n % 9] ?? 'call',
      status: isPlanned ? 'planned' : 'done',
      subject: '跟进',
      content: n % 5 === 0 ? '客户要求下周给出报价与实施计划，采购部门也会参加。' : '',
      happened_at: at,
      planned_for_at: isPlanned ? at : null,
      deal_id: deal,
      person_id: pick(people, random),
    });
  }
  return times;
}

type DealInput = ActivityInput & {
  accounts: readonly string[];
  products: readonly string[];
  ways: readonly Way[];
  times: Times;
};

function insertDeals(connection: Connection, input: DealInput): void {
  const { size, accounts, products, ways, times, random, today } = input;
  const insertDeal = inserter(connection, 'deal');
  const insertChange = inserter(connection, 'deal_change');
  let changes = 0;
  for (let n = 0; n < size.deals; n += 1) {
    const id = idOf(4, n);
    const way = ways[n % 5 === 4 ? 1 : 0] as Way;
    // Spread evenly, so that open deals are among the first as among the last.
    const isOpen = (n * size.openDeals) % size.deals < size.openDeals;
    const { state, rows } = life({ id, way, isOpen, input });
    for (const row of rows) {
      insertChange({ ...stamped, id: idOf(6, changes), ...row });
      changes += 1;
    }
    const hasStep = isOpen && random() < 0.6;
    insertDeal({
      ...stamped,
      ...noParticulars,
      ...toStateColumns(state),
      id,
      pipeline_id: way.id,
      name: `${pick(cities, random)}${pick(trades, random)} ${pick(['一期', '二期', '升级', '续约'], random)} ${n}`,
      account_id: random() < 0.9 ? pick(accounts, random) : null,
      product_id: pick(products, random),
      opened_on: String(rows[0]?.['changed_at']).slice(0, 10),
      next_step: hasStep ? '约采购负责人' : null,
      next_step_on: hasStep ? addDays(today, Math.floor(random() * 20) - 4) : null,
      source: pick(['官网', '转介绍', '展会', '老客户'], random),
      loss_reason:
        state.status === 'lost' ? pick(['price', 'competitor', 'no_budget'], random) : null,
      last_activity_at: times.lastAt.get(id) ?? null,
      next_activity_at: times.nextAt.get(id) ?? null,
    });
  }
}

type Life = { id: string; way: Way; isOpen: boolean; input: DealInput };

/** A deal from its first day on, through its stages by the rules. */
function life({ id, way, isOpen, input: { people, random, today } }: Life) {
  const steps = isOpen ? 1 + Math.floor(random() * way.open.length) : 1 + Math.floor(random() * 4);
  const stays = Array.from({ length: steps }, () => 3 + Math.floor(random() ** 2 * 60));
  const age = stays.reduce((sum, days) => sum + days, 0);
  const back = isOpen ? age : age + 1 + Math.floor(random() * 450);
  const history: { on: string; edit: DealEdit }[] = [];
  let on = addDays(today, -back);
  const close = addDays(on, age + Math.floor(random() * 40) - 5);
  const amountMinor = Math.round(10 ** (6.3 + random() * 2.4)) * 100;
  const ownerId = pick(people, random);
  history.push({
    on,
    edit: { stageId: way.open[0], amountMinor, ownerId, expectedCloseOn: close },
  });
  for (const [at, days] of stays.entries()) {
    const next = at + 1 < steps ? way.open[Math.min(at + 1, way.open.length - 1)] : undefined;
    on = addDays(on, days);
    if (next !== undefined) history.push({ on, edit: { stageId: next } });
    // The last stay of an open deal lasts until today, on which nothing has happened yet.
    if (random() < 0.3 && (next !== undefined || !isOpen)) {
      const expectedCloseOn = addDays(close, (at + 1) * 15);
      history.push({ on, edit: { expectedCloseOn, amountMinor: amountMinor + at * 10_000 } });
    }
  }
  if (!isOpen) history.push({ on, edit: { stageId: random() < 0.45 ? way.won : way.lost } });
  return replay(id, way, history);
}

function replay(id: string, way: Way, history: readonly { on: string; edit: DealEdit }[]) {
  let state: DealState | null = null;
  const rows: Row[] = [];
  for (const { on, edit } of history) {
    const applied = applyDealEdit(state, edit, { stages: way.stages, on });
    if (applied.isTracked) {
      rows.push({
        deal_id: id,
        changed_at: `${on}T02:00:00.000Z`,
        cause: applied.cause,
        reason: null,
        ...toChangeColumns(state, applied),
        stay_outcome: null,
      });
    }
    state = applied.after;
  }
  if (state === null) throw new Error('A deal has a history');
  const outcome = state.status === 'open' ? null : state.status;
  for (const row of rows) row['stay_outcome'] = row['days_in_from_stage'] === null ? null : outcome;
  return { state, rows };
}
