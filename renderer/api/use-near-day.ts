import { useMemo } from 'react';
import { useFormat } from './use-format.ts';
import { dayOf } from './use-moment.ts';

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
