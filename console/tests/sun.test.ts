/**
 * The light over a desk, against an independent algorithm: NREL's Solar Position Algorithm (Reda and Andreas 2004, good
 * to 0.0003°), as pvlib 0.16.1 computes it, without refraction; and against the printed examples of two authorities.
 */
import { describe, expect, test } from "vitest";

import { CIVIL_TWILIGHT_DEG, lightBySun, sunElevation, SUNSET_DEG } from "../src/sun.ts";

const GOOD_TO_DEG = 0.02;
const ALGIERS = { lat: 36.75, lon: 3.06 };
const NORFOLK = { lat: 36.95, lon: -76.33 };

test("the sun stands where the worked example of NREL's algorithm puts it", () => {
  // Reda and Andreas 2004, table A5.1: e0 = 39.872046° at 39.742476 N 105.1786 W.
  const at = { lat: 39.742476, lon: -105.1786 };
  expect(Math.abs(sunElevation(Date.parse("2003-10-17T19:30:30Z"), at) - 39.872046)).toBeLessThan(GOOD_TO_DEG);
});

test("over the pole the sun stands as high as its declination in Meeus' example", () => {
  // Meeus, Astronomical Algorithms, example 25.b: −7°47′01.74″ on 1992-10-13, 0 h dynamical time (59 s before UTC).
  const declination = -(7 + 47 / 60 + 1.74 / 3600);
  expect(Math.abs(sunElevation(Date.parse("1992-10-12T23:59:01Z"), { lat: 90, lon: 0 }) - declination)).toBeLessThan(GOOD_TO_DEG);
});

test.each([
  ["2026-11-22T06:00Z", 36.75, 3.06, -6.907],
  ["2026-11-22T16:35Z", 36.75, 3.06, -0.902],
  ["2026-06-21T12:00Z", 36.75, 3.06, 76.5],
  ["2026-12-21T17:00Z", 38.28, 5.55, -7.694],
  ["2026-03-20T18:10Z", 25.0, -170.0, 9.673],
  ["2026-07-04T03:00Z", 38.89, -77.04, -20.882],
  ["2026-01-15T00:00Z", -33.86, 151.21, 59.798],
  ["2026-09-23T05:00Z", 78.22, 15.65, 0.436],
  ["2040-02-29T10:20Z", 0.0, 179.9, -60.87],
])("at %s over %d, %d", (instant, lat, lon, elevation) => {
  expect(Math.abs(sunElevation(Date.parse(instant), { lat, lon }) - elevation)).toBeLessThan(GOOD_TO_DEG);
});

/** The second at which the light of a place turns from one kind to another, within some hours. */
function turning(at: { lat: number; lon: number }, from: string, hours: number): [string, string, number] {
  let [before, after] = [Date.parse(from), Date.parse(from) + hours * 3_600_000];
  const light = (ms: number) => lightBySun(sunElevation(ms, at));
  const [first, last] = [light(before), light(after)];
  while (after - before > 1000) {
    const middle = (before + after) / 2;
    if (light(middle) === first) before = middle;
    else after = middle;
  }
  return [first, last, after];
}

describe("the screen changes with the sun of its desk, within ten seconds", () => {
  test.each([
    ["Algiers, sunset", ALGIERS, "2026-11-22T16:10Z", "day", "dusk", "2026-11-22T16:34:37Z"],
    ["Algiers, end of civil twilight", ALGIERS, "2026-11-22T16:40Z", "dusk", "night", "2026-11-22T17:02:36Z"],
    ["Algiers, first light", ALGIERS, "2026-11-22T05:45Z", "night", "dusk", "2026-11-22T06:04:50Z"],
    ["Algiers, sunrise in June", ALGIERS, "2026-06-21T04:10Z", "dusk", "day", "2026-06-21T04:29:10Z"],
    ["Norfolk, sunset", NORFOLK, "2026-11-22T21:30Z", "day", "dusk", "2026-11-22T21:51:37Z"],
    ["Norfolk, end of civil twilight in June", NORFOLK, "2026-06-22T00:35Z", "dusk", "night", "2026-06-22T00:59:01Z"],
  ])("%s", (_, at, from, first, last, instant) => {
    const [before, after, found] = turning(at, from, 0.6);
    expect([before, after]).toEqual([first, last]);
    expect(Math.abs(found - Date.parse(instant))).toBeLessThan(10_000);
  });
});

test("the thresholds are those of the Naval Observatory", () => {
  expect(SUNSET_DEG).toBeCloseTo(-0.833, 3);
  expect([SUNSET_DEG + 0.01, SUNSET_DEG, CIVIL_TWILIGHT_DEG + 0.01, CIVIL_TWILIGHT_DEG].map(lightBySun)).toEqual(["day", "dusk", "dusk", "night"]);
});
