import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { REF, REF_5X } from '#tests/support/big-workspace.ts';
import { buildApp } from '../e2e/support/build-app.ts';
import type { Row } from './figure.ts';
import { figures } from './figures.ts';
import { measureAll } from './measure-all.ts';

const usage = `npm run bench -- [options]
  --json FILE        write the rows to FILE as well
  --only NAME,NAME   only these figures
  --size REF|5xREF   only this size; TINY is a trial of the bench itself
  --runs N           samples of each figure (7)

Figures:
${figures.map(({ name, about }) => `  ${name.padEnd(18)} ${about}`).join('\n')}`;

const sizes = { REF, '5xREF': REF_5X };
/** No figure to quote: it shows in seconds that everything can be measured. */
const trial = { TINY: { deals: 400, openDeals: 100, activities: 1500, accounts: 40, people: 8 } };

function readArguments() {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      only: { type: 'string' },
      size: { type: 'string' },
      runs: { type: 'string', default: '7' },
    },
  });
  const names = values.only?.split(',') ?? figures.map(({ name }) => name);
  const unknown = names.find((name) => !figures.some((figure) => figure.name === name));
  if (unknown !== undefined) throw new TypeError(`There is no figure ${unknown}`);
  const wanted = Object.entries(values.size === undefined ? sizes : { ...sizes, ...trial }).filter(
    ([name]) => name === (values.size ?? name),
  );
  if (wanted.length === 0) throw new TypeError(`There is no size ${values.size}`);
  const runs = Number(values.runs);
  if (!Number.isSafeInteger(runs) || runs < 1) throw new TypeError('--runs takes a whole number');
  return {
    json: values.json,
    figures: figures.filter(({ name }) => names.includes(name)),
    sizes: Object.fromEntries(wanted),
    runs,
  };
}

/** Value, its limit and their ratio, one line a figure. */
function table(rows: readonly Row[]): string {
  const cells = [
    ['name', 'size', 'value', 'limit', 'ratio', 'unit'],
    ...rows.map((row) => [
      row.name,
      row.size,
      String(row.value),
      String(row.limit),
      row.ratio.toFixed(2),
      row.unit,
    ]),
  ];
  const widths = [20, 7, 9, 9, 8, 5];
  const line = (row: string[]) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('');
  return cells.map(line).join('\n');
}

async function main(): Promise<void> {
  const { json, ...order } = readArguments();
  console.error('building the app');
  buildApp();
  const rows = await measureAll({ ...order, say: (words) => console.error(words) });
  console.log(table(rows));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
