/** The local day of a moment. */
export function dayOf(at: string): string {
  const moment = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Data of a day is as it was when the day ended; of today, as it is now. */
export function momentOf(on: string, now: Date): string {
  const end = new Date(`${on}T23:59:59`);
  return (end < now ? end : now).toISOString();
}
