/**
 * Money and deliveries of an initiative, against what was agreed. Sums are whole numbers of the currency's smallest
 * unit (`Minor`), shares are per mille; nothing is rounded before it is compared.
 */
import { amount } from "../formats.ts";
import { gathered } from "./gathered.ts";

export interface Money {
  amount_minor: number;
  currency: string;
}

/** What both have confirmed, what one says is paid and the other has not confirmed, and what is left of the value. */
export interface Paid {
  paidMinor: number;
  claimedMinor: number;
  leftMinor: number;
}

/** A part of the value as a part of a bar. */
export interface Share {
  name: "paid" | "claimed" | "left";
  permille: number;
}

/** An item line: how much was ordered, and how much both have confirmed as delivered. */
export interface Line {
  id: string;
  title: string;
  category: string;
  unit: string;
  ordered: number;
  delivered: number;
  claimed: number;
}

/** A sum of item lines of one category in one unit. */
export interface Category {
  category: string;
  unit: string;
  ordered: number;
  delivered: number;
  claimed: number;
  lines: Line[];
}

/** `1 250 000.00 USD`: the one form of an amount, in every language. */
export function money(held: Money): string {
  return amount(BigInt(held.amount_minor), held.currency);
}

/** The value in its parts; what is claimed and not confirmed still counts as left until both say that it is paid. */
export function paidOf(valueMinor: number, paidMinor: number, claimedMinor: number): Paid {
  return { paidMinor, claimedMinor, leftMinor: valueMinor - paidMinor };
}

/** The parts of a bar: they add up to 1 000, and what is claimed shows inside what is left. */
export function sharesOf(valueMinor: number, paid: Paid): Share[] {
  if (valueMinor <= 0) return [{ name: "left", permille: 1000 }];
  const within = (minor: number): number => Math.min(1000, Math.max(0, Math.floor((minor / valueMinor) * 1000)));
  const done = within(paid.paidMinor);
  const claimed = Math.min(1000 - done, within(paid.claimedMinor));
  return [
    { name: "paid", permille: done },
    { name: "claimed", permille: claimed },
    { name: "left", permille: 1000 - done - claimed },
  ];
}

/** Item lines with what was delivered of them; a line of which nothing was delivered says 0. */
export function linesOf(
  items: readonly { id: string; title: string; category: string; unit: string; quantity: number }[],
  delivered: Readonly<Record<string, number>>,
  claimed: Readonly<Record<string, number>>,
): Line[] {
  return items.map(({ quantity, ...item }) => ({ ...item, ordered: quantity, delivered: delivered[item.id] ?? 0, claimed: claimed[item.id] ?? 0 }));
}

/** The lines by category and unit, in the order in which they were agreed. */
export function categoriesOf(lines: readonly Line[]): Category[] {
  return [...gathered(lines, (each) => `${each.category} ${each.unit}`).values()].map((own) => {
    const sum = (of: (line: Line) => number): number => own.reduce((all, each) => all + of(each), 0);
    return { category: own[0]!.category, unit: own[0]!.unit, ordered: sum((each) => each.ordered), delivered: sum((each) => each.delivered), claimed: sum((each) => each.claimed), lines: own };
  });
}

/** What is written beside a bar: `37 %`, never 100 before all of it is there, never 0 once something is. */
export function percentOf(part: number, whole: number): string {
  if (whole <= 0) return "—";
  const exact = (part / whole) * 100;
  const shown = part >= whole ? Math.floor(exact) : part <= 0 ? 0 : Math.min(99, Math.max(1, Math.round(exact)));
  return `${shown} %`;
}
