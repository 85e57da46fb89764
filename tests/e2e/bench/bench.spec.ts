import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

const promised = [
  'board-first-paint',
  'board-filter',
  'deal-drop',
  'table-first-rows',
  'brief',
  'import-100k',
  'review-pdf',
  'cold-start',
  'memory-backend',
  'memory-renderer',
];
/** Those that start no app of their own. */
const quick = ['board-first-paint', 'board-filter', 'table-query', 'brief', 'deal-drop'];

/** `npm run bench` on the app that is built already. */
function bench(...args: string[]) {
  return promisify(execFile)(process.execPath, ['tests/bench/run.ts', ...args], {
    env: { ...process.env, KEEP_BUILD: '1' },
  });
}

test('every promised figure has a name to ask for', async () => {
  const { stderr } = await bench('--only', 'nothing').catch((error) => error);
  for (const name of promised) expect(stderr).toContain(` ${name} `);
});

test('figures stand beside their limits, on a workspace of any size', async () => {
  test.setTimeout(120_000);
  const json = test.info().outputPath('rows.json');
  await bench('--size', 'TINY', '--runs', '1', '--only', quick.join(), '--json', json);
  const rows: unknown[] = JSON.parse(readFileSync(json, 'utf8'));
  expect(rows).toHaveLength(quick.length);
  for (const row of rows) {
    expect(row).toEqual({
      name: expect.any(String),
      size: 'TINY',
      value: expect.any(Number),
      limit: expect.any(Number),
      ratio: expect.any(Number),
      unit: 'ms',
    });
  }
});
