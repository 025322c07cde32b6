import { expect, test } from "vitest";

import { readCloud } from "../src/map/cloud.ts";
import { interleave, mercator } from "../src/map/points.ts";
import { boxOf, graticule, recordAreas, surfaceKm2 } from "../src/map/shapes.ts";
import { sunElevation } from "../src/sun.ts";

test("a square degree at the equator has 12 364 km² on the sphere, and a hole takes its own away", () => {
  const square = (a: number, b: number): number[][] => [[a, a], [b, a], [b, b], [a, b], [a, a]];
  expect(surfaceKm2([square(0, 1)])).toBeCloseTo(12_363.7, 0); // R² · π/180 · sin 1°
  expect(surfaceKm2([square(0, 1), square(0.25, 0.75).reverse()])).toBeCloseTo(12_363.7 * 0.75, -2);
});

test("a released record gives closed rings in degrees", () => {
  const found = recordAreas({ containment_50: [[[[5_000_000, 38_000_000], [5_100_000, 38_000_000], [5_100_000, 38_100_000]]]] });
  expect(found.features[0]?.geometry).toMatchObject({ coordinates: [[[[5, 38], [5.1, 38], [5.1, 38.1], [5, 38]]]] });
  expect(boxOf(found)).toEqual([5, 38, 5.1, 38.1]);
});

test("meridians and parallels stand on whole steps and bear their names", () => {
  const names = graticule([4.2, 37.1, 6.3, 38.6], 8).features.map((each) => each.properties?.["name"] as string);
  expect(names).toEqual(["4°30′E", "5°E", "5°30′E", "6°E", "37°30′N", "38°N", "38°30′N"]);
});

test("a cloud is read in the node's binary form, and a broken one is not", () => {
  const data = new ArrayBuffer(18);
  const view = new DataView(data);
  [5.55, 38.28, -1, -2].forEach((value, at) => view.setFloat32(4 * at, value, true));
  view.setUint8(17, 1);
  const cloud = readCloud(data)!;
  expect([...cloud.lonLat].map((each) => Math.round(each * 100) / 100)).toEqual([5.55, 38.28, -1, -2]);
  expect([...cloud.status]).toEqual([0, 1]);
  expect(readCloud(new ArrayBuffer(17))).toBeNull();
  const { data: floats, anchor } = interleave(cloud, cloud);
  expect(anchor).toEqual(mercator(cloud.lonLat[0]!, cloud.lonLat[1]!));
  expect([...floats.slice(0, 4)]).toEqual([0, 0, 0, 0]);
  expect(floats.length).toBe(10);
});

test("Mercator puts the origin in the middle of the world", () => expect(mercator(0, 0).map((each) => each.toFixed(9))).toEqual(["0.500000000", "0.500000000"]));

test("the sun stands over the tropic at noon of the solstice and below the horizon at night", () => {
  expect(sunElevation(Date.UTC(2026, 5, 21, 12, 2), { lat: 23.44, lon: 0 })).toBeGreaterThan(89);
  expect(sunElevation(Date.UTC(2026, 10, 22, 3), { lat: 36.75, lon: 3.06 })).toBeLessThan(-30);
  // Almanac: sunset at Algiers on 22 November 2026 is near 16:32 UTC, when the upper limb touches (−0.83°).
  expect(Math.abs(sunElevation(Date.UTC(2026, 10, 22, 16, 32), { lat: 36.75, lon: 3.06 }) + 0.83)).toBeLessThan(1);
});
