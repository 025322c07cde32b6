/** A search area under the officer's hand: on the sphere, and never other than what the hand did. */
import { describe, expect, test } from "vitest";

import { type Area, cornersOf, destination, edgeOf, EDGES, frameOf, holds, inverse, isSame, LEAST_SIDE_M, movedBy, movedTo, placeOf, stretchedBy, stretchedTo, turnedBy, turnedTo } from "../src/incident/area.ts";

/** A boat's area of a plan that the command made, and its corners, which PROJ computed on WGS 84. */
const AREA: Area = { lon_deg: 5.411697, lat_deg: 38.294066, length_m: 49_218.2, width_m: 17_109.2, bearing_deg: 12.08 };
const CORNERS = [[5.566636, 38.494614], [5.374848, 38.526976], [5.25761, 38.093308], [5.448312, 38.061135]] as const;

const apartM = (one: readonly [number, number], other: readonly [number, number]): number => inverse(one, other).rangeM;

test("the corners are the plan's own, in its order, within half a percent of a side", () => {
  cornersOf(AREA).forEach((corner, at) => expect(apartM(corner as [number, number], CORNERS[at]!)).toBeLessThan(0.005 * AREA.length_m));
});

test("bearing and distance undo destination, near and far, at the pole and across the antimeridian", () => {
  for (const from of [[5, 38], [179.9, -20], [-179.9, 60], [0, 84]] as const)
    for (const bearing of [1, 37, 90, 181, 300]) {
      const { bearingDeg, rangeM } = inverse(from, destination(from, bearing, 40_000));
      expect(rangeM).toBeCloseTo(40_000, 3);
      expect(bearingDeg).toBeCloseTo(bearing, 6);
    }
});

test("a place of the frame is found in the frame again", () => {
  const place = placeOf(AREA, { alongM: 3000, acrossM: -7000 });
  expect(frameOf(AREA, place).alongM).toBeCloseTo(3000, 3);
  expect(frameOf(AREA, place).acrossM).toBeCloseTo(-7000, 3);
});

test("the area holds its centre and what lies just inside its edges, and nothing beyond them", () => {
  expect(holds(AREA, [AREA.lon_deg, AREA.lat_deg])).toBe(true);
  for (const edge of EDGES) {
    expect(holds(AREA, edgeOf(AREA, edge, -20))).toBe(true);
    expect(holds(AREA, edgeOf(AREA, edge, 20))).toBe(false);
  }
});

describe("the hand", () => {
  test("moves the centre and nothing else", () => {
    const moved = movedBy(AREA, 1000, -2000);
    expect(apartM([moved.lon_deg, moved.lat_deg], [AREA.lon_deg, AREA.lat_deg])).toBeCloseTo(Math.hypot(1000, 2000), 3);
    expect({ ...moved, lon_deg: 0, lat_deg: 0 }).toEqual({ ...AREA, lon_deg: 0, lat_deg: 0 });
    expect(movedBy(AREA, 0, 0)).toBe(AREA);
    expect(movedTo(AREA, [6, 39])).toEqual({ ...AREA, lon_deg: 6, lat_deg: 39 });
  });

  test("turns about the centre, round and round", () => {
    expect(turnedBy(AREA, -20).bearing_deg).toBeCloseTo(352.08, 9);
    expect(isSame(turnedBy(turnedBy(AREA, 300), 60), AREA)).toBe(true);
    expect(turnedTo(AREA, placeOf(AREA, { alongM: 0, acrossM: 5000 })).bearing_deg).toBeCloseTo(102.08, 6);
  });

  test.each(EDGES)("draws the edge %s out and leaves the opposite one where it was", (edge) => {
    const opposite = EDGES[(EDGES.indexOf(edge) + 2) % 4]!;
    const drawn = stretchedTo(AREA, edge, edgeOf(AREA, edge, 4000));
    const side = edge === "ahead" || edge === "astern" ? "length_m" : "width_m";
    expect(drawn[side]).toBeCloseTo(AREA[side] + 4000, 0);
    // On the sphere a straight edge is not quite where a shorter one was: metres in tens of kilometres.
    expect(apartM(edgeOf(drawn, opposite), edgeOf(AREA, opposite))).toBeLessThan(30);
  });

  test("cannot push an edge through the opposite one, nor make a side that nobody can fly", () => {
    expect(stretchedTo(AREA, "ahead", edgeOf(AREA, "astern", 9000)).length_m).toBe(LEAST_SIDE_M);
    expect(stretchedBy(AREA, -1e6, -1e6)).toMatchObject({ length_m: LEAST_SIDE_M, width_m: LEAST_SIDE_M });
    expect(stretchedBy(AREA, 1000, 500)).toMatchObject({ length_m: 50_218.2, width_m: 17_609.2 });
  });
});

test("what the plan rounded is the same area, what the hand did is not", () => {
  expect(isSame(AREA, { ...AREA, lon_deg: AREA.lon_deg + 5e-7, bearing_deg: 12.084 })).toBe(true);
  expect(isSame({ ...AREA, bearing_deg: 359.999 }, { ...AREA, bearing_deg: 0 })).toBe(true);
  for (const other of [movedBy(AREA, 50, 0), turnedBy(AREA, 0.1), stretchedBy(AREA, 10, 0), stretchedBy(AREA, 0, 10)]) expect(isSame(AREA, other)).toBe(false);
});
