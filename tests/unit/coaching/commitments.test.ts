import { describe, expect, test } from 'vitest';
import {
  briefCommitments,
  type Commitment,
  followThrough,
} from '#shared/domain/coaching/commitments.ts';

const today = '2026-11-24';
const period = { startOn: '2026-08-27', endOn: '2026-11-24' };

function commitment(id: string, more: Partial<Commitment> = {}): Commitment {
  return {
    id,
    owner: 'rep',
    status: 'open',
    createdOn: '2026-10-01',
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

describe('promises in the brief', () => {
  const show = (commitments: Commitment[], sessionsOn: string[]) =>
    briefCommitments({ commitments, sessionsOn, since: sessionsOn.at(-1) ?? null, today });

  test('are all still there after two skipped sessions, with age and moves', () => {
    const items = ['a', 'b', 'c'].map((id, movedCount) => commitment(id, { movedCount }));
    const shown = show(items, ['2026-10-01', '2026-10-15', '2026-10-29']);
    expect(shown).toHaveLength(3);
    expect(shown.map(({ carriedCount, ageDays }) => [carriedCount, ageDays])).toEqual([
      [2, 54],
      [2, 54],
      [2, 54],
    ]);
    expect(shown.map(({ commitment: item }) => item.movedCount)).toEqual([0, 1, 2]);
  });

  test('start with what the manager owes', () => {
    const items = [
      done('closed', '2026-11-20'),
      commitment('later', { dueOn: '2026-12-01' }),
      commitment('undated', { dueOn: null }),
      commitment('rep overdue', { dueOn: '2026-10-10' }),
      commitment('mine overdue', { owner: 'manager', dueOn: '2026-11-23' }),
    ];
    const shown = show(items, ['2026-11-10']);
    expect(shown.map(({ commitment: item }) => item.id)).toEqual([
      'mine overdue',
      'rep overdue',
      'later',
      'undated',
      'closed',
    ]);
    expect(shown.map(({ overdueDays }) => overdueDays)).toEqual([1, 45, 0, 0, 0]);
  });

  test('due today are not overdue', () => {
    expect(show([commitment('a', { dueOn: today })], [])[0]?.overdueDays).toBe(0);
  });

  test('closed before the last session are history', () => {
    const items = [done('old', '2026-11-09'), done('new', '2026-11-10')];
    expect(show(items, ['2026-11-10']).map(({ commitment: item }) => item.id)).toEqual(['new']);
    expect(show(items, [])).toHaveLength(2);
  });

  test('closed ones keep the age they had', () => {
    expect(show([done('a', '2026-10-11')], ['2026-10-05'])[0]).toMatchObject({
      isOpen: false,
      ageDays: 10,
      carriedCount: 1,
    });
  });
});
