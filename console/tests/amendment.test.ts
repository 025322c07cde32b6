/** What an officer writes becomes the draft that the node is asked to keep; what is not whole becomes none. */
import { expect, test } from "vitest";

import { amendingOf, draftOf, doubtsOf, faultOf, isDay, numbersIn, readDuration, readGrid, ruleValue, type Amending, type Base } from "../src/amendment.ts";

const before = { ar: "ثلاثون يوما 30", en: "Thirty days, 30", fr: "Trente jours, 30" };
const base: Base = {
  texts: { "4.3": before },
  rules: { "4.3/sar-live": { approve: "one-officer", delay_s: 0, time_bucket_s: 0, grid_mdeg: 0, keep_for_s: 86_400 } },
};
const title = { ar: "مثال", en: "EXAMPLE", fr: "EXEMPLE" };
const empty: Amending = { draft: "longer", title, inForce: "2026-12-01", openUntil: "", articles: {}, rules: {} };

test("nothing changed is no draft, and what was opened without a change is left out", () => {
  expect(draftOf(empty, base)).toBeNull();
  const untouched = { ...empty, articles: { "4.3": { ...before } }, rules: { "4.3/sar-live": { delay_s: "0 s" } } };
  expect(draftOf(untouched, base)).toBeNull();
});

test("only the languages and the values that changed are sent", () => {
  const amending = { ...empty, articles: { "4.3": { ...before, en: " Forty days, 40 " } }, rules: { "4.3/sar-live": { delay_s: "0 s", keep_for_s: "180 d", approve: "two-officers" } } };
  expect(draftOf(amending, base)).toMatchObject({ articles: { "4.3": { en: "Forty days, 40" } }, rules: { "4.3/sar-live": { keep_for_s: 15_552_000, approve: "two-officers" } } });
});

test.each([
  { title: { ...title, ar: " " } }, { inForce: "2026-02-30" }, { draft: "Not a name" },
  { articles: { "4.3": { ...before, fr: "" } } }, { articles: { "4.3": { ...before, fr: "## 9 Autre" } } }, { rules: { "4.3/sar-live": { delay_s: "soon" } } },
])("what is not whole is not kept: %o", (change) => {
  const amending = { ...empty, articles: { "4.3": { ...before, en: "Forty days, 40" } }, ...change };
  expect(draftOf(amending, base)).toBeNull();
});

test("a draft that is opened again is what was written", () => {
  const fields = [{ path: "keep_for_s", before: 86_400, after: 15_552_000 }];
  const kept = {
    draft: "longer", series: "agreement", office: "x", at_ms: 0, states: 1, hash: "", stale: false, document: { title, in_force: "2026-12-01" },
    differences: [{ part: "rules", id: "4.3/sar-live", change: "changed", lets: "more", fields }],
    articles: [{ id: "4.3", before: { ar: null, en: before.en, fr: null }, after: { ar: null, en: "Forty", fr: null } }],
  } as const;
  expect(amendingOf(structuredClone(kept) as never, base)).toEqual({ ...empty, articles: { "4.3": { ...before, en: "Forty" } }, rules: { "4.3/sar-live": { keep_for_s: "180 d" } } });
});

test("a draft that goes on says again what the form shows of it, and leaves all else and its instant as they are", () => {
  const until = Date.parse("2026-11-30T09:30:00Z");
  const fields = [{ path: "keep_for_s", before: 86_400, after: 15_552_000 }, { path: "area", before: null, after: "west" }];
  const kept = {
    draft: "longer", document: { title, in_force: "2026-12-01", open_until_ms: until },
    differences: [{ part: "rules", id: "4.3/sar-live", change: "changed", lets: "more", fields }, { part: "areas", id: "west", change: "added", lets: "same", fields: [] }],
    articles: [{ id: "4.3", before: { ar: null, en: before.en, fr: null }, after: { ar: null, en: "Forty", fr: null } }],
  } as never;
  const opened = amendingOf(kept, base);
  expect(opened.openUntil).toBe("2026-11-30");
  expect(draftOf(opened, base, kept)).toMatchObject({ continues: true, open_until_ms: until, articles: { "4.3": { en: "Forty" } }, rules: { "4.3/sar-live": { keep_for_s: 15_552_000 } } });
  const back = { ...opened, openUntil: "2026-12-02", articles: {}, rules: {} };
  expect(draftOf(back, base, kept)).toMatchObject({ open_until_ms: Date.parse("2026-12-03T00:00:00Z") - 1, articles: { "4.3": { en: before.en } }, rules: { "4.3/sar-live": { keep_for_s: 86_400 } } });
  expect(draftOf({ ...opened, openUntil: "" }, base, kept)).toMatchObject({ open_until_ms: null });
  expect(draftOf({ ...opened, openUntil: "soon" }, base, kept)).toBeNull();
});

test("spans and grids are read with their unit, and written as they are read", () => {
  expect([readDuration("180 d"), readDuration("90min"), readDuration("0 s"), readDuration("90"), readDuration("-1 h")]).toEqual([15_552_000, 5400, 0, null, null]);
  expect([readGrid("0.1°"), readGrid("10"), readGrid("0.0001")]).toEqual([100, 10_000, null]);
  expect([ruleValue("keep_for_s", 5400), ruleValue("grid_mdeg", 100), ruleValue("delay_s", 0), ruleValue("approve", "auto")]).toEqual(["90 min", "0.1°", "0 s", "auto"]);
  for (const seconds of [5000, 94_608_000, 86_400_000_000]) expect(readDuration(ruleValue("delay_s", seconds)!)).toBe(seconds);
});

test("numbers are compared over the digits of every script", () => {
  expect(numbersIn("المادة ٤٫٣ خلال ٣٠ يوما")).toEqual(["30", "4.3"]);
  expect(numbersIn("within 30 days, 1,5 h")).toEqual(["1.5", "30"]);
  expect(doubtsOf({ ar: "٣٠", en: "30", fr: "30" }, undefined)).toEqual([]);
  expect(doubtsOf({ ...before, fr: "Trente jours, 31" }, before)).toEqual(["numbers", "same_languages"]);
});

test("a heading in a text is a fault, a hash inside a line is none; a day must be of the calendar", () => {
  expect([faultOf("A\n### 5 B"), faultOf("C# and ## D"), faultOf(" ")]).toEqual(["heading", null, "empty"]);
  expect([isDay("2026-12-01"), isDay("2026-02-30"), isDay("1/12/2026")]).toEqual([true, false, false]);
});
