/** The form of units and conditions: what it makes of what was typed, and what it finds wrong. */
import { expect, test } from "vitest";

import { conditionsOf, conditionsSection, faultsOfConditions, faultsOfUnit, newUnit, PLATFORMS, unitSection, unitsOf, withPlatform, usualOnScene } from "../src/incident/units.ts";

const AT = "2026-11-22T03:00:00Z";
const based = (platform: (typeof PLATFORMS)[number]) => ({ ...newUnit(platform, AT, []), base: "36.75 5.10" });

test("a new unit of each platform needs only its base, and is a unit of the case format", () => {
  for (const platform of PLATFORMS) {
    expect(faultsOfUnit(newUnit(platform, AT, []), [])).toEqual(["base"]);
    expect(faultsOfUnit(based(platform), [])).toEqual([]);
  }
  expect(unitSection([based("helicopter"), based("boat")])).toEqual([
    { id: "helicopter", platform: "helicopter", altitude_ft: 500, speed_kt: 90, on_scene: AT, endurance_s: 5400, base: { lat: 36.75, lon: 5.1 } },
    { id: "boat", platform: "boat", speed_kt: 15, on_scene: AT, endurance_s: 14_400, base: { lat: 36.75, lon: 5.1 } },
  ]);
});

test("what the form does not show of a unit stays with it", () => {
  const unit = { id: "a", platform: "boat", speed_kt: 12, on_scene: AT, endurance_s: 3600, base: { lat: 36.75, lon: 5.1 }, patterns: ["SS"], tired: true, sorties: 2, source: "EXAMPLE: the ferry" };
  expect(unitSection(unitsOf({ unit: [unit] }))).toEqual([unit]);
  expect([unitsOf({}), unitsOf(null)]).toEqual([[], []]);
});

test("another platform brings its own height and speed, and leaves what was written", () => {
  const written = { ...based("helicopter"), speedKt: 70 };
  expect(withPlatform(written, "fixed_wing")).toMatchObject({ altitudeFt: 1000, speedKt: 70, enduranceH: 3 });
  expect(withPlatform(written, "boat").altitudeFt).toBe(null);
  expect(withPlatform(withPlatform(written, "boat"), "helicopter").altitudeFt).toBe(500);
});

test("names are unique, and every fault is found", () => {
  const [one, other] = [based("boat"), based("boat")];
  expect(faultsOfUnit(one, [one, other])).toEqual(["id"]);
  expect(newUnit("boat", AT, [one]).id).toBe("boat-2");
  const wrong = { ...based("helicopter"), id: " ", altitudeFt: null, speedKt: 0, enduranceH: 0, onScene: "soon", base: "sea", sorties: 1.5 };
  expect(faultsOfUnit(wrong, [])).toEqual(["id", "altitudeFt", "speedKt", "enduranceH", "onScene", "base", "sorties"]);
});

test("conditions need visibility, wind and sea, and the water only where somebody knows it", () => {
  expect(faultsOfConditions(conditionsOf({}))).toEqual(["visibilityNm", "windKt", "seaM"]);
  const met = { visibility_nm: 5, wind_kt: 18, sea_m: 1 };
  expect(conditionsSection(conditionsOf({ conditions: met }))).toEqual(met);
  expect(conditionsSection(conditionsOf({ conditions: { ...met, water_c: 24, source: "EXAMPLE: buoy" } }))).toEqual({ ...met, water_c: 24, source: "EXAMPLE: buoy" });
  expect(faultsOfConditions({ ...conditionsOf({ conditions: met }), waterC: 90 })).toEqual(["waterC"]);
  expect(faultsOfConditions({ ...conditionsOf({ conditions: met }), visibilityNm: 0 })).toEqual(["visibilityNm"]);
  expect(faultsOfConditions({ ...conditionsOf({ conditions: met }), visibilityNm: 0.2 })).toEqual([]);
});

test("a new unit is on scene soon, or soon after the first time of a case that is over", () => {
  const now = Date.UTC(2026, 10, 22, 15, 3);
  const document = (until: string) => ({ scenario: [{ time: ["2008-08-06T09:51:00Z", "2008-08-06T11:00:00Z"] }], run: { until } });
  expect(usualOnScene(document("2026-11-23T00:00:00Z"), now)).toBe(Date.UTC(2026, 10, 22, 17));
  expect(usualOnScene(document("2008-08-07T10:50:00Z"), now)).toBe(Date.UTC(2008, 7, 6, 11));
  expect(usualOnScene(null, now)).toBe(Date.UTC(2026, 10, 22, 17));
});
