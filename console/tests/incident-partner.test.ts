/** The partner's plans on the map: areas as they came, ways put together from their points. */
import { expect, test } from "vitest";

import { partnerFeatures, waysNamed } from "../src/incident/partner.ts";

const CORNERS: [number, number][] = [[5, 37], [6, 37], [6, 38], [5, 38]];
const sortie = (unit: string, points: number) => ({
  unit, points, sortie: 1, platform: "boat", pattern: "PS", altitude_m: null, speed_m_s: 5, track_spacing_m: 900, pod: 0.5, pos: 0.1, begins_ms: 1, ends_ms: 2, area_ms: 1, corners: CORNERS,
});
const plan = (key: string, ...points: number[]) => ({ key, party: "US", sorties: points.map((each, at) => sortie(`unit-${at}`, each)) });
const at = (of: string, number: number, lon: number) => ({ plan: of, sortie: number, lon_deg: lon, lat_deg: 37 });

test("each way is drawn for its own sortie, and a sortie without a way by its area alone", () => {
  const plans = [plan("1.a.2.0", 2, 0)];
  const { areas, legs } = partnerFeatures(plans, [at("1.a.2.0", 0, 5.1), at("1.a.2.0", 0, 5.4), at("9.a.9.0", 0, 1)]);
  expect(areas.map((each) => each.properties!["name"])).toEqual(["US · unit-0", "US · unit-1"]);
  expect(legs.filter((each) => each.properties!["part"] === "search").map((each) => each.geometry)).toEqual([{ type: "LineString", coordinates: [[5.1, 37], [5.4, 37]] }]);
});

test("ways are asked for anew only where another plan has some", () => {
  expect(waysNamed([plan("a", 0), plan("b", 0, 3)])).toBe("b");
  expect(waysNamed([plan("a", 0)])).toBe("");
});
