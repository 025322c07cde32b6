import { describe, expect, test } from "vitest";

import { readPosition } from "../src/coordinates.ts";
import { position } from "../src/formats.ts";

const BEJAIA = { lat: 38.28, lon: 5.55 };

describe("one place, typed in many ways", () => {
  for (const [typed, form] of [
    ["38.28, 5.55", "decimal"],
    ["38.28 5.55", "decimal"],
    ["38,28 5,55", "decimal"],
    ["38,28; 5,55", "decimal"],
    ["N38.28 E5.55", "decimal"],
    ["38.28°N 5.55°E", "decimal"],
    ["38°16.8′N 005°33.0′E", "dm"],
    ["38 16.8 N 005 33.0 E", "dm"],
    ["38-16.8N 005-33.0E", "dm"],
    ["3816.8N 00533.0E", "dm"],
    ["38°16,8'N, 005°33,0'E", "dm"],
    ["005°33.0′E 38°16.8′N", "dm"],
    ["38 16.8 5 33.0", "dm"],
    ["38°16′48″N 5°33′00″E", "dms"],
    ["38 16 48 N 5 33 00 E", "dms"],
    ["38°16'48\"N 5°33'00\"E", "dms"],
    ["٣٨°١٦٫٨′ش ٥°٣٣′ق", "dm"],
    ["\u200f38°16.8′N 005°33.0′E\u200f", "dm"],
  ] as const) {
    test(typed, () => {
      const reading = readPosition(typed);
      if (!reading.ok) throw new Error(reading.fault);
      expect(reading.position.lat).toBeCloseTo(BEJAIA.lat, 9);
      expect(reading.position.lon).toBeCloseTo(BEJAIA.lon, 9);
      expect(reading.form).toBe(form);
    });
  }
});

test("south and west are negative, with letters or with signs", () => {
  expect(readPosition("33°51.0′S 151°12.5′W")).toMatchObject({ position: { lat: -33.85 } });
  expect(readPosition("-33.85, -151.2")).toMatchObject({ position: { lat: -33.85, lon: -151.2 } });
  expect(readPosition("36 48 N 003 02 O")).toMatchObject({ ok: true, position: { lat: 36.8 } });
});

describe("what could mean two things is refused", () => {
  for (const [typed, fault] of [
    ["", "empty"],
    ["off Béjaïa", "unreadable"],
    ["38.28", "one"],
    ["38.28 N", "one"],
    ["38.28 N 5.55", "one"],
    ["38 N 39 N", "letters"],
    ["91 N 5 E", "latitude"],
    ["38 N 181 E", "longitude"],
    ["38 61.0 N 5 0 E", "minutes"],
    ["38.5 10 N 5 0 E", "minutes"],
    ["38 10.5 61 N 5 0 E", "seconds"],
    ["-38 N 5 E", "sign"],
  ] as const) {
    test(`${typed || "nothing"}: ${fault}`, () => expect(readPosition(typed)).toEqual({ ok: false, fault }));
  }
});

test("what is written is read back, in each form and quadrant", () => {
  for (const form of ["decimal", "dm", "dms"] as const)
    for (const at of [BEJAIA, { lat: -0.5, lon: -179.99999 }, { lat: 59.99999, lon: 9.99999 }]) {
      const reading = readPosition(position(at, form));
      if (!reading.ok) throw new Error(`${position(at, form)}: ${reading.fault}`);
      expect(Math.abs(reading.position.lat - at.lat)).toBeLessThan(1e-4);
      expect(Math.abs(reading.position.lon - at.lon)).toBeLessThan(1e-4);
    }
});
