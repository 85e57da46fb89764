import { encodeText } from './encode-text.ts';
import type { ImportFile } from './import-files.ts';

/** A list of opportunities as a Chinese CRM exports it, in GB18030, with what goes wrong in life. */
export function flawedExport(): ImportFile {
  const rows = Array.from({ length: 60 }, (_, at) => row(at + 1));
  const text = [headings.join(','), ...rows, ''].join('\r\n');
  return { name: '销售机会_20261123.csv', content: encodeText(text, 'gb18030') };
}

/** Rows of it that cannot go in: no such day, not a number, no rate for the currency. */
export const flawedRows = 4;

const headings = [
  '销售机会编号',
  '销售机会名称',
  '客户名称',
  '负责人',
  '销售阶段',
  '预计成交金额（万元）',
  '预计成交日期',
  '币种',
  '最后跟进时间',
];
const stages = ['验证客户', '需求确定', '方案/报价', '谈判审核'];
const accounts = ['信达集团有限公司', '信达集团', '华东电力设计院', '远景能源科技（江苏）有限公司'];
const owners = ['李雷', '韩梅梅', '赵强'];

function row(number: number): string {
  const account = accounts[number % accounts.length] ?? '';
  const month = String((number % 12) + 1).padStart(2, '0');
  return [
    `OPP-${String(number).padStart(5, '0')}`,
    `${account} ${number} 期`,
    account,
    owners[number % owners.length],
    stages[number % stages.length],
    number === 9 ? '约五十' : (number * 3.5).toFixed(1),
    number === 17 ? '2026-02-30' : `2026-${month}-15`,
    number === 30 || number === 60 ? 'USD' : 'CNY',
    '2026-11-01 10:00',
  ].join(',');
}
