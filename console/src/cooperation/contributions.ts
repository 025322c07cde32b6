/** Who brings what: confirmed flows, summed by kind and by currency or unit; nothing is turned into money. */
import { amount, grouped } from "../formats.ts";
import { gathered } from "./gathered.ts";

export interface Contribution {
  flow_kind: string;
  unit: string;
  amount: number;
}

/** What one party brought. */
export interface Cell {
  party: string;
  contributions: readonly Contribution[];
}

const KINDS = ["contribution", "delivery", "payment"];
/** ISO 4217; units of our own are words in small letters. */
const CURRENCY = /^[A-Z]{3}$/;

/** The sums of a cell in one order: contributions, deliveries, payments, and by unit. */
export function sorted(sums: readonly Contribution[]): Contribution[] {
  return [...sums].sort((a, b) => KINDS.indexOf(a.flow_kind) - KINDS.indexOf(b.flow_kind) || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));
}

/** What each party brought to all domains: unlike things are never added up. */
export function totalsOf(rows: readonly { cells: readonly Cell[] }[], parties: readonly string[]): Cell[] {
  return parties.map((party) => {
    const own = rows.flatMap((row) => row.cells.filter((cell) => cell.party === party).flatMap((cell) => cell.contributions));
    const like = [...gathered(own, (each) => `${each.flow_kind} ${each.unit}`).values()];
    return { party, contributions: sorted(like.map((each) => ({ ...each[0]!, amount: each.reduce((all, one) => all + one.amount, 0) }))) };
  });
}

/** Whether a sum is money. */
export function isMoney(sum: Contribution): boolean {
  return CURRENCY.test(sum.unit);
}

/** `1 250 000.00 USD`, or `12` of a unit whose word stands beside it. */
export function figure(sum: Contribution): string {
  return isMoney(sum) ? amount(BigInt(sum.amount), sum.unit) : grouped(sum.amount);
}
