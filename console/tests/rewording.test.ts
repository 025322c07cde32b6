/** The way from one text to another keeps both: what stays and goes is the first, what stays and comes the second. */
import { expect, test } from "vitest";

import { runsOf } from "../src/rewording.ts";

const without = (kind: string, runs: ReturnType<typeof runsOf>): string => runs.filter((each) => each.kind !== kind).map((each) => each.text).join("");

test.each([
  ["within thirty days", "within forty days"], ["", "new text"], ["old text", ""], ["a b c", "c b a"], ["خلال ثلاثين يوما", "خلال أربعين يوما"], ["same", "same"],
])("%s → %s", (before, after) => {
  const runs = runsOf(before, after);
  expect(without("in", runs)).toBe(before);
  expect(without("out", runs)).toBe(after);
});

test("what stays is the most that can stay", () => {
  expect(runsOf("within thirty days of receipt", "within forty days of receipt")).toEqual([
    { kind: "same", text: "within" }, { kind: "out", text: " thirty" }, { kind: "in", text: " forty" }, { kind: "same", text: " days of receipt" },
  ]);
  expect(runsOf("The end.", "The end. And more.")).toEqual([{ kind: "same", text: "The end." }, { kind: "in", text: " And more." }]);
});

test("two long texts that share nothing are shown whole and in time", () => {
  const long = (word: string): string => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join(" ");
  expect(runsOf(long("a"), long("b")).map((each) => each.kind)).toEqual(["out", "in"]);
});
