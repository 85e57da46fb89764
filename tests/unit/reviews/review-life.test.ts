import { describe, expect, test } from 'vitest';
import { evidenceBalance } from '#shared/domain/reviews/evidence.ts';
import {
  amendReview,
  canChangeStatus,
  isEditable,
  isFinalised,
  nextStatuses,
  type ReviewStatus,
} from '#shared/domain/reviews/review-states.ts';

const all: ReviewStatus[] = [
  'draft',
  'self',
  'manager',
  'calibration',
  'final',
  'shared',
  'acknowledged',
  'disputed',
  'declined',
  'archived',
  'cancelled',
];

describe('the states of a review', () => {
  test('are free in both directions until it is final', () => {
    expect(nextStatuses('manager')).toEqual(['draft', 'self', 'calibration', 'final', 'cancelled']);
    expect(canChangeStatus('calibration', 'self')).toBe(true);
    expect(canChangeStatus('draft', 'final')).toBe(true);
  });

  test('lead nowhere back once it is', () => {
    const finalised = all.filter(isFinalised);
    expect(finalised).toEqual([
      'final',
      'shared',
      'acknowledged',
      'disputed',
      'declined',
      'archived',
    ]);
    for (const status of finalised) {
      expect(
        nextStatuses(status).filter((next) => isEditable(next) || next === 'cancelled'),
      ).toEqual([]);
    }
  });

  test('end with an answer and the archive', () => {
    expect(nextStatuses('shared')).toEqual(['acknowledged', 'disputed', 'declined']);
    expect(canChangeStatus('disputed', 'acknowledged')).toBe(true);
    expect(canChangeStatus('final', 'acknowledged')).toBe(false);
    expect(nextStatuses('archived')).toEqual([]);
    expect(nextStatuses('cancelled')).toEqual([]);
  });

  test('never lead to themselves', () => {
    expect(all.filter((status) => canChangeStatus(status, status))).toEqual([]);
  });
});

describe('an amendment', () => {
  test('opens a new revision and resets the acknowledgement', () => {
    const review = { status: 'acknowledged', revision: 1, isLatest: true } as const;
    expect(amendReview(review, '回款数据更正')).toEqual({
      problems: [],
      next: { status: 'draft', revision: 2, isAcknowledgementReset: true },
    });
  });

  test('needs a final review, its latest revision and a reason', () => {
    expect(amendReview({ status: 'draft', revision: 1, isLatest: false }, ' ')).toEqual({
      problems: ['not_final', 'not_latest', 'reason_missing'],
      next: null,
    });
    expect(amendReview({ status: 'cancelled', revision: 1, isLatest: true }, 'x').problems).toEqual(
      ['not_final'],
    );
  });
});

describe('the balance of evidence', () => {
  const half = { startOn: '2026-07-01', endOn: '2026-12-31' };
  const on = (...dates: string[]) => evidenceBalance(half, dates);

  test('is shown month by month with the empty ones named', () => {
    const balance = on('2026-07-01', '2026-07-31', '2026-09-10', '2026-12-31');
    expect(balance.months.map(({ month, count }) => `${month} ${count}`)).toEqual([
      '2026-07 2',
      '2026-08 0',
      '2026-09 1',
      '2026-10 0',
      '2026-11 0',
      '2026-12 1',
    ]);
    expect(balance.emptyMonths).toEqual(['2026-08', '2026-10', '2026-11']);
  });

  test('leans on recent weeks past half in the last quarter of the days', () => {
    // 184 days: the last 46 start on 16 November.
    expect(on('2026-11-15', '2026-11-16').late).toEqual({ part: 1, whole: 2, bp: 5000 });
    expect(on('2026-11-15', '2026-11-16').isRecencyHeavy).toBe(false);
    expect(on('2026-11-15', '2026-11-16', '2026-12-31').isRecencyHeavy).toBe(true);
  });

  test('counts what lies outside the period for nothing', () => {
    const balance = on('2026-06-30', '2027-01-01', '2026-08-01');
    expect(balance).toMatchObject({ outsideCount: 2, late: { part: 0, whole: 1 } });
  });

  test('of no evidence warns of every month and of no recency', () => {
    const balance = on();
    expect(balance.emptyMonths).toHaveLength(6);
    expect(balance.isRecencyHeavy).toBe(false);
    expect(balance.late.bp).toBeNull();
  });

  test('covers broken months at both ends', () => {
    const probation = { startOn: '2026-01-31', endOn: '2026-03-01' };
    expect(evidenceBalance(probation, []).emptyMonths).toEqual(['2026-01', '2026-02', '2026-03']);
  });
});
