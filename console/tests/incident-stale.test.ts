/** What is old says so, and what is studied long afterwards does not. */
import { expect, test } from "vitest";

import { groupsOf } from "../src/incident/files.ts";
import { points, percent, sides } from "../src/incident/figures.ts";
import { type Known, staleOf } from "../src/incident/stale.ts";
import { TABS, tabAfter } from "../src/incident/tabs.ts";

const HOUR_MS = 3_600_000;
const NOW = Date.parse("2026-11-22T03:00:00Z");
const fields = (lastMs: number): Known["forcing"] => [{ quantity: "wind", origin: "", firstMs: 0, lastMs }];
const fresh: Known = { driftIsOld: false, planIsOld: false, hasPlan: true, forcing: fields(NOW + 30 * HOUR_MS), untilMs: NOW + 24 * HOUR_MS, nowMs: NOW, isClosed: false };

test.each([
  ["all is fresh", {}, []],
  ["the document has changed", { driftIsOld: true }, ["drift"]],
  ["a search is newer than the plan", { planIsOld: true }, ["plan"]],
  ["there is no plan that could be old", { planIsOld: true, hasPlan: false }, []],
  ["the wind ends before the drift", { forcing: fields(NOW + HOUR_MS) }, ["forcing"]],
  ["the drift has ended", { untilMs: NOW - HOUR_MS }, ["run"]],
  ["both have ended", { untilMs: NOW - HOUR_MS, forcing: fields(NOW - 2 * HOUR_MS) }, ["forcing", "run"]],
  ["the case is of another year", { untilMs: NOW - 9000 * HOUR_MS, forcing: fields(0) }, []],
  ["the case is closed", { untilMs: NOW - HOUR_MS, isClosed: true }, []],
] as [string, Partial<Known>, string[]][])("%s", (_, change, said) => {
  expect(staleOf({ ...fresh, ...change })).toEqual(said);
});

test("a file stands with the tool that it is for, once", () => {
  const files = ["plan.json", "legs.gpx", "legs-rtz.zip", "plan-tak.zip", "plan.kml", "areas.geojson", "probability.tif", "particles.nc", "brief.pdf", "legs.csv", "legs.txt", "map.png", "what.xyz"];
  const groups = groupsOf(files);
  expect(groups.flatMap((each) => each.files).sort()).toEqual(files.filter((each) => each !== "what.xyz").sort());
  expect(Object.fromEntries(groups.map((each) => [each.tool, each.files]))).toMatchObject({ plotter: ["legs.gpx"], ecdis: ["legs-rtz.zip"], tak: ["plan-tak.zip"], map: ["areas.geojson", "probability.tif"] });
});

test("shares and changes are written so that none and little differ", () => {
  expect([percent(0.4548), percent(0), percent(0.0001), percent(NaN)]).toEqual(["45.5 %", "0.0 %", "< 0.1 %", "—"]);
  expect([points(0.0132), points(-0.0041), points(0.0002), points(NaN)]).toEqual(["+1.3", "−0.4", "±0.0", "—"]);
  expect(sides(49_218.2, 17_109.2)).toBe("26.6 × 9.24 NM");
});

test("arrows go along the row of tabs as it is read", () => {
  expect([tabAfter(TABS, "situation", "ArrowRight", false), tabAfter(TABS, "situation", "ArrowRight", true), tabAfter(TABS, "files", "ArrowRight", false)]).toEqual(["plan", "files", "situation"]);
  expect([tabAfter(TABS, "units", "Home", false), tabAfter(TABS, "units", "End", false), tabAfter(TABS, "units", "x", false)]).toEqual(["situation", "files", null]);
});
