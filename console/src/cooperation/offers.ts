/**
 * Offers side by side: what each costs for a unit of what it brings. Compared as exact fractions, and only within one
 * currency; what is shown is rounded to the currency's smallest unit, half up.
 */
import { amount } from "../formats.ts";
import type { Money } from "./money.ts";

/** One offer: what it costs, and how much of each unit it brings. */
export interface Offer {
  key: string;
  value: Money | null;
  brings: Readonly<Record<string, number>>;
}

/** What an offer costs for one unit of a field, and how it stands among the others of its currency. */
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

/** The cost for a unit of one field, of every offer that has a value and brings some of it. */
export function costsOf(offers: readonly Offer[], field: string): Cost[] {
  const exact = offers.flatMap(({ key, value, brings }): Exact[] => {
    const per = brings[field] ?? 0;
    return value === null || per <= 0 ? [] : [{ key, minor: BigInt(value.amount_minor), per: BigInt(per), currency: value.currency }];
  });
  return exact.map((each) => {
    const rivals = exact.filter((other) => other.currency === each.currency);
    const lowest = rivals.reduce((low, other) => (isLess(other, low) ? other : low));
    const alone = rivals.length < 2;
    return { key: each.key, text: amount(rounded(each.minor, each.per), each.currency), isLowest: !alone && !isLess(lowest, each), abovePercent: alone || lowest.minor <= 0n ? null : above(each, lowest) };
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
  return new Set(offers.flatMap((each) => (each.value === null ? [] : [each.value.currency]))).size > 1;
}
