/** How long somebody waited for a mentor of that kind, and whether it ended with one. */
export interface Wait {
  readonly days: number;
  readonly met: boolean;
}

/**
 * In how many days more half of those who had waited for so many days, and waited on, had a mentor: the product-limit estimate of
 * Kaplan and Meier, which counts whoever still waits, or stopped waiting, for as long as they did. Null where fewer than `fewest` of
 * those came together with a mentor, since that would tell of one of them, and where less than half did.
 */
export function daysToGo(waits: readonly Wait[], waited: number, fewest: number): number | null {
  const longer = waits.filter(({ days }) => days > waited).sort((one, other) => one.days - other.days || Number(other.met) - Number(one.met));
  if (longer.filter(({ met }) => met).length < fewest) return null;
  let waiting = 1;
  for (const [at, { days, met }] of longer.entries()) {
    if (met) waiting *= 1 - 1 / (longer.length - at);
    if (waiting <= 0.5 + 1e-9) return Math.round(days - waited);
  }
  return null;
}
