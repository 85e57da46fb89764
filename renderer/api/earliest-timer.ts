/**
 * Runs what is due once for everything that asked for it, at the earliest of the times asked for:
 * who can wait never delays who cannot.
 */
export function earliestTimer(run: () => void): (afterMs: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  const fire = () => {
    dueAt = Number.POSITIVE_INFINITY;
    run();
  };
  return (afterMs) => {
    const at = performance.now() + afterMs;
    if (at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(fire, afterMs);
  };
}
