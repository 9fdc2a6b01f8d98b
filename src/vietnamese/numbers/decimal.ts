/**
 * A decimal number kept exact until the end: `digits × 10^exponent`. "52,199 tỷ" must be 52199000000 and not what
 * 52.199 × 1e9 gives in binary.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** @param digits decimal digits, of which the last `fraction` stand behind the comma */
export function decimal(digits: string, fraction = 0): Decimal {
  return { digits: BigInt(digits), exponent: -fraction };
}

export function timesPowerOfTen(value: Decimal, power: number): Decimal {
  return { digits: value.digits, exponent: value.exponent + power };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  const lift = (value: Decimal) => value.digits * 10n ** BigInt(value.exponent - exponent);
  return { digits: lift(a) + lift(b), exponent };
}

/** The nearest double, correctly rounded. */
export function toNumber(value: Decimal): number {
  return Number(value.exponent === 0 ? value.digits : `${value.digits}e${value.exponent}`);
}
