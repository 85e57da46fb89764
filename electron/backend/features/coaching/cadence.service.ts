import type { Person } from '#shared/contract/person-records.ts';
import {
  type Cadence,
  type CadenceState,
  cadenceState,
  nextSessionOn,
} from '#shared/domain/coaching/cadence.ts';
import type { ReadDb } from '../../database/db.ts';
import { getSettings } from '../settings/settings.service.ts';

export type CadenceSettings = { cadenceDays: number; cadenceGraceDays: number };

export type CadenceSubject = Pick<Person, 'cadenceDays' | 'joinedOn'> & {
  leaves: readonly { fromOn: string; toOn: string }[];
};

export async function getCadenceSettings(context: { db: ReadDb }): Promise<CadenceSettings> {
  const { cadenceDays, cadenceGraceDays } = await getSettings(context);
  return { cadenceDays, cadenceGraceDays };
}

/** The rhythm of a person: their own or the team's, with their leave as pauses. */
export function cadenceOf(person: CadenceSubject, settings: CadenceSettings): Cadence {
  return {
    everyDays: person.cadenceDays ?? settings.cadenceDays,
    graceDays: settings.cadenceGraceDays,
    anchorWeekday: null,
    pauses: person.leaves.map(({ fromOn, toOn }) => ({ startOn: fromOn, endOn: toOn })),
  };
}

export type Rhythm = CadenceState & { everyDays: number };

/** Where a person stands in their rhythm on a day. */
export function rhythmOf(
  person: CadenceSubject,
  settings: CadenceSettings,
  { lastCompletedOn, today }: { lastCompletedOn: string | null; today: string },
): Rhythm {
  const cadence = cadenceOf(person, settings);
  const { joinedOn } = person;
  const state = cadenceState({ cadence, joinedOn, lastCompletedOn, today });
  return { everyDays: cadence.everyDays, ...state };
}

/** The day the next session falls on when one is held today; null while a leave has no end. */
export function suggestNextOn(
  person: CadenceSubject,
  settings: CadenceSettings,
  heldOn: string,
): string | null {
  return nextSessionOn(cadenceOf(person, settings), heldOn);
}
