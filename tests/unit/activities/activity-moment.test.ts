import { expect, test } from 'vitest';
import {
  instantToMoment,
  localDay,
  momentToInstant,
} from '#renderer/features/activities/activity-moment.ts';

const now = new Date(2026, 10, 24, 15, 30, 12);
const today = '2026-11-24';

test('something done today happened now', () => {
  expect(momentToInstant({ on: today, time: null }, 'done', now)).toBe(now.toISOString());
});

test('something done on another day happened at noon', () => {
  const at = momentToInstant({ on: '2026-11-20', time: null }, 'done', now);
  expect(instantToMoment(at)).toEqual({ on: '2026-11-20', time: '12:00' });
});

test('a plan without a time is due at nine', () => {
  const at = momentToInstant({ on: today, time: null }, 'planned', now);
  expect(instantToMoment(at)).toEqual({ on: today, time: '09:00' });
});

test('a typed time is kept', () => {
  const at = momentToInstant({ on: today, time: '08:05' }, 'done', now);
  expect(instantToMoment(at)).toEqual({ on: today, time: '08:05' });
});

test('a day is the one where the manager is', () => {
  expect(localDay(new Date(2026, 0, 2, 0, 5))).toBe('2026-01-02');
});
