/** A plan as the console reads it: its sorties, how they are drawn, and their timetable. */
import type { Polygon } from "geojson";
import { expect, test } from "vitest";

import { areaFeatures, DASHES, legFeatures, nameOf, planOf, stylesOf } from "../src/incident/plan.ts";
import { timetableOf } from "../src/incident/timetable.ts";

const sortie = (unit: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  unit, sortie: 1, platform: "boat", pattern: "PS", area: { lon_deg: 5, lat_deg: 38, length_m: 20_000, width_m: 8_000, bearing_deg: 30 }, track_spacing_m: 2000,
  coverage: [0.5], poc: 0.4, pod: 0.3, pos: 0.12,
  leaves: "2008-08-07T02:30:00Z", begins: "2008-08-07T04:00:00Z", ends: "2008-08-07T06:00:00Z", returns: "2008-08-07T08:15:00Z",
  legs: {
    time: ["2008-08-07T02:30:00Z", "2008-08-07T04:00:00Z", "2008-08-07T05:00:00Z", "2008-08-07T06:00:00Z", "2008-08-07T08:15:00Z"],
    lon_deg: [5.1, 5, 5.1, 5, 5.1], lat_deg: [36.7, 38, 38, 38.1, 36.7], is_searching: [false, true, true, false, false],
  },
  ...more,
});
const document = (...units: unknown[]): Record<string, unknown> => ({ schema: "comity/plan/1", pos: 0.4, pos_bound: 0.5, manual_pos: 0.3, pos_so_far_with_plan: 0.6, survival: null, units });

test("a plan is read; what is no sortie is left out, and a plan of nothing is none", () => {
  const plan = planOf(document(sortie("a"), { unit: "b" }, "c", sortie("d", { legs: { time: ["never"] } })))!;
  expect(plan.sorties.map((each) => each.unit)).toEqual(["a"]);
  expect(plan).toMatchObject({ pos: 0.4, posBound: 0.5, manualPos: 0.3, posSoFar: 0.6, alive: false });
  expect([planOf(null), planOf({}), planOf(document())]).toEqual([null, null, null]);
});

test("a unit that goes out twice has one style and is told apart by its number", () => {
  const { sorties } = planOf(document(sortie("a"), sortie("b"), sortie("a", { sortie: 2 })))!;
  expect([...stylesOf(sorties)]).toEqual([["a", 0], ["b", 1]]);
  expect(sorties.map((each) => nameOf(each, sorties))).toEqual(["a 1", "b", "a 2"]);
  expect(new Set(DASHES.map(String)).size).toBe(DASHES.length);
});

test("its ways are out, search and home, with the commence-search point and an arrow along the first leg", () => {
  const { sorties } = planOf(document(sortie("a")))!;
  const parts = Object.fromEntries(legFeatures(sorties).features.map((each) => [each.properties!["part"] as string, each.geometry]));
  expect(parts["out"]).toMatchObject({ coordinates: [[5.1, 36.7], [5, 38]] });
  expect(parts["search"]).toMatchObject({ coordinates: [[5, 38], [5.1, 38], [5, 38.1]] });
  expect(parts["home"]).toMatchObject({ coordinates: [[5, 38.1], [5.1, 36.7]] });
  expect(parts["point"]).toMatchObject({ coordinates: [5, 38] });
  const [tip, one, other] = (parts["arrow"] as Polygon).coordinates[0]!;
  expect(tip![0]).toBeGreaterThan(Math.max(one![0]!, other![0]!)); // the leg runs east
});

test("its areas are closed rings that say whose they are", () => {
  const [area] = areaFeatures(planOf(document(sortie("a")))!.sorties, "partner").features;
  const [ring] = (area!.geometry as Polygon).coordinates;
  expect([ring!.length, ring![0]]).toEqual([5, ring![4]]);
  expect(area!.properties).toMatchObject({ whose: "partner", name: "a PS" });
});

test("the timetable begins and ends with whole hours, and every bar lies in it in the order of the search", () => {
  const { sorties } = planOf(document(sortie("late", { begins: "2008-08-07T05:00:00Z" }), sortie("early")))!;
  const made = timetableOf(sorties)!;
  expect([made.fromMs, made.untilMs].map((ms) => new Date(ms).toISOString())).toEqual(["2008-08-07T02:00:00.000Z", "2008-08-07T09:00:00.000Z"]);
  expect(made.bars.map((each) => each.sortie.unit)).toEqual(["early", "late"]);
  for (const bar of made.bars) expect([0, bar.leaves, bar.begins, bar.ends, bar.returns, 1]).toEqual([0, bar.leaves, bar.begins, bar.ends, bar.returns, 1].sort((a, b) => a - b));
  expect(made.marks.map((each) => new Date(each.ms).getUTCHours())).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect(timetableOf([])).toBe(null);
});

test("a timetable of days has marks that can be read", () => {
  const { sorties } = planOf(document(sortie("a", { returns: "2008-08-10T08:15:00Z" })))!;
  const made = timetableOf(sorties)!;
  expect(made.marks.length).toBeLessThanOrEqual(8);
  expect(made.marks.every((each) => each.at >= 0 && each.at <= 1)).toBe(true);
});
