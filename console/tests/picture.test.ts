/** The live picture against frames built by hand, and the shader's reckoning against ways on the WGS 84 ellipsoid. */
import { expect, test } from "vitest";

import { readCells, readFrame, readParts, readUpdate, ROW } from "../src/map/frames.ts";
import { worlds } from "../src/map/gl.ts";
import { boxes } from "../src/map/moving.ts";
import { mercatorSpeed, Reckoning } from "../src/map/reckoning.ts";
import { boxToAsk, cellToAsk } from "../src/map/sight.ts";

const T = 1_218_024_000_000;
type Row = [id: number, lon: number, lat: number, sog: number, cog: number];

function frame(rows: Row[], { kind = 1, atMs = T, points = rows.length } = {}): ArrayBuffer {
  const data = new ArrayBuffer(ROW * (rows.length + 1));
  const view = new DataView(data);
  view.setUint16(0, kind, true);
  view.setUint16(2, 7, true);
  view.setUint32(4, points, true);
  view.setBigInt64(8, BigInt(atMs), true);
  rows.forEach(([id, lon, lat, sog, cog], at) => {
    const from = ROW * (at + 1);
    view.setUint32(from, id, true);
    view.setInt32(from + 4, lon, true);
    view.setInt32(from + 8, lat, true);
    view.setUint16(from + 12, sog, true);
    view.setUint16(from + 14, cog, true);
  });
  return data;
}

const part = (count: number) => [{ source: "ships", subject: "", first: 0, count }];

test("a frame is read in the node's binary form, byte by byte", () => {
  // struct.pack("<HHIqIiiHH", 1, 7, 1, 1218024000000, 3, 550500, 3700000, 5, 900) of Python.
  const bytes = [1, 0, 7, 0, 1, 0, 0, 0, 0, 74, 227, 151, 27, 1, 0, 0, 3, 0, 0, 0, 100, 102, 8, 0, 32, 117, 56, 0, 5, 0, 132, 3];
  const read = readFrame(new Uint8Array(bytes).buffer)!;
  expect(read).toMatchObject({ kind: "points", generation: 7, points: 1, atMs: T });
  expect(readUpdate(read.rows, 0)).toEqual({ id: 3, gone: false, lon: 5.505, lat: 37, sogMS: (0.5 * 1852) / 3600, cogDeg: 90 });
});

test("a broken frame, one of an unknown kind and a message that is none are not taken", () => {
  expect(readFrame(new ArrayBuffer(0))).toBeNull();
  expect(readFrame(new ArrayBuffer(17))).toBeNull();
  expect(readFrame(frame([], { kind: 9 }))).toBeNull();
  expect(readParts("{")).toBeNull();
  expect(readParts("{}")).toBeNull();
  expect(readParts('{"schema":"comity/picture/1","generation":1,"parts":[]}')).toEqual({ schema: "comity/picture/1", generation: 1, parts: [] });
});

test("cells are read in degrees; one of no width says that there is none", () => {
  const data = frame([[0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], { kind: 2 });
  const view = new DataView(data);
  [-250_000, 36_000_000, 12, 250_000].forEach((value, at) => view.setInt32(ROW + 4 * at, value, true));
  expect(readCells(readFrame(data)!.rows)).toEqual([{ west: -0.25, south: 36, points: 12, width: 0.25 }]);
});

test("the newest update wins, an id that is gone is nowhere, one that was never told neither", () => {
  const points = new Reckoning(part(3));
  points.take(readFrame(frame([[0, 500_000, 3_700_000, 0, 0], [1, 510_000, 3_700_000, 0, 0]]))!);
  points.take(readFrame(frame([[0, 520_000, 3_700_000, 0, 0], [1, 0, 0, 65_535, 0], [99, 1, 1, 1, 1]]))!);
  const [lon, lat] = points.at(0, T)!;
  expect(lon).toBeCloseTo(5.2, 5);
  expect(lat).toBeCloseTo(37, 5);
  expect([points.at(1, T), points.at(2, T), points.shown]).toEqual([null, null, 1]);
});

test("only the rows that changed go to the buffer", () => {
  const points = new Reckoning(part(100));
  points.dirty = [0, 0];
  points.take(readFrame(frame([[41, 1, 1, 1, 1], [40, 1, 1, 1, 1], [44, 1, 1, 1, 1]]))!);
  expect(points.dirty).toEqual([40, 45]);
});

/**
 * Twenty knots for six minutes, and for an hour, from 5° E: where pyproj 3.7 `Geod(ellps="WGS84").fwd` goes (Karney).
 * Six minutes are exact to metres. An hour shows what straight lines in Mercator cost, tan φ · d² / 2R: 84 m at 38° N, 186 m
 * at 60° N; the node tells a point again long before, when it is 20 m off.
 */
const WAYS: [lat: number, cog: number, seconds: number, toLon: number, toLat: number, withinM: number][] = [
  [0, 45, 360, 5.023528, 0.023687, 2.5],
  [38, 90, 360, 5.042171, 37.999992, 5],
  [60, 10, 360, 5.011538, 60.032740, 5],
  [-54, 225, 360, 4.960037, -54.023524, 5],
  [38, 0, 3600, 5.000000, 38.333695, 90],
  [38, 90, 3600, 5.421709, 37.999244, 100],
  [60, 90, 3600, 5.663777, 59.998332, 200],
];

test.each(WAYS)("from %d° on course %d the shader is after %d s where the geodesic is", (lat, cog, seconds, toLon, toLat, withinM) => {
  const points = new Reckoning(part(1));
  points.take(readFrame(frame([[0, 500_000, lat * 1e5, 200, cog * 10]]))!);
  const [lon, north] = points.at(0, T + seconds * 1000)!;
  const eastM = (lon - toLon) * 111_320 * Math.cos((toLat * Math.PI) / 180);
  expect(Math.hypot(eastM, (north - toLat) * 111_000)).toBeLessThan(withinM);
});

test("nothing is reckoned more than an hour ahead, nor a standing point at all", () => {
  const points = new Reckoning(part(2));
  points.take(readFrame(frame([[0, 500_000, 3_700_000, 200, 900], [1, 500_000, 3_700_000, 0, 900]]))!);
  expect(points.at(0, T + 7_200_000)).toEqual(points.at(0, T + 3_600_000));
  expect(points.at(1, T + 3_600_000)![0]).toBeCloseTo(5, 5);
});

test("a jump of the conductor by eighteen years keeps the points where they are told to be", () => {
  const points = new Reckoning(part(2));
  points.take(readFrame(frame([[0, 500_000, 3_700_000, 200, 900]]))!);
  const later = T + 18 * 365.25 * 86_400_000;
  points.take(readFrame(frame([[1, 500_000, 3_700_000, 200, 900]], { atMs: later }))!);
  expect(points.at(1, later + 360_000)![0]).toBeCloseTo(5.0416, 3);
});

test("a speed of 1 m/s north at 38° is 1 / 110 996 of a degree a second", () => {
  // pyproj 3.7, Geod("WGS84"): one degree of latitude about 38° N has 110,995 m.
  const [x, y] = mercatorSpeed(38, 1, 0);
  expect(x).toBeCloseTo(0, 12);
  expect(-y * 360 * Math.cos((38 * Math.PI) / 180) * 110_996).toBeCloseTo(1, 4);
});

test("the box across the antimeridian has its west east of its east, and a view of the whole earth none", () => {
  const [west, , east] = boxToAsk([175, -10, 185, 10])!;
  expect([west, east]).toEqual([173.5, -173.5]);
  expect(boxToAsk([-190, -10, 190, 10])).toBeNull();
  expect(boxToAsk([0, 80, 10, 89])![3]).toBe(90);
});

test("density below zoom 6, its cells twice as wide with each zoom outwards; points above", () => {
  expect([6, 5.9, 4.2, 3, 2].map(cellToAsk)).toEqual([null, 250_000, 500_000, 1_000_000, 2_000_000]);
});

test("beside the antimeridian two copies of the world are drawn", () => {
  expect(worlds(-10, 20)).toEqual([0]);
  expect(worlds(175, 185)).toEqual([0, 1]);
  expect(worlds(-185, -175)).toEqual([-1, 0]);
});

test("cells become boxes of the map, the fullest with the strongest ink", () => {
  const [left, above, right, below, share] = boxes([{ west: 0, south: 0, points: 9, width: 90 }]);
  expect([left, right]).toEqual([0.5, 0.75]);
  expect(below).toBe(0.5);
  expect(above).toBeLessThan(0.05);
  expect(share).toBe(1);
});
