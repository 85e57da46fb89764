import type { DateRange, LocalDate } from '#shared/domain/dates/local-date.ts';
import { type Ratio, ratioOf } from '#shared/domain/numbers/ratio.ts';

export type SessionStatus = 'scheduled' | 'in_progress' | 'completed' | 'excused' | 'missed';

export type SessionType =
  | 'one_on_one'
  | 'deal'
  | 'skill'
  | 'field_visit'
  | 'career'
  | 'pip_checkin';

/** A session as it counts; a moved one stands at its new date. */
export type CountedSession = Readonly<{
  repId: string;
  type: SessionType;
  status: SessionStatus;
  /** The day it was held, or is planned for. */
  on: LocalDate;
}>;

export type CoveredPerson = Readonly<{
  id: string;
  activeFrom: LocalDate | null;
  activeTo: LocalDate | null;
  pausedFrom: LocalDate | null;
  pausedTo: LocalDate | null;
}>;

function isWithin(on: LocalDate, { startOn, endOn }: DateRange): boolean {
  return startOn <= on && on <= endOn;
}

function isActive(person: CoveredPerson, { startOn, endOn }: DateRange): boolean {
  const { activeFrom, activeTo, pausedFrom, pausedTo } = person;
  const isThere = (activeFrom ?? startOn) <= endOn && (activeTo ?? endOn) >= startOn;
  const isAway = pausedFrom !== null && pausedFrom <= startOn && (pausedTo ?? endOn) >= endOn;
  return isThere && !isAway;
}

/** People with a completed session in the window, of those active in it: 6 of 8 → 75 %. On leave throughout is not active. */
export function coverage(
  people: readonly CoveredPerson[],
  sessions: readonly CountedSession[],
  window: DateRange,
): Ratio {
  const active = people.filter((person) => isActive(person, window));
  const met = new Set(
    sessions
      .filter(({ status, on }) => status === 'completed' && isWithin(on, window))
      .map(({ repId }) => repId),
  );
  return ratioOf(active.filter(({ id }) => met.has(id)).length, active.length);
}

/** Completed of all sessions planned in the window, excused ones left out: 18 of 21 → 85.71 %. */
export function completion(sessions: readonly CountedSession[], window: DateRange): Ratio {
  const planned = sessions.filter(({ status, on }) => status !== 'excused' && isWithin(on, window));
  const completed = planned.filter(({ status }) => status === 'completed');
  return ratioOf(completed.length, planned.length);
}

/** Completed sessions in the window by type, so that deal talk does not hide missing skill coaching. */
export function sessionMix(
  sessions: readonly CountedSession[],
  window: DateRange,
): Readonly<Record<SessionType, number>> {
  const mix = { one_on_one: 0, deal: 0, skill: 0, field_visit: 0, career: 0, pip_checkin: 0 };
  for (const { type, status, on } of sessions) {
    if (status === 'completed' && isWithin(on, window)) mix[type] += 1;
  }
  return mix;
}
