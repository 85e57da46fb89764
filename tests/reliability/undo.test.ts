import { afterAll, expect, test } from 'vitest';
import { removeTestDirectories } from '#tests/support/test-platform.ts';
import { undoCheck } from './checks/undo.ts';

afterAll(removeTestDirectories);

test('n undos give the state before, n redos the state after, across a restart', async () => {
  const { breaches } = await undoCheck.run({ runs: 2, seed: 5 });
  expect(breaches).toEqual([]);
}, 60_000);
