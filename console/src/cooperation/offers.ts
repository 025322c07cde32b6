/**
 * Offers side by side: what each costs for a unit of what it brings. The node gives each cost as an exact fraction of
 * minor units; they are compared as fractions, and only within one currency. What is shown is rounded to the currency's
 * smallest unit, half up.
 */
import { amount } from "../formats.ts";

/** What one offer costs for one unit. */
export interface Offer {
  key: string;
  currency: string;
  numerator: number;
  denominator: number;
}

/** A cost as it is shown, and how it stands among the others of its currency. */
export interface Cost {
  key: string;
  text: string;
  isLowest: boolean;
  /** By how much it is dearer than the lowest, in per cent, rounded; `null` where it stands alone. */
  abovePercent: number | null;
}

interface Exact {
  key: string;
  minor: bigint;
  per: bigint;
  currency: string;
}

/** The costs of offers for the same unit. */
export function costsOf(offers: readonly Offer[]): Cost[] {
  const exact = offers.map(({ key, currency, numerator, denominator }): Exact => ({ key, currency, minor: BigInt(numerator), per: BigInt(denominator) }));
  return exact.map((each) => {
    const rivals = exact.filter((other) => other.currency === each.currency);
    const lowest = rivals.reduce((low, other) => (isLess(other, low) ? other : low));
    const alone = rivals.length < 2;
    return {
      key: each.key,
      text: amount(rounded(each.minor, each.per), each.currency),
      isLowest: !alone && !isLess(lowest, each),
      abovePercent: alone || lowest.minor <= 0n ? null : above(each, lowest),
    };
  });
}

const isLess = (one: Exact, other: Exact): boolean => one.minor * other.per < other.minor * one.per;

/** A quotient to the nearest whole, half up. */
function rounded(minor: bigint, per: bigint): bigint {
  const twice = 2n * minor + per;
  const floor = twice / (2n * per);
  return twice < 0n && twice % (2n * per) !== 0n ? floor - 1n : floor;
}

function above(each: Exact, lowest: Exact): number {
  const [over, base] = [each.minor * lowest.per - lowest.minor * each.per, lowest.minor * each.per];
  return Number(rounded(over * 100n, base));
}

/** Whether offers that are compared are in more than one currency: then no one of them is the lowest of all. */
export function inSeveralCurrencies(offers: readonly Offer[]): boolean {
  return new Set(offers.map((each) => each.currency)).size > 1;
}
