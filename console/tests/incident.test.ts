/** What is known of a case, whoever wrote it. */
import { expect, test } from "vitest";

import type { Schemas } from "../src/api/client.ts";
import { factsOf, forcingOf, isUntold, nextOf } from "../src/incident.ts";

const state = (change: object): Schemas["CaseOut"] => ({
  schema: "comity/case-state/1", id: "x", badge: "ours", badge_words: "", opened_ms: 1, document: {}, files: [], drift: null, gone: null,
  standing: { stage: "awareness", smc: "ours", since_ms: null, office: null, on_scene: null }, ...change,
});

test("a case of ours whose first hypothesis is an area still shows its last known position", () => {
  const document = { case: { id: "x" }, object: [{ leeway: 26 }, { leeway: 1, weight: 2 }], scenario: [{ kind: "area" }, { kind: "last_known_position", lat: 37, lon: 5, position_error_m: 10, time: "2026-11-22T03:00:00Z" }] };
  const facts = factsOf(state({ document }));
  expect(facts.lkp).toMatchObject({ lat: 37, lon: 5, errorM: 10 });
  expect(facts.objects).toEqual([{ leeway: "26", weight: 1 }, { leeway: "1", weight: 2 }]);
  expect(facts.scenarios).toEqual(["area", "last_known_position"]);
});

test.each([null, 7, "x", [], { lkp: "here", containment_ms: {} }, { lkp: [1] }])("a partner's record of any form is read without a fault: %j", (document) => {
  expect(factsOf(state({ badge: "partner", document })).title).toBe("x");
});

test("a closed case asks for nothing, and one that the partner alerted us to asks for an answer until an office took it up", () => {
  const standing = (stage: string, office: string | null) => ({ stage, smc: "ours", since_ms: null, office });
  expect(nextOf(state({ standing: standing("conclusion", "watch") }), [])).toBe("closed");
  expect(nextOf(state({ badge: "partner", standing: standing("initial", null) }), [])).toBe("reply");
  expect(nextOf(state({ badge: "partner", standing: standing("operations", "watch") }), [])).toBe("watch");
  expect(nextOf(state({}), [])).toBe("drift");
});

test("of a partner's case that was recalled or erased nothing is to be answered", () => {
  const gone = { how: "recalled", at_ms: 1, article: "4.3", sentence: "" };
  expect(nextOf(state({ badge: "partner", gone, standing: { stage: "initial", smc: "partner", since_ms: null, office: null } }), [])).toBe("gone");
});

test("an exercise is known as one on both nodes, by what reported it", () => {
  const ours = state({ document: { case: { id: "x", source_class: "exercise" } } });
  const released = state({ badge: "partner", document: { source_class: "exercise" } });
  expect([ours, released, state({ document: { case: { id: "x", source_class: "overdue" } } })].map((each) => factsOf(each).drill)).toEqual([true, true, false]);
});

test("the forcing of a drift tells its origin and what time it covers; another form is left out", () => {
  const forcing = [{ quantity: "wind", origin: "ERA", first: "2026-11-22T00:00:00Z", last: "2026-11-23T00:00:00Z" }, { quantity: "wave" }, 7];
  expect(forcingOf({ forcing })).toEqual([{ quantity: "wind", origin: "ERA", firstMs: Date.parse("2026-11-22T00:00:00Z"), lastMs: Date.parse("2026-11-23T00:00:00Z") }]);
  expect(forcingOf(null)).toEqual([]);
});

test("a shared case that we closed is untold until it is sent once more, and an open or a national one never is", () => {
  const standing = (stage: string) => ({ stage, smc: "ours", since_ms: 100, office: "watch" });
  const line = (kind: string, at_ms: number) => ({ kind, at_ms }) as never;
  const closed = state({ badge: "shared", standing: standing("conclusion") });
  expect(isUntold(closed, [line("released", 50)])).toBe(true);
  expect(isUntold(closed, [line("moved", 100), line("released", 50)])).toBe(true);
  expect(isUntold(closed, [line("released", 101), line("released", 50)])).toBe(false);
  expect(isUntold(state({ badge: "shared", standing: standing("operations") }), [])).toBe(false);
  expect(isUntold(state({ badge: "ours", standing: standing("conclusion") }), [])).toBe(false);
});

test("the partner's case that ours answers, or that answers ours, asks for no answer any more", () => {
  const alert = state({ badge: "partner", document: { answers: "y" }, standing: { stage: "initial", smc: "partner", since_ms: null, office: null } });
  expect(nextOf(alert, [state({ id: "z", document: { case: { id: "z", answers: "x" } } })])).toBe("watch");
  expect(nextOf(alert, [state({ id: "y" })])).toBe("watch");
  expect(nextOf(alert, [state({ id: "y", badge: "partner" }), state({ id: "z" })])).toBe("reply");
});
