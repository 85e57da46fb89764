import { addDays } from '#shared/domain/dates/local-date.ts';
import { seeded } from '#tests/support/big-workspace.ts';

export type DealExport = {
  rows: number;
  accounts: number;
  people: readonly string[];
  today: string;
};

const headings = [
  '商机编号',
  '商机名称',
  '客户名称',
  '负责人',
  '产品',
  '销售阶段',
  '金额',
  '创建日期',
  '预计成交日期',
  '实际成交日期',
];
const stages = ['新建', '需求明确', '方案验证', '立项汇报', '商务采购', '赢单', '输单'];
const trades = ['精密', '汽车', '电子', '医药', '化工', '能源', '物流', '食品', '软件', '材料'];

/** Deals as a Chinese CRM exports them; none of them is in the workspace yet. */
export function dealExport({ rows, accounts, people, today }: DealExport): string {
  const random = seeded(20_261_125);
  const below = (count: number) => Math.floor(random() * count);
  const lines = Array.from({ length: rows }, (_, n) => {
    const stage = stages[below(stages.length)] ?? '';
    const openedOn = addDays(today, -400 + below(300));
    const closeOn = addDays(openedOn, 30 + below(60));
    const isClosed = stage === '赢单' || stage === '输单';
    return [
      `EXP-${n}`,
      `${trades[below(10)]}产线 ${n}`,
      `新客户${below(accounts)}有限公司`,
      people[below(people.length)],
      ['MES', 'WMS', 'ERP'][below(3)],
      stage,
      10_000 + below(5_000_000),
      openedOn,
      isClosed ? closeOn : addDays(today, below(120)),
      isClosed ? closeOn : '',
    ].join(',');
  });
  return [headings.join(','), ...lines, ''].join('\r\n');
}
