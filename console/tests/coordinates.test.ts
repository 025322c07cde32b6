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
    ["٣٨°١٦٫٨′ شمالًا ٥°٣٣′ شرقًا", "dm"],
    ["٣٨°١٦٫٨′ شمالاً، ٥°٣٣٫٠′ شرقاً", "dm"],
    ["شمال ٣٨°١٦′٤٨″ شرق ٥°٣٣′٠٠″", "dms"],
    ["۳۸٫۲۸ شمال ۵٫۵۵ شرق", "decimal"],
    ["38°16,8′ nord 5°33′ est", "dm"],
    ["38,28 Nord, 5,55 Est", "decimal"],
    ["north 38 16.8 east 5 33", "dm"],
    ["38.28 south 5.55 west", "decimal"],
    ["\u200f38°16.8′N 005°33.0′E\u200f", "dm"],
  ] as const) {
    test(typed, () => {
      const reading = readPosition(typed);
      if (!reading.ok) throw new Error(reading.fault);
      const side = typed.includes("south") ? -1 : 1;
      expect(reading.position.lat).toBeCloseTo(side * BEJAIA.lat, 9);
      expect(reading.position.lon).toBeCloseTo(side * BEJAIA.lon, 9);
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
    ["38°60.0′N 005°00.0′E", "minutes"],
    ["٣٨°٦٠٫٠′ش ٥°٠٠′ق", "minutes"],
    ["38 10 60.0 N 5 0 0 E", "seconds"],
    ["38 nord 39 sud", "letters"],
    ["northern 38 east 5", "one"],
    ["90°00.01′N 5 0 E", "latitude"],
    ["38.5 10 N 5 0 E", "minutes"],
    ["38 10.5 61 N 5 0 E", "seconds"],
    ["-38 N 5 E", "sign"],
  ] as const) {
    test(`${typed || "nothing"}: ${fault}`, () => expect(readPosition(typed)).toEqual({ ok: false, fault }));
  }
});

const FORMS = ["decimal", "dm", "dms"] as const;
/** Half of the last digit of each form, degrees; a little more for the sums of doubles. */
const ROUNDING = { decimal: 5e-6, dm: 0.005 / 60, dms: 0.05 / 3600 } as const;
const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit))).replace(/\./g, "٫");

describe.each(FORMS)("what is written as %s is read back", (form) => {
  test("over the whole earth, to half of the last digit, in Western and in Arabic digits", () => {
    for (let lat = -90; lat <= 90; lat += 7.512_345_67)
      for (let lon = -180; lon <= 180; lon += 11.234_567_89)
        for (const typed of [position({ lat, lon }, form), arabic(position({ lat, lon }, form))]) {
          const reading = readPosition(typed);
          if (!reading.ok) throw new Error(`${typed}: ${reading.fault}`);
          expect(reading.form, typed).toBe(form);
          expect(Math.abs(reading.position.lat - lat), typed).toBeLessThan(ROUNDING[form] + 1e-9);
          expect(Math.abs(reading.position.lon - lon), typed).toBeLessThan(ROUNDING[form] + 1e-9);
          expect(position(reading.position, form)).toBe(position({ lat, lon }, form));
        }
  });
  test.each([
    { lat: 59.999_999, lon: 9.999_999 }, { lat: -0.5, lon: -179.999_99 }, { lat: 90, lon: 180 }, { lat: -90, lon: -180 },
    { lat: 0, lon: 0 }, { lat: -0.000_001, lon: 0.000_001 }, { lat: 36 + 59.995 / 60, lon: 2 + 59.999 / 60 },
  ])("at $lat, $lon, where rounding could write a sixtieth minute", (at) => {
    const written = position(at, form);
    if (form !== "decimal") expect(written).not.toMatch(/[°′]60/);
    const reading = readPosition(written);
    if (!reading.ok) throw new Error(`${written}: ${reading.fault}`);
    expect(Math.abs(reading.position.lat - at.lat)).toBeLessThan(ROUNDING[form] + 1e-9);
    expect(Math.abs(reading.position.lon - at.lon)).toBeLessThan(ROUNDING[form] + 1e-9);
  });
});
