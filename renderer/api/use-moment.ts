import { useMemo } from 'react';
import { useFormat } from './use-format.ts';

/** A planned moment as one says it: 11月26日周四 10:00. */
export function useMoment(): (at: string) => string {
  const format = useFormat();
  return useMemo(() => (at) => `${format.dateWithWeekday(dayOf(at))} ${format.time(at)}`, [format]);
}

/** A day as one says it: 11月26日, with its year when that is not this one. */
export function useDay(): (on: string) => string {
  const format = useFormat();
  return useMemo(() => {
    const thisYear = dayOf(new Date()).slice(0, 5);
    return (on) => (on.startsWith(thisYear) ? format.dateShort(on) : format.date(on));
  }, [format]);
}

/** The day of a moment where the manager is, `YYYY-MM-DD`. */
export function dayOf(at: string | Date): string {
  const moment = new Date(at);
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
}

/** The wall clock of a moment where the manager is, `HH:mm`. */
export function timeOf(at: string | Date): string {
  const moment = new Date(at);
  return `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;
}

/** The moment of a day and a wall clock, UTC ISO text. */
export function momentOf(on: string, time: string): string {
  return new Date(`${on}T${time}:00`).toISOString();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

export type NearDay = {
  /** 11月24日, of another year 2025/11/24. */
  day(on: string): string;
  /** 11/24, of another year 25/11/24. */
  tiny(on: string): string;
};

/** Days as short as they can be without being taken for those of another year. */
export function useNearDay(): NearDay {
  const format = useFormat();
  return useMemo(() => {
    const isThisYear = (on: string) => on.slice(0, 4) === dayOf(new Date()).slice(0, 4);
    return {
      day: (on) => (isThisYear(on) ? format.dateShort(on) : format.dateNarrow(on)),
      tiny: (on) => (isThisYear(on) ? format.dayOfYear(on) : format.dayOfOtherYear(on)),
    };
  }, [format]);
}
