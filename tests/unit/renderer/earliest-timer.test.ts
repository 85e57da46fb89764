import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { earliestTimer } from '#renderer/api/earliest-timer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what can wait does not delay what cannot', () => {
  const run = vi.fn();
  const ask = earliestTimer(run);
  ask(0);
  ask(1500);
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(3000);
  expect(run).toHaveBeenCalledOnce();
});

test('what cannot wait takes along what can', () => {
  const run = vi.fn();
  const ask = earliestTimer(run);
  ask(1500);
  ask(0);
  vi.advanceTimersByTime(3000);
  expect(run).toHaveBeenCalledOnce();
});

test('who asks again and again is served in time, and again afterwards', () => {
  const run = vi.fn();
  const ask = earliestTimer(run);
  for (let ms = 0; ms < 3000; ms += 100) {
    ask(1500);
    vi.advanceTimersByTime(100);
  }
  expect(run.mock.calls.length).toBeGreaterThanOrEqual(1);
  vi.advanceTimersByTime(1500);
  const before = run.mock.calls.length;
  ask(0);
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(before + 1);
});
