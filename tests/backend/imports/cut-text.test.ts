import { afterEach, expect, test } from 'vitest';
import { limitRow, maxCellLength } from '#backend/features/imports/reading/row.ts';
import { buildDeal } from '#tests/support/builders/deal.ts';
import { importFiles, openFiles } from '#tests/support/import-files.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

const running: TestBackend[] = [];

async function start(): Promise<TestBackend> {
  const backend = await startBackend();
  running.push(backend);
  return backend;
}

afterEach(async () => {
  for (const backend of running.splice(0)) await backend.stop();
  removeTestDirectories();
});

/** Characters of two units each, so that an even limit falls within one. */
const wide = (length: number) => `a${'𠮷'.repeat(length)}`;

/** Half characters anywhere in an answer; `toWellFormed` would have replaced them. */
function halves(answer: unknown): string[] {
  if (typeof answer === 'string') return answer.isWellFormed() ? [] : [answer];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.values(answer).flatMap(halves);
}

test('what the desk shows of long cells and headings holds no half characters', async () => {
  const backend = await start();
  const table = [
    ['商机名称', '预计金额', wide(200)],
    ['信达二期', wide(150), wide(90)],
    ['华东续约', '约五十', wide(100)],
  ];
  const content = table.map((cells) => cells.join(',')).join('\n');
  const desk = await openFiles(backend, [{ name: `${wide(60)}.csv`, content }]);
  const found = { code: 'not_an_amount', offset: 0, limit: 10 } as const;
  const { problems } = await backend.client.imports.listProblems(found);
  expect(problems.length).toBeGreaterThan(0);
  expect(halves([desk, problems])).toEqual([]);
});

test('an activity without a subject is called by whole characters of its text', async () => {
  const backend = await start();
  const content = [
    '商机名称,活动类型,活动时间,跟进内容,跟进人',
    `信达二期,电话,2026-11-02,${'𠮷'.repeat(90)},李雷`,
    `信达二期,拜访,2026-11-03,${wide(100)},李雷`,
  ].join('\n');
  const dealId = await buildDeal(backend, { name: '信达二期' });
  await importFiles(backend, [{ name: '跟进记录.csv', content }]);
  const timeline = await backend.client.activities.getTimeline({ of: { dealId } });
  expect(JSON.stringify(timeline)).toContain('𠮷𠮷…');
  expect(halves(timeline)).toEqual([]);
});

test('a cell too long to read keeps whole characters', () => {
  const row = limitRow({ line: 1, cells: [wide(maxCellLength)] });
  expect(row.fault).toBe('cell_too_long');
  expect(halves(row)).toEqual([]);
});
