/** Who brings what to each domain: confirmed flows, summed by kind and by currency or unit; nothing is turned into money. */
import { amount, grouped } from "../formats.ts";
import { gathered } from "./gathered.ts";

export interface Contribution {
  domain: string;
  party: string;
  flow_kind: string;
  unit: string;
  amount: number;
}

/** What one party brought to one domain, the kinds of flow in one order. */
export interface Cell {
  party: string;
  sums: Contribution[];
}

/** A line of the matrix: a domain, and a cell for each party. */
export interface Line {
  domain: string;
  cells: Cell[];
}

const KINDS = ["contribution", "delivery", "payment"];
/** ISO 4217; units of our own are words in small letters. */
const CURRENCY = /^[A-Z]{3}$/;

/** The matrix: every domain that the agreement has, also one to which nobody has brought anything yet. */
export function matrixOf(found: readonly Contribution[], domains: readonly string[], parties: readonly string[]): Line[] {
  const all = [...new Set([...domains, ...found.map((each) => each.domain)])];
  return all.map((domain) => ({ domain, cells: parties.map((party) => ({ party, sums: sorted(found.filter((each) => each.domain === domain && each.party === party)) })) }));
}

/** What each party brought in all, by kind and by currency or unit: unlike things are never added up. */
export function totalsOf(found: readonly Contribution[], parties: readonly string[]): Cell[] {
  return parties.map((party) => {
    const own = gathered(found.filter((each) => each.party === party), (each) => `${each.flow_kind} ${each.unit}`);
    return { party, sums: sorted([...own.values()].map((like) => ({ ...like[0]!, domain: "", amount: like.reduce((all, each) => all + each.amount, 0) }))) };
  });
}

function sorted(sums: Contribution[]): Contribution[] {
  return sums.sort((a, b) => KINDS.indexOf(a.flow_kind) - KINDS.indexOf(b.flow_kind) || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));
}

/** Whether a sum is money. */
export function isMoney(sum: Contribution): boolean {
  return CURRENCY.test(sum.unit);
}

/** `1 250 000.00 USD`, or `12` of a unit whose word stands beside it. */
export function figure(sum: Contribution): string {
  return isMoney(sum) ? amount(BigInt(sum.amount), sum.unit) : grouped(sum.amount);
}
