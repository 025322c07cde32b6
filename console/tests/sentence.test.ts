/** A sentence of the catalogue is read apart from the values in it. */
import { expect, test } from "vitest";

import { plain, valuesIn } from "../src/sentence.ts";

test("each value stands apart, and no mark of isolation is left", () => {
  expect(valuesIn("Article \u20684.3\u2069 of \u2068DZ\u2069")).toEqual([
    { text: "Article ", value: false }, { text: "4.3", value: true }, { text: " of ", value: false }, { text: "DZ", value: true },
  ]);
});

test("a mark that a value smuggles in does not pair, and stays to be shown", () => {
  expect(valuesIn("a \u2068b\u2069c\u2069").map((each) => each.text).join("|")).toBe("a |b|c\u2069");
  expect(valuesIn("\u2068open")).toEqual([{ text: "\u2068open", value: false }]);
});

test("where no element can stand, the values keep their marks and what hides in them is shown", () => {
  expect(plain("Node of \u2068\u202eSU\u2069 answers")).toBe("Node of \u2068⟨U+202E⟩SU\u2069 answers");
  expect(plain("\u2068a")).toBe("⟨U+2068⟩a");
});
