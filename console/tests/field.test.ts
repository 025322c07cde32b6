/** The cloud as a field: all probability is in it, and a change shows on the side where it happened. */
import { expect, test } from "vitest";

import { CHANGES, changeCells, CLASSES, fieldOf, gridOf, rampCells } from "../src/map/field.ts";

/** Points in two heaps, 5° and 6° east on 38° north, spread by a fixed rule. */
const cloud = (() => {
  const count = 2000;
  const lonLat = new Float32Array(2 * count);
  for (let at = 0; at < count; at += 1) {
    const spread = 0.1 * (((at * 7919) % 1000) / 1000 - 0.5);
    lonLat[2 * at] = (at % 2 ? 6 : 5) + spread;
    lonLat[2 * at + 1] = 38 + 0.1 * (((at * 104_729) % 1000) / 1000 - 0.5);
  }
  return { lonLat, status: new Uint8Array(count) };
})();

test("the field holds all probability, whatever the weights are", () => {
  const weights = Float32Array.from(cloud.status, (_, at) => 1 + (at % 5));
  for (const field of [fieldOf(cloud)!, fieldOf(cloud, weights)!]) expect(field.share.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
});

test("classes reach from the first to the last, and the emptiest cells are not drawn", () => {
  const levels = rampCells(fieldOf(cloud)!).features.map((each) => each.properties!["level"] as number);
  expect([Math.min(...levels), Math.max(...levels)]).toEqual([1, CLASSES]);
  expect(levels.length).toBeLessThan(gridOf(cloud)!.share.length);
});

test("what was searched in vain becomes less likely, and the rest likelier", () => {
  const weights = Float32Array.from(cloud.status, (_, at) => (at % 2 ? 1 : 0.2)); // the western heap was searched
  const grid = gridOf(cloud)!;
  const cells = changeCells(fieldOf(cloud, null, grid)!, fieldOf(cloud, weights, grid)!).features;
  const side = (east: boolean): number[] => cells.filter((each) => (each.geometry as { coordinates: number[][][] }).coordinates[0]![0]![0]! > 5.5 === east).map((each) => each.properties!["level"] as number);
  expect(side(false).every((level) => level < 0)).toBe(true);
  expect(side(true).every((level) => level > 0)).toBe(true);
  expect(Math.min(...side(false))).toBe(-CHANGES);
});

test("where nothing changed nothing is drawn, and a cloud of no point is no field", () => {
  const field = fieldOf(cloud)!;
  expect(changeCells(field, field).features).toEqual([]);
  expect(fieldOf({ lonLat: new Float32Array(0), status: new Uint8Array(0) })).toBe(null);
  expect(fieldOf(cloud, new Float32Array(3))).toBe(null);
});
