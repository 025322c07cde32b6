/** The calendar's grid, money and deliveries, offers side by side, who brings what: each against figures counted by hand. */
import { expect, test } from "vitest";

import { byMonth, gridSpan, isMonth, monthFrom, monthName, monthOf, weekdays, weeksOf } from "../src/cooperation/calendar.ts";
import { figure, matrixOf, totalsOf } from "../src/cooperation/contributions.ts";
import { categoriesOf, linesOf, money, paidOf, percentOf, sharesOf } from "../src/cooperation/money.ts";
import { costsOf, inSeveralCurrencies } from "../src/cooperation/offers.ts";

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const THIN = "\u202f";

test("a month is whole weeks from Monday to Sunday, its own days marked", () => {
  const weeks = weeksOf("2026-11", [], day("2026-11-23"));
  expect(weeks.map((each) => each.map((one) => one.number).join(" "))).toEqual(["26 27 28 29 30 31 1", "2 3 4 5 6 7 8", "9 10 11 12 13 14 15", "16 17 18 19 20 21 22", "23 24 25 26 27 28 29", "30 1 2 3 4 5 6"]);
  expect(weeks.flat().filter((each) => each.isOfMonth)).toHaveLength(30);
  expect(weeks.flat().filter((each) => each.isToday).map((each) => each.day)).toEqual(["2026-11-23"]);
  // February 2027 begins on a Monday and ends on a Sunday: four weeks and no more.
  expect(weeksOf("2027-02", [], 0)).toHaveLength(4);
});

test("what falls due stands on its day in UTC, in the order of its hours, and on the edge of the next month too", () => {
  const dues = ["2026-11-30T23:59:00Z", "2026-11-30T08:00:00Z", "2026-12-01T00:00:00Z"].map((each) => ({ dueMs: Date.parse(each) }));
  const days = weeksOf("2026-11", dues, 0).flat().filter((each) => each.dues.length > 0);
  expect(days.map((each) => [each.day, each.dues.length])).toEqual([["2026-11-30", 2], ["2026-12-01", 1]]);
  expect(days[0]!.dues.map((each) => new Date(each.dueMs).getUTCHours())).toEqual([8, 23]);
  expect(gridSpan("2026-11")).toEqual({ fromMs: day("2026-10-26"), toMs: day("2026-12-07") });
});

test("months follow one another over the year's end, and what is no month is none", () => {
  expect([monthFrom("2026-12", 1), monthFrom("2026-01", -1), monthFrom("2026-01", 25)]).toEqual(["2027-01", "2025-12", "2028-02"]);
  expect(monthOf(day("2026-11-30") + 86_399_999)).toBe("2026-11");
  expect(["2026-11", "2026-13", "2026-1", "next", ""].map(isMonth)).toEqual([true, false, false, false, false]);
  expect(byMonth([{ dueMs: day("2026-12-01") }, { dueMs: day("2026-11-02") }, { dueMs: day("2026-12-31") }]).map((each) => [each.month, each.dues.length])).toEqual([["2026-11", 1], ["2026-12", 2]]);
});

test("months and days are called as the reader's country calls them, in the digits 0 to 9", () => {
  expect(monthName("2026-01", "fr")).toBe("janvier 2026");
  expect(monthName("2026-01", "ar-DZ")).toMatch(/^جانفي 2026$/u);
  expect(weekdays("en", "short")[0]).toBe("Mon");
  expect(weekdays("fr", "long").at(-1)).toBe("dimanche");
});

test("an amount has one form in every language", () => {
  expect(money({ amount_minor: 125_000_000, currency: "USD" })).toBe(`1${THIN}250${THIN}000.00 USD`);
  expect(money({ amount_minor: 1_500, currency: "TND" })).toBe("1.500 TND"); // ISO 4217: the dinar of Tunisia has three decimals
});

test("what is claimed is not paid: it stays in what is left until both say so", () => {
  const paid = paidOf(1_000_000, 250_000, 100_000);
  expect(paid.leftMinor).toBe(750_000);
  expect(sharesOf(1_000_000, paid).map((each) => each.permille)).toEqual([250, 100, 650]);
  expect(sharesOf(3, paidOf(3, 1, 5)).map((each) => each.permille)).toEqual([333, 667, 0]);
  expect(sharesOf(0, paidOf(0, 0, 0))).toEqual([{ name: "left", permille: 1000 }]);
});

test("a share never says that all is there before it is, nor nothing once something is", () => {
  expect([percentOf(999_999, 1_000_000), percentOf(1, 1_000_000), percentOf(0, 5), percentOf(5, 5), percentOf(1, 0)]).toEqual(["99 %", "1 %", "0 %", "100 %", "—"]);
});

test("items are summed by category and unit, and unlike units are kept apart", () => {
  const item = (id: string, category: string, quantity: number, unit: string) => ({ id, title: id, category, quantity, unit });
  const lines = linesOf([item("boat", "patrol_boats", 4, "piece"), item("rib", "patrol_boats", 6, "piece"), item("fuel", "patrol_boats", 9, "tonne")], { boat: 1, rib: 6 }, { boat: 2 });
  expect(categoriesOf(lines).map((each) => [each.unit, each.ordered, each.delivered, each.claimed, each.lines.length])).toEqual([["piece", 10, 7, 2, 2], ["tonne", 9, 0, 0, 1]]);
});

test("offers are compared as exact fractions within one currency", () => {
  const offer = (key: string, minor: number, mw: number, currency = "USD") => ({ key, value: { amount_minor: minor, currency }, brings: { mw } });
  const costs = costsOf([offer("a", 100_000, 3), offer("b", 200_000, 6), offer("c", 50_001, 1), offer("d", 1, 1, "DZD"), { key: "e", value: null, brings: { mw: 4 } }, offer("f", 5, 0)], "mw");
  expect(costs.map((each) => [each.key, each.text, each.isLowest, each.abovePercent])).toEqual([
    ["a", "333.33 USD", true, 0], ["b", "333.33 USD", true, 0], ["c", "500.01 USD", false, 50], ["d", "0.01 DZD", false, null],
  ]);
  expect(inSeveralCurrencies([offer("a", 1, 1), offer("d", 1, 1, "DZD")])).toBe(true);
  expect(inSeveralCurrencies([offer("a", 1, 1), { key: "e", value: null, brings: {} }])).toBe(false);
});

test("two offers that differ by less than a cent are not called equal", () => {
  const costs = costsOf([{ key: "a", value: { amount_minor: 1_000_000_001, currency: "USD" }, brings: { mw: 3_000_000_000 } }, { key: "b", value: { amount_minor: 1_000_000_000, currency: "USD" }, brings: { mw: 3_000_000_000 } }], "mw");
  expect(costs.map((each) => each.isLowest)).toEqual([false, true]);
});

test("what was brought is summed by kind and unit; money and hours are never one figure, and an empty domain is a line", () => {
  const brought = (domain: string, party: string, flow_kind: string, unit: string, amount: number) => ({ domain, party, flow_kind, unit, amount });
  const found = [brought("rescue", "US", "payment", "USD", 250_000), brought("rescue", "US", "contribution", "hour", 40), brought("maritime", "US", "payment", "USD", 50_000), brought("rescue", "DZ", "contribution", "hour", 24)];
  const lines = matrixOf(found, ["maritime", "rescue", "tourism"], ["DZ", "US"]);
  expect(lines.map((each) => [each.domain, ...each.cells.map((cell) => cell.sums.length)])).toEqual([["maritime", 0, 1], ["rescue", 1, 2], ["tourism", 0, 0]]);
  expect(lines[1]!.cells[1]!.sums.map(figure)).toEqual(["40", `2${THIN}500.00 USD`]);
  expect(totalsOf(found, ["DZ", "US"]).map((each) => each.sums.map(figure))).toEqual([["24"], ["40", `3${THIN}000.00 USD`]]);
});
