/** The roadmap: where bars, steps and arrows stand; lateness by the day alone. */
import { expect, test } from "vitest";

import { across, arrowsOf, barOf, flagAt, FLAG_PX, monthAt, rowsOf, spanOf, standingOf, ticksOf, widthOf, type Lane, type Step } from "../src/cooperation/roadmap.ts";

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const NOW = day("2026-06-15");
const step = (id: string, due: string, more: Partial<Step> = {}): Step => ({ id, title: id, dueMs: day(due), doneMs: null, after: [], ...more });
const lane = (key: string, from: string, to: string, more: Partial<Lane> = {}): Lane => ({
  key, kind: "initiative", title: key, group: "wg-1", state: "agreed", startMs: day(from), endMs: day(to), isOver: false, isLate: false, after: [], steps: [], ...more,
});

test("a step is late by the day alone, and done whatever the day", () => {
  expect(standingOf(step("a", "2026-06-14"), NOW)).toBe("late");
  expect(standingOf(step("a", "2026-06-15"), NOW)).toBe("open");
  expect(standingOf(step("a", "2026-01-01", { doneMs: day("2026-02-01") }), NOW)).toBe("done");
});

test("the picture holds every bar, every step, every meeting and today, in whole months", () => {
  const span = spanOf([lane("i", "2026-03-10", "2027-01-20", { steps: [step("far", "2027-02-28")] })], [{ key: "meeting/m", title: "m", group: "wg-1", atMs: day("2026-02-02"), isHeld: true }], NOW);
  expect(span).toEqual({ fromMs: day("2026-02-01"), toMs: day("2027-04-01") });
  expect(spanOf([], [], NOW)).toEqual({ fromMs: day("2026-06-01"), toMs: day("2026-07-01") });
});

test("time runs from left to right: what is later stands farther, in step with the days", () => {
  const span = { fromMs: day("2026-01-01"), toMs: day("2027-01-01") };
  expect(across(span, 730, span.fromMs)).toBe(0);
  expect(across(span, 730, day("2026-07-02"))).toBe(364);
  expect(barOf(span, 730, day("2026-01-11"), day("2026-01-31"))).toEqual({ x: 20, width: 40 });
  expect(barOf(span, 730, day("2026-01-11"), day("2026-01-11")).width).toBeGreaterThan(8);
});

test("a day far beyond the calendar leaves this year its room and stands at the edge of the picture", () => {
  const far = { ...lane("far", "2026-03-10", "2027-01-20"), endMs: 2 ** 53 - 1 };
  const span = spanOf([far], [], NOW);
  expect(span).toEqual({ fromMs: day("2026-03-01"), toMs: day("2076-06-01") });
  const bar = barOf(span, 1000, far.startMs, far.endMs);
  expect(bar.x + bar.width).toBe(1000);
  expect(ticksOf(span, 1000).length).toBeLessThan(60);
});

test("the axis names as many months as have room, and each year once", () => {
  const span = { fromMs: day("2025-11-01"), toMs: day("2028-01-01") };
  const named = (width: number): string[] => ticksOf(span, width).map((each) => `${each.year ?? ""}/${each.month ?? ""}`);
  expect(named(26 * 40).slice(0, 4)).toEqual(["2025/11", "/12", "2026/01", "/02"]);
  expect(named(26 * 14)).toEqual(["/", "2026/01", "/04", "/07", "/10", "2027/01", "/04", "/07", "/10"]);
  expect(named(26 * 3)).toEqual(["/", "2026/", "2027/"]);
  const gaps = ticksOf(span, 26 * 14).slice(1).map((each) => each.x);
  expect(gaps.every((x, at) => at === 0 || x - gaps[at - 1]! >= 34)).toBe(true);
});

test("the flag of today covers the figures of no year, and lies in the picture", () => {
  const ticks = ticksOf({ fromMs: day("2025-01-01"), toMs: day("2028-01-01") }, 900);
  const years = ticks.filter((each) => each.year !== null).map((each) => each.x);
  for (let today = 0; today <= 900; today += 5) {
    const flag = flagAt(today, ticks, 900);
    expect(flag >= 0 && flag + FLAG_PX <= 900).toBe(true);
    expect(flag - today <= 36 && today - (flag + FLAG_PX) <= 36).toBe(true);
    expect(years.every((x) => x + 36 <= flag || flag + FLAG_PX <= x)).toBe(true);
  }
});

test("lines stand under their group by their beginning; a closed lane hides its steps and still says that one is late", () => {
  const lanes = [lane("b", "2026-05-01", "2026-09-01"), lane("a", "2026-02-01", "2026-12-01", { steps: [step("two", "2026-08-01"), step("one", "2026-06-01")] }), lane("free", "2026-01-01", "2026-02-01", { group: null, isOver: true })];
  const ids = (opened: string[]): string[] => rowsOf(lanes, [], ["wg-1", "wg-2", null], new Set(opened), NOW).map((each) => each.id);
  expect(ids([])).toEqual(["group wg-1", "a", "b", "group ", "free"]);
  expect(ids(["a"])).toEqual(["group wg-1", "a", "a#one", "a#two", "b", "group ", "free"]);
  const standings = rowsOf(lanes, [], ["wg-1", null], new Set(), NOW).flatMap((each) => (each.kind === "lane" ? [each.standing] : []));
  expect(standings).toEqual(["late", "open", "done"]);
});

test("an arrow leads from the end of what comes before to what comes after, and says when the days contradict it", () => {
  const span = { fromMs: day("2026-01-01"), toMs: day("2027-01-01") };
  const steps = [step("one", "2026-03-01"), step("two", "2026-06-01", { after: ["one"] }), step("three", "2026-05-01", { after: ["two", "nowhere"] })];
  const rows = rowsOf([lane("a", "2026-01-01", "2026-12-01", { steps })], [], ["wg-1"], new Set(["a"]), NOW);
  const arrows = arrowsOf(rows, span, 730, 40);
  expect(arrows.map((each) => [each.from, each.to, each.isAgainst])).toEqual([["a#two", "a#three", true], ["a#one", "a#two", false]]);
  // From one (1 March, third line) to two (1 June, fifth line): 118 + half a mark, 302 less half a mark.
  expect(arrows[1]!.path).toBe("M126.0 100.0H133.0V180.0H294.0");
  // What contradicts its days goes back between the lines instead of through the bars.
  expect(arrows[0]!.path).toBe("M310.0 180.0H317.0V160.0H225.0V140.0H232.0");
});

test("an arrow to a lane that is closed, or whose like is not in the picture, is not drawn", () => {
  const span = { fromMs: day("2026-01-01"), toMs: day("2027-01-01") };
  const lanes = [lane("action/one", "2026-01-01", "2026-02-01"), lane("action/two", "2026-02-01", "2026-04-01", { after: ["action/one", "action/gone"] })];
  expect(arrowsOf(rowsOf(lanes, [], ["wg-1"], new Set(), NOW), span, 730, 40).map((each) => each.from)).toEqual(["action/one"]);
});

test("two hundred lanes with four steps each are laid out in a fraction of a frame", () => {
  const lanes = Array.from({ length: 200 }, (_, at) =>
    lane(`i-${at}`, "2026-01-01", "2026-12-01", { after: at ? [`i-${at - 1}`] : [], steps: ["a", "b", "c", "d"].map((id, n) => step(id, `2026-0${n + 2}-01`, { after: n ? ["abcd"[n - 1]!] : [] })) }),
  );
  const opened = new Set(lanes.map((each) => each.key));
  const span = spanOf(lanes, [], NOW);
  const started = performance.now();
  const rows = rowsOf(lanes, [], ["wg-1"], opened, NOW);
  expect(arrowsOf(rows, span, 1000, 40)).toHaveLength(199 + 600);
  expect(rows).toHaveLength(1001);
  expect(performance.now() - started).toBeLessThan(200);
});

test("a picture is as wide as its window, or wider where each month is given room", () => {
  const span = { fromMs: day("2026-01-01"), toMs: monthAt(day("2026-01-01"), 24) };
  expect(widthOf(span, null, 700)).toBe(700);
  expect(widthOf(span, 60, 700)).toBeGreaterThan(1400);
  expect(widthOf(span, 10, 700)).toBe(700);
});
