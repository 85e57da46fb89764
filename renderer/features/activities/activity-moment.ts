import type { LocalDate } from '#shared/domain/dates/local-date.ts';

/** A day and, where it is known, a time of day `HH:MM`, where the manager is. */
export type Moment = { on: LocalDate; time: string | null };

/**
 * When an activity happened or is due, as UTC. Without a time something done today happened now
 * and on another day at noon; a plan is due at nine.
 */
export function momentToInstant(
  { on, time }: Moment,
  status: 'planned' | 'done',
  now: Date,
): string {
  if (time !== null) return new Date(`${on}T${time}`).toISOString();
  if (status === 'done' && on === localDay(now)) return now.toISOString();
  return new Date(`${on}T${status === 'planned' ? '09:00' : '12:00'}`).toISOString();
}

export function instantToMoment(at: string): { on: LocalDate; time: string } {
  const date = new Date(at);
  return { on: localDay(date), time: `${two(date.getHours())}:${two(date.getMinutes())}` };
}

/** The calendar day of a moment where the manager is. */
export function localDay(date: Date): LocalDate {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
