/** n ÷ d to a whole number, half away from zero: 5/2 → 3, −5/2 → −3. `divisor` must be positive. */
export function divideRounded(value: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError('divisor must be positive');
  const magnitude = value < 0n ? -value : value;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return value < 0n ? -rounded : rounded;
}

/** The number a whole bigint stands for; a RangeError where a number could not hold it exactly. */
export function toSafeInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('beyond the exact range of a number');
  return number;
}
