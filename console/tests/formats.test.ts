import { expect, test } from "vitest";

import * as formats from "../src/formats.ts";

test("an instant is a date-time group in UTC", () => {
  expect(formats.timeGroup(Date.UTC(2026, 10, 22, 15, 3, 59))).toBe("221503Z NOV 26");
  expect(formats.isoInstant(Date.UTC(2008, 7, 6, 9, 51))).toBe("2008-08-06T09:51:00Z");
});

test("an instant beyond the calendar is its last day, and nothing throws", () => {
  const far = 2 ** 53 - 1;
  expect(formats.timeGroup(far)).toBe("312359Z DEC 99");
  expect(formats.isoInstant(far)).toBe("9999-12-31T23:59:59.999Z");
  expect([formats.isoDay(far), formats.clockUtc(far)]).toEqual(["9999-12-31", "23:59:59Z"]);
  expect(formats.isoDay(-far)).toBe("0001-01-01");
  expect(formats.clockLocal(far)).not.toContain("NaN");
});

test("a position never shows sixty minutes or sixty seconds", () => {
  expect(formats.position({ lat: 38.28, lon: 5.55 })).toBe("38°16.80′N 005°33.00′E");
  expect(formats.position({ lat: 59.99999, lon: -9.99999 })).toBe("60°00.00′N 010°00.00′W");
  expect(formats.position({ lat: -0.99999, lon: 0 }, "dms")).toBe("01°00′00.0″S 000°00′00.0″E");
});

test("elapsed time counts from the alert, before and after", () => {
  expect(formats.elapsed(102 * 60_000)).toBe("T+01:42");
  expect(formats.elapsed(-5 * 60_000)).toBe("T−00:05");
  expect(formats.elapsed((3 * 1440 + 250) * 60_000)).toBe("T+3d 04:10");
});

test("figures carry their unit and no language's decimal habit", () => {
  expect(formats.age(4_200)).toBe("4 s");
  expect(formats.age(3_600_000)).toBe("60 min");
  expect(formats.course(-0.4)).toBe("000°T");
  expect(formats.speed(10)).toBe("19.4 kt");
  expect(formats.area(883.5)).toBe("884 km²");
  expect(formats.grouped(1_234_567)).toBe("1\u202f234\u202f567");
  expect(formats.distance(11_734)).toBe("11.7 km");
});

test("a text that turns the line around is shown as what it is", () => {
  expect(formats.harmless("safe\u202etxt.exe\u200b")).toBe("safe⟨U+202E⟩txt.exe⟨U+200B⟩");
  expect(formats.harmless("a\u0000b\u00adc\u{e0041}")).toBe("a⟨U+0000⟩b⟨U+00AD⟩c⟨U+E0041⟩");
  expect(formats.harmless("bej\u0430ia")).toBe("bej⟨U+0430⟩ia");
  expect(formats.harmless(`e${"\u0301".repeat(9)}`)).toBe(`e${"\u0301".repeat(4)}⟨+5⟩`);
});

test("what is written well stays as it is: accents, harakat, Greek by itself, our own numbers", () => {
  for (const each of ["Béjaïa — café", "بِجَايَة ٢٠٠٨", "Πειραιάς", "Тобол", "38°16.80′N 005°33.00′E", "100\u202f000 m"]) expect(formats.harmless(each)).toBe(each);
});

test("identities keep their zeros, amounts the decimals of their currency", () => {
  expect(formats.mmsi(2_320_001)).toBe("002320001");
  expect(formats.amount(125_000_000n, "DZD")).toBe("1\u202f250\u202f000.00 DZD");
  expect(formats.amount(-5n, "USD")).toBe("−0.05 USD");
  expect(formats.amount(1_500n, "JPY")).toBe("1\u202f500 JPY");
  expect(formats.amount(12_345n, "TND")).toBe("12.345 TND");
});

test("a position is written as the officer of the screen chose, unless the page asks for a form", () => {
  formats.writePositionsAs(() => "decimal");
  expect(formats.position({ lat: 38.28, lon: 5.55 })).toBe("38.28000 5.55000");
  expect(formats.position({ lat: 38.28, lon: 5.55 }, "dm")).toBe("38°16.80′N 005°33.00′E");
  formats.writePositionsAs(() => "dm");
});

test("an officer types an instant in either form, and nothing else is taken for one", () => {
  const at = Date.UTC(2008, 7, 6, 9, 51);
  for (const typed of ["2008-08-06T09:51:00Z", " 2008-08-06 09:51Z ", "060951Z AUG 08", "060951z aug 2008"]) expect(formats.readInstant(typed)).toBe(at);
  for (const typed of ["", "060951Z", "320951Z AUG 08", "310951Z FEB 08", "062551Z AUG 08", "060951Z AOU 08", "2008-08-06T09:51", "2008-02-30T00:00Z", "6 August 2008", "1"]) {
    expect(formats.readInstant(typed)).toBeNaN();
  }
});

test("a French sign never stands alone at the end or the beginning of a line", () => {
  expect(formats.tied("réunion ; rien : « oui » !")).toBe("réunion\u202f; rien\u202f: «\u202foui\u202f»\u202f!");
  expect(formats.tied("10:30, C:\\ et https://exemple")).toBe("10:30, C:\\ et https://exemple");
});
