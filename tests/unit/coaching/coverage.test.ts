import { describe, expect, test } from 'vitest';
import {
  type CountedSession,
  type CoveredPerson,
  completion,
  coverage,
  sessionMix,
} from '#shared/domain/coaching/coverage.ts';

const window = { startOn: '2026-10-26', endOn: '2026-11-24' };

function person(id: string, more: Partial<CoveredPerson> = {}): CoveredPerson {
  return { id, activeFrom: null, activeTo: null, pausedFrom: null, pausedTo: null, ...more };
}

function session(repId: string, more: Partial<CountedSession> = {}): CountedSession {
  return { repId, type: 'one_on_one', status: 'completed', on: '2026-11-10', ...more };
}

const ids = Array.from({ length: 8 }, (_, index) => `p${index}`);

describe('coverage', () => {
  const team = ids.map((id) => person(id));

  test('is the share of active people met: 6 of 8', () => {
    const sessions = ids.slice(0, 6).flatMap((id) => [session(id), session(id)]);
    expect(coverage(team, sessions, window)).toEqual({ part: 6, whole: 8, bp: 7500 });
  });

  test('counts only completed sessions inside the window', () => {
    const sessions = [
      session('p0', { status: 'missed' }),
      session('p1', { status: 'excused' }),
      session('p2', { status: 'scheduled' }),
      session('p3', { on: '2026-10-25' }),
      session('p4', { on: '2026-10-26' }),
      session('p5', { on: '2026-11-24' }),
      session('gone'),
    ];
    expect(coverage(team, sessions, window).part).toBe(2);
  });

  test('leaves out people who were not there', () => {
    const people = [
      person('here'),
      person('left', { activeTo: '2026-10-25' }),
      person('coming', { activeFrom: '2026-11-25' }),
      person('away', { pausedFrom: '2026-10-01', pausedTo: '2026-12-01' }),
      person('away without end', { pausedFrom: '2026-10-26' }),
      person('back', { pausedFrom: '2026-10-01', pausedTo: '2026-11-23' }),
    ];
    expect(coverage(people, [], window).whole).toBe(2);
  });

  test('of nobody is unknown', () => {
    expect(coverage([], [], window).bp).toBeNull();
  });
});

describe('completion', () => {
  test('leaves excused sessions out of the count: 18 of 21', () => {
    const of = (status: CountedSession['status'], n: number) =>
      Array.from({ length: n }, () => session('p0', { status }));
    const sessions = [
      ...of('completed', 18),
      ...of('missed', 2),
      ...of('scheduled', 1),
      ...of('excused', 4),
    ];
    expect(completion(sessions, window)).toEqual({ part: 18, whole: 21, bp: 8571 });
  });

  test('counts a moved session once, at its new date', () => {
    const moved = session('p0', { status: 'scheduled', on: '2026-12-02' });
    expect(completion([moved], window).whole).toBe(0);
  });
});

describe('the mix of sessions', () => {
  test('counts completed ones by type', () => {
    const sessions = [
      session('a', { type: 'deal' }),
      session('b', { type: 'deal' }),
      session('c', { type: 'skill', status: 'missed' }),
      session('d', { type: 'field_visit', on: '2026-01-01' }),
    ];
    expect(sessionMix(sessions, window)).toMatchObject({ deal: 2, skill: 0, field_visit: 0 });
  });
});
