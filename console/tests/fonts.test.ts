/** What an officer reads in Arabic stands in the small font files: none of our words asks for the whole ones. */
import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf-8");
const ARABIC = /\p{Script=Arabic}|[\u060C\u061B\u061F\u0640\u064B-\u0655\u0660-\u066D]/gu;

/** The letters of the face whose file the name begins. */
function letters(file: string): Set<string> {
  const ranges = new RegExp(`${file}[^}]*unicode-range: ([^;]+);`).exec(read("../fonts/fonts.css"))![1]!;
  const codes = ranges.split(", ").flatMap((range) => {
    const [first, last = first] = range.slice(2).split("-").map((code) => Number.parseInt(code, 16)) as [number, number?];
    return Array.from({ length: last! - first + 1 }, (_, at) => first + at);
  });
  return new Set(codes.map((code) => String.fromCodePoint(code)));
}

test.each(["400", "600"])("every Arabic letter of our words and places is in the small file of weight %s", (weight) => {
  const small = letters(`core/noto-sans-arabic-${weight}`);
  for (const source of ["../../locale/ar.ftl", "../basemap/gazetteer.csv"]) {
    const used = new Set(read(source).match(ARABIC));
    expect(used.size).toBeGreaterThan(30);
    expect([...used].filter((letter) => !small.has(letter))).toEqual([]);
  }
});

test("a letter stands in one file: what asks for the small one does not bring the whole", () => {
  const whole = letters("noto-sans-arabic-arabic-400-normal");
  expect([...letters("core/noto-sans-arabic-400")].filter((letter) => whole.has(letter))).toEqual([]);
});
