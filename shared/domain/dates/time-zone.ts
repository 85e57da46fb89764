import { isLocalDate, type LocalDate } from './local-date.ts';

/** A wall-clock moment: a day and, where known, `HH:mm:ss`. */
export type LocalDateTime = Readonly<{ on: LocalDate; time: string | null }>;

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

/** Day and time on the wall of an IANA zone: '2024-03-05T23:30:00Z', 'Asia/Shanghai' → 2024-03-06 07:30:00. */
export function toLocalDateTime(
  instantAt: string,
  timeZone: string,
): { on: LocalDate; time: string } {
  const parts = new Map(
    wallClock(timeZone)
      .formatToParts(new Date(instantAt))
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return {
    on: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
  };
}

/** The day of an instant in a zone: '2024-03-05T23:30:00Z', 'Asia/Shanghai' → '2024-03-06'. */
export function toLocalDate(instantAt: string, timeZone: string): LocalDate {
  return toLocalDateTime(instantAt, timeZone).on;
}

function wallAsUtcMs(ms: number, timeZone: string): number {
  const { on, time } = toLocalDateTime(new Date(ms).toISOString(), timeZone);
  return Date.parse(`${on}T${time}Z`);
}

/**
 * The UTC instant of a wall-clock moment: 2024-03-06 07:30, 'Asia/Shanghai' → '2024-03-05T23:30:00.000Z'.
 * A time that a clock change skips moves forward; of two the earlier is meant. No time means 00:00.
 */
export function toInstant({ on, time }: LocalDateTime, timeZone: string): string {
  if (!isLocalDate(on)) throw new RangeError(`not a date: ${on}`);
  const wanted = Date.parse(`${on}T${time ?? '00:00:00'}Z`);
  if (Number.isNaN(wanted)) throw new RangeError(`not a time: ${time}`);
  // Clocks change by hours at most, so the offsets a day before and after are the two candidates.
  const offsets = [-86_400_000, 86_400_000].map((shift) => {
    const near = wanted + shift;
    return wallAsUtcMs(near, timeZone) - near;
  });
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  const exact = candidates.find((ms) => wallAsUtcMs(ms, timeZone) === wanted);
  return new Date(exact ?? candidates.at(-1) ?? wanted).toISOString();
}
