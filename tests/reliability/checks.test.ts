import { afterAll, expect, test } from 'vitest';
import { removeTestDirectories } from '#tests/support/test-platform.ts';
import { checks } from './checks.ts';

afterAll(removeTestDirectories);

/** Small runs of every check; the long ones are `npm run reliability`. */
const runs: Readonly<Record<string, number>> = {
  kill: 4,
  typing: 3,
  fsync: 30,
  interleave: 300,
  flip: 60,
  disk: 1,
  owners: 1,
  'migrate-kill': 2,
  'backup-kill': 3,
  drill: 3,
  undo: 2,
};

test('every check has a small run', () => {
  expect(Object.keys(runs).sort()).toEqual(Object.keys(checks).sort());
});

test.each(Object.entries(checks).map(([name, check]) => ({ name, check, about: check.about })))(
  '$name, $about',
  async ({ name, check }) => {
    const { breaches } = await check.run({ runs: runs[name] ?? 1, seed: 20_261_124 });
    expect(breaches).toEqual([]);
  },
  120_000,
);
