import type { LocalDate } from '#shared/domain/dates/local-date.ts';
import { localDateOf } from '../../clock.ts';
import type { CommandContext } from '../../rpc/context.ts';

/** An hour of a day where the manager is, as UTC ISO text. */
export function momentOf(on: LocalDate, hour: number, minute = 0): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return new Date(year, month - 1, day, hour, minute).toISOString();
}

/** The same transaction at another time: the sample is lived through, not made up at its end. */
export function contextAt(context: CommandContext, at: string): CommandContext {
  const moment = new Date(at);
  return {
    ...context,
    platform: { ...context.platform, now: () => moment },
    today: localDateOf(moment),
  };
}
