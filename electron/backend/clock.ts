/** The calendar day of a moment where the manager is, `YYYY-MM-DD`. */
export function localDateOf(moment: Date): string {
  const month = String(moment.getMonth() + 1).padStart(2, '0');
  const day = String(moment.getDate()).padStart(2, '0');
  return `${moment.getFullYear()}-${month}-${day}`;
}

/** The moment a calendar day starts where the manager is, UTC ISO text. */
export function startOfDay(on: string): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return new Date(year, month - 1, day).toISOString();
}
