/**
 * Which of the expected closes a deal has had, oldest first, were pushes: those later than the last
 * one named. Written apart from the rules, so that it can judge them.
 */
export function pushesAmong(closeDates: readonly (string | null)[]): boolean[] {
  return closeDates.map((date, at) => {
    const last = closeDates.slice(0, at).findLast((earlier) => earlier !== null);
    return date !== null && last !== undefined && date > (last ?? '');
  });
}
