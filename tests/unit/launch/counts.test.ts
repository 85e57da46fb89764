import { describe, expect, test } from 'vitest';
import {
  closingLine,
  countCheck,
  countPlaywright,
  countVitest,
  settle,
  stepLine,
  total,
} from '../../../electron/launch/counts.mjs';

test('the closing line is what passed and what failed', () => {
  expect(closingLine({ passed: 12, failed: 0 })).toBe('12 passed, 0 failed');
  expect(closingLine({ passed: 12, failed: 1 })).toBe('12 passed, 1 failed');
});

test('a check counts as one', () => {
  expect([countCheck(0), countCheck(2)].map(stepLine)).toEqual([
    '1 passed, 0 failed',
    '0 passed, 1 failed',
  ]);
});

test('a test file that cannot be run counts as a failed test', () => {
  const counts = countVitest({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{}, {}] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ],
  });
  expect(counts).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test('a flaky test counts as failed', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 1 };
  expect(countPlaywright({ stats })).toEqual({ passed: 7, failed: 3, skipped: 1 });
});

describe('a step is never better than its runner:', () => {
  const some = { passed: 3, failed: 0, skipped: 1 };

  test('a report of success stands', () => {
    expect(settle(some, 0)).toEqual(some);
  });

  test('a runner that failed without a failed test is one failure', () => {
    expect(settle(some, 1)).toEqual({ ...some, failed: 1 });
  });

  test('no report at all is one failure', () => {
    expect(settle(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('a run of no tests is one failure', () => {
    expect(settle({ passed: 0, failed: 0, skipped: 4 }, 0).failed).toBe(1);
  });

  test('failures are not counted twice', () => {
    expect(settle({ passed: 1, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  });
});

test('steps add up', () => {
  const sum = total([countCheck(0), { passed: 9, failed: 2, skipped: 1 }, countCheck(1)]);
  expect(stepLine(sum)).toBe('10 passed, 3 failed, 1 skipped');
  expect(closingLine(sum)).toBe('10 passed, 3 failed');
});
