import { describe, expect, test } from 'vitest';
import {
  briefCommitments,
  type Commitment,
  commitmentAge,
  followThrough,
} from '#shared/domain/coaching/commitments.ts';

const today = '2026-11-24';
const period = { startOn: '2026-08-27', endOn: '2026-11-24' };

function commitment(id: string, more: Partial<Commitment> = {}): Commitment {
  return {
    id,
    owner: 'rep',
    status: 'open',
    madeOn: '2026-10-01',
    dueOn: '2026-11-10',
    originalDueOn: '2026-11-10',
    movedCount: 0,
    closedOn: null,
    ...more,
  };
}

const done = (id: string, closedOn: string, more: Partial<Commitment> = {}) =>
  commitment(id, { status: 'done', closedOn, ...more });

describe('follow-through', () => {
  test('is the share kept by the first date agreed: 7 of 9', () => {
    const items = [
      ...Array.from({ length: 7 }, (_, index) => done(`kept ${index}`, '2026-11-10')),
      done('late', '2026-11-11'),
      commitment('open past its day'),
    ];
    expect(followThrough(items, 'rep', { period, today }).kept).toEqual({
      part: 7,
      whole: 9,
      bp: 7778,
    });
  });

  test('is judged by the first date, not by a moved one', () => {
    const moved = done('moved', '2026-11-12', { dueOn: '2026-11-20', movedCount: 1 });
    expect(followThrough([moved], 'rep', { period, today }).kept).toMatchObject({
      part: 0,
      whole: 1,
    });
  });

  test('does not judge before the day is over', () => {
    const dueToday = { dueOn: today, originalDueOn: today };
    const items = [commitment('open', dueToday), done('early', '2026-11-20', dueToday)];
    expect(followThrough(items, 'rep', { period, today }).kept).toMatchObject({
      part: 1,
      whole: 1,
    });
  });

  test('counts half-done and missed promises as not kept, dropped ones not at all', () => {
    const items = [
      commitment('part', { status: 'part', closedOn: '2026-11-09' }),
      commitment('missed', { status: 'missed', closedOn: '2026-11-09' }),
      commitment('dropped', { status: 'dropped', closedOn: '2026-11-09' }),
    ];
    const result = followThrough(items, 'rep', { period, today });
    expect(result).toEqual({ kept: { part: 0, whole: 2, bp: 0 }, droppedCount: 1 });
  });

  test('is told for each owner, within the period, for dated promises', () => {
    const items = [
      done('mine', '2026-11-10', { owner: 'manager' }),
      done('before', '2026-08-20', { originalDueOn: '2026-08-26' }),
      done('undated', '2026-11-10', { originalDueOn: null }),
    ];
    expect(followThrough(items, 'manager', { period, today }).kept.whole).toBe(1);
    expect(followThrough(items, 'rep', { period, today }).kept.bp).toBeNull();
  });
});

describe('the age of a promise', () => {
  test('is counted from the day it was made, and overdue from the date in force', () => {
    expect(commitmentAge(commitment('a'), today)).toEqual({ ageDays: 54, overdueDays: 14 });
  });

  test('has no overdue days without a date or on the day it is due', () => {
    for (const dueOn of [null, today, '2026-11-25']) {
      expect(commitmentAge(commitment('a', { dueOn }), today).overdueDays).toBe(0);
    }
  });

  test('stays what it was when it was closed', () => {
    expect(commitmentAge(done('a', '2026-10-11'), today)).toEqual({ ageDays: 10, overdueDays: 0 });
  });
});

describe('promises in the brief', () => {
  const show = (commitments: Commitment[], since: string | null) =>
    briefCommitments(
      commitments.map((item) => ({ ...item, ...commitmentAge(item, today) })),
      since,
    ).map(({ id }) => id);

  test('are all still there however long ago they were made', () => {
    const items = ['a', 'b', 'c'].map((id) => commitment(id, { madeOn: '2025-01-01' }));
    expect(show(items, '2026-11-20')).toEqual(['a', 'b', 'c']);
  });

  test('start with what the manager owes', () => {
    const items = [
      done('closed', '2026-11-20'),
      commitment('later', { dueOn: '2026-12-01' }),
      commitment('undated', { dueOn: null }),
      commitment('rep overdue', { dueOn: '2026-10-10' }),
      commitment('mine overdue', { owner: 'manager', dueOn: '2026-11-23' }),
    ];
    expect(show(items, '2026-11-10')).toEqual([
      'mine overdue',
      'rep overdue',
      'later',
      'undated',
      'closed',
    ]);
  });

  test('closed before the last session are history', () => {
    const items = [done('old', '2026-11-09'), done('new', '2026-11-10')];
    expect(show(items, '2026-11-10')).toEqual(['new']);
    expect(show(items, null)).toHaveLength(2);
  });
});
