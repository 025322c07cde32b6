import { describe, expect, it } from "vitest";

import { PALETTES } from "../basemap/style.ts";
import { Fleet, groupOf, GROUPS, lookOf, SHAPES, shapeOf } from "../src/map/fleet.ts";
import { readFrame, readWho, type Who } from "../src/map/frames.ts";
import { SHIP_COLOURS } from "../src/map/inks.ts";
import { trackOf } from "../src/watch/track.ts";
import { contrast } from "./contrast.ts";

const SHIP: Who = { id: 3, mmsi: 605123456, shipType: 70, navStatus: 0, kind: 0, hasCourse: true, isOld: false, seenMs: 0 };

describe("ships of the picture", () => {
  it("reads who a point is, byte by byte as the node documents it", () => {
    const data = new DataView(new ArrayBuffer(32));
    data.setUint16(0, 3, true);
    data.setUint32(16, 3, true);
    data.setUint32(20, 605123456, true);
    [70, 5, 1, 2].forEach((byte, at) => data.setUint8(24 + at, byte));
    data.setUint32(28, 1_700_000_000, true);
    const frame = readFrame(data.buffer)!;
    expect(frame.kind).toBe("who");
    expect(readWho(frame.rows)).toEqual([{ id: 3, mmsi: 605123456, shipType: 70, navStatus: 5, kind: 1, hasCourse: true, isOld: true, seenMs: 1_700_000_000_000 }]);
  });

  it("puts the types of ITU-R M.1371 into groups that an eye tells apart", () => {
    const types = { 30: "fishing", 31: "service", 35: "service", 36: "leisure", 37: "leisure", 40: "passenger", 51: "service", 60: "passenger", 79: "cargo", 80: "tanker", 90: "other", 0: "other", 255: "other" };
    for (const [type, group] of Object.entries(types)) expect(groupOf(Number(type)), type).toBe(group);
  });

  it("points along a course only where a ship tells one and moves", () => {
    expect(shapeOf(SHIP)).toBe(SHAPES.arrow);
    expect(shapeOf({ ...SHIP, hasCourse: false })).toBe(SHAPES.round);
    expect(shapeOf({ ...SHIP, navStatus: 5 })).toBe(SHAPES.round);
    expect(shapeOf({ ...SHIP, kind: 5 })).toBe(SHAPES.distress);
  });

  it("never hides a device in distress", () => {
    const hidden = new Set(GROUPS);
    expect(lookOf(SHIP, hidden)).toBeLessThan(0);
    expect(lookOf({ ...SHIP, kind: 5 }, hidden)).toBeGreaterThan(0);
  });

  it("packs group, shape and age so that the shader takes them apart", () => {
    for (const isOld of [false, true]) for (const shipType of [0, 30, 36, 52, 60, 70, 80]) {
      const look = Math.trunc(lookOf({ ...SHIP, shipType, isOld }, new Set()));
      expect([look % 8, Math.trunc(look / 8) % 4, Math.trunc(look / 32) % 2]).toEqual([GROUPS.indexOf(groupOf(shipType)), SHAPES.arrow, isOld ? 1 : 0]);
    }
  });

  it("forgets the ship that had a number before, and ships beyond the room", () => {
    const fleet = new Fleet();
    fleet.clear(8);
    fleet.take([SHIP, { ...SHIP, id: 9 }]);
    fleet.take([{ ...SHIP, mmsi: 605000001 }]);
    expect([fleet.numberOf(605123456), fleet.numberOf(605000001), fleet.end]).toEqual([undefined, 3, 4]);
    fleet.hide(new Set(["cargo"]));
    expect(fleet.isHidden(3)).toBe(true);
  });

  it("has a colour for each group that stands out from the sea by 3 to 1", () => {
    for (const [mode, colours] of Object.entries(SHIP_COLOURS)) {
      expect(colours.length).toBe(GROUPS.length);
      for (const colour of colours) expect(contrast(colour, PALETTES[mode as keyof typeof PALETTES].sea), `${mode} ${colour}`).toBeGreaterThanOrEqual(3);
    }
  });
});

describe("the way of a ship", () => {
  it("is whole where it was heard and apart where it was silent", () => {
    const lines = trackOf({ t_ms: [0, 60_000, 7_200_000, 7_260_000], lat_deg: [36, 36.1, 37, 37.1], lon_deg: [3, 3.1, 4, 4.1] });
    expect(lines.map((each) => each.properties!["silent"])).toEqual([false, true, false]);
  });

  it("goes on beyond the antimeridian", () => {
    const [line] = trackOf({ t_ms: [0, 60_000, 120_000], lat_deg: [0, 0, 0], lon_deg: [179.9, -179.9, 179.95] });
    expect(line!.geometry).toEqual({ type: "LineString", coordinates: [[179.9, 0], [180.1, 0], [179.95, 0]] });
  });
});
