/** The calendar's grid, money and deliveries, offers side by side, who brings what: each against figures counted by hand. */
import { expect, test } from "vitest";

import { byMonth, gridSpan, isMonth, monthFrom, monthName, monthOf, weekdays, weeksOf } from "../src/cooperation/calendar.ts";
import { checkSteps } from "../src/cooperation/checks.ts";
import { figure, sorted, totalsOf } from "../src/cooperation/contributions.ts";
import { detailDraft, detailFrom, itemRows, itemsFrom, stepRows, stepsFrom } from "../src/cooperation/drafting.ts";
import { categoriesOf, linesOf, money, paidOf, percentOf, sharesOf } from "../src/cooperation/money.ts";
import { costsOf, inSeveralCurrencies } from "../src/cooperation/offers.ts";
import { publicityOf } from "../src/cooperation/publicity.ts";
import { claimedOf, lanesOf, sittingsOf, type Sheet } from "../src/cooperation/sheets.ts";

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
  const offer = (key: string, numerator: number, denominator: number, currency = "USD") => ({ key, currency, numerator, denominator });
  const costs = costsOf([offer("a", 100_000, 3), offer("b", 200_000, 6), offer("c", 50_001, 1), offer("d", 1, 1, "DZD")]);
  expect(costs.map((each) => [each.key, each.text, each.isLowest, each.abovePercent])).toEqual([
    ["a", "333.33 USD", true, 0], ["b", "333.33 USD", true, 0], ["c", "500.01 USD", false, 50], ["d", "0.01 DZD", false, null],
  ]);
  expect(inSeveralCurrencies([offer("a", 1, 1), offer("d", 1, 1, "DZD")])).toBe(true);
  expect(inSeveralCurrencies([offer("a", 1, 1), offer("b", 2, 1)])).toBe(false);
});

test("two offers that differ by less than a cent are not called equal", () => {
  const costs = costsOf([{ key: "a", currency: "USD", numerator: 1_000_000_001, denominator: 3_000_000_000 }, { key: "b", currency: "USD", numerator: 1, denominator: 3 }]);
  expect(costs.map((each) => each.isLowest)).toEqual([false, true]);
});

test("what was brought is summed by kind and unit; money and hours are never one figure", () => {
  const brought = (flow_kind: string, unit: string, amount: number) => ({ flow_kind, unit, amount });
  const rows = [
    { cells: [{ party: "DZ", contributions: [brought("contribution", "hour", 24)] }, { party: "US", contributions: [brought("payment", "USD", 250_000), brought("contribution", "hour", 40)] }] },
    { cells: [{ party: "DZ", contributions: [] }, { party: "US", contributions: [brought("payment", "USD", 50_000)] }] },
  ];
  expect(totalsOf(rows, ["DZ", "US"]).map((each) => each.contributions.map(figure))).toEqual([["24"], ["40", `3${THIN}000.00 USD`]]);
  expect(sorted(rows[0]!.cells[1]!.contributions).map((each) => each.flow_kind)).toEqual(["contribution", "payment"]);
});

const HASH = `sha256:${"0".repeat(64)}`;
const sheet = (kind: Sheet["kind"], id: string, document: Record<string, unknown>, more: Partial<Sheet> = {}): Sheet => ({
  key: `${kind}/${id}`, kind, id, kind_name: { ar: "", en: kind, fr: "" }, title: { ar: id, en: id, fr: id }, state: "agreed", state_name: { ar: "agreed", en: "agreed", fr: "agreed" }, since_ms: day("2026-03-01"), owner_party: "DZ", owner_office: null, agreed_state: "agreed",
  group: "wg-1", initiative: null, domain: null, due_ms: null, due_what: null, is_late: false, is_final: false, level: "bilateral", example: true, waiting: null, is_receipted: true,
  document: { ...document, template_hash: HASH }, entered: { agreed: day("2026-03-01"), proposed: day("2026-01-10") }, account: null, unit_costs: [], public: null, ...more,
});

test("an initiative runs from its first day to its last, or from its proposal to its last step where it names none", () => {
  const milestones = [{ id: "one", title: { en: "One" }, due_ms: day("2026-05-01"), done_ms: day("2026-05-09") }, { id: "two", title: { en: "Two" }, due_ms: day("2026-08-01"), depends_on: ["one"] }];
  const [named, unnamed, action] = lanesOf([
    sheet("initiative", "i", { starts_ms: day("2026-02-01"), ends_ms: day("2026-12-31"), milestones }),
    sheet("initiative", "j", { milestones }),
    sheet("action", "a", { due_ms: day("2026-04-01"), depends_on: ["b"] }),
    sheet("decision", "d", {}),
  ]);
  expect([named!.startMs, named!.endMs]).toEqual([day("2026-02-01"), day("2026-12-31")]);
  expect([unnamed!.startMs, unnamed!.endMs]).toEqual([day("2026-01-10"), day("2026-08-01")]);
  expect([action!.startMs, action!.endMs, action!.after]).toEqual([day("2026-01-10"), day("2026-04-01"), ["action/b"]]);
  expect(named!.steps.map((each) => [each.title, each.doneMs, each.after])).toEqual([["One", day("2026-05-09"), []], ["Two", null, ["one"]]]);
});

test("an action that was done early ends on the day when it was, and a meeting that was called off is no mark", () => {
  const [over] = lanesOf([sheet("action", "a", { due_ms: day("2026-06-01") }, { is_final: true })]);
  expect(over!.endMs).toBe(day("2026-03-01"));
  const meetings = ["agreed", "cancelled", "minutes_signed"].map((state) => sheet("meeting", state.replace("_", "-"), { starts_ms: day("2026-03-11") }, { state }));
  expect(sittingsOf(meetings).map((each) => [each.key, each.isHeld])).toEqual([["meeting/agreed", false], ["meeting/minutes-signed", true]]);
});

test("what is claimed of an item waits apart from what both have confirmed", () => {
  const flow = (state: string, item: string, quantity: number) => sheet("flow", `${state}-${item}`, { item, quantity }, { state });
  expect(claimedOf([flow("claimed", "boat", 2), flow("disputed", "boat", 1), flow("confirmed", "boat", 4), flow("planned", "boat", 8), sheet("flow", "p", { amount: { amount_minor: 5, currency: "USD" } }, { state: "claimed" })])).toEqual({ boat: 3 });
});

test("a check shows the steps that it took, those that it passed over, and ends where it was waived", () => {
  const way = (state: string, entered: Record<string, number>): string[] => checkSteps({ state, entered }).map((each) => `${each.state} ${each.standing}`);
  expect(way("done", { planned: 1, notified: 2, done: 3 })).toEqual(["planned past", "notified past", "done now", "finding_open ahead", "closed ahead"]);
  expect(way("closed", { planned: 1, notified: 2, done: 3, closed: 4 })[3]).toBe("finding_open skipped");
  expect(way("waived", { planned: 1, notified: 2, waived: 3 })).toEqual(["planned past", "notified past", "waived now"]);
});

test("of a record it is said what everybody reads, what is withheld and why, and what stays with both", () => {
  const block = { field: "value", reason_code: "commercial_secret", reason: { en: "a price" }, decided_by: "d-1", public_on: "2027-01-01" };
  const one = sheet("initiative", "i", { value: { amount_minor: 1, currency: "USD" }, items: [], owner_office: "desk", withheld: [block] }, { level: "public", public: { template_hash: HASH, items: [], withheld: [block] } });
  expect(publicityOf(one)).toMatchObject({ closed: null, open: ["items", "template_hash"], ofBoth: ["owner_office"], withheld: [block] });
  expect(publicityOf({ ...one, public: null }).closed).toBe("unsigned");
  expect(publicityOf({ ...one, public: null, level: "bilateral" }).closed).toBe("bilateral");
});

test("what is drafted of an initiative is whole or not at all, and an untouched day stays to the millisecond", () => {
  const title = { ar: "ا", en: "a", fr: "â" };
  const document = { milestones: [{ id: "one", title, due_ms: day("2026-05-01") + 5 }], items: [{ id: "boat", title, category: "boats", quantity: 4, unit: "piece" }] };
  const steps = stepRows(document);
  expect(stepsFrom(steps, document)).toEqual([{ id: "one", title, due_ms: day("2026-05-01") + 5 }]);
  expect(stepsFrom([{ ...steps[0]!, done: "2026-05-09" }], document)).toEqual([{ id: "one", title, due_ms: day("2026-05-01") + 5, done_ms: day("2026-05-10") - 1 }]);
  expect([stepsFrom([{ ...steps[0]!, due: "soon" }], document), stepsFrom([{ ...steps[0]!, after: "two" }], document), stepsFrom([steps[0]!, steps[0]!], document)]).toEqual([null, null, null]);
  expect(itemsFrom(itemRows(document))).toEqual(document.items);
  expect(itemsFrom([{ ...itemRows(document)[0]!, quantity: "0" }])).toBeNull();
});

test("a field of a template goes out in the form that it declares, or not at all", () => {
  expect([detailFrom("number", "1 200"), detailFrom("number", "many"), detailFrom("number", "")]).toEqual([1200, null, undefined]);
  expect([detailFrom("flag", "no"), detailFrom("flag", "yes"), detailFrom("flag", "")]).toEqual([false, true, undefined]);
  expect([detailFrom("notice", { status: "done", on: "2026-06-03" }), detailFrom("notice", { status: "done", on: "" }), detailFrom("notice", { status: "", on: "" })]).toEqual([{ status: "done", on: "2026-06-03" }, null, undefined]);
  expect(detailFrom("money", detailDraft("money", { amount_minor: 12_345_678, currency: "DZD" }) as string)).toEqual({ amount_minor: 12_345_678, currency: "DZD" });
});
