/** The form of a new case: what it makes of what was typed, and what it finds wrong. */
import { describe, expect, test } from "vitest";

import { cornersOf, documentOf, faultsOf, idOf, isSound, newDraft, newScenario, untilOf } from "../src/draft.ts";

const AT = "2026-11-22T03:00:00Z";
const placed = () => {
  const draft = newDraft(AT);
  draft.scenarios[0]!.place = "38°16.8′N 005°33.0′E";
  return draft;
};

describe("a new case", () => {
  test("with one position is the document of the case format, a day long where nothing else is said", () => {
    const draft = { ...placed(), title: "Béjaïa fishing boat", persons: 6 };
    expect(isSound(draft)).toBe(true);
    expect(documentOf(draft)).toEqual({
      case: { id: "boat-2026-11-22", nature: "overdue", source_class: "distress_call", title: "Béjaïa fishing boat", persons_on_board: 6 },
      object: [{ leeway: 26 }],
      scenario: [{ kind: "last_known_position", lat: 38.28, lon: 5.55, position_error_m: 2000, time: AT }],
      run: { until: "2026-11-23T03:00:00Z", step_s: 600, particles: 100_000, seed: 11 },
    });
  });

  test("that answers the partner's case names it, so that both are one incident", () => {
    expect((documentOf({ ...placed(), answers: "us-alert-1" }) as { case: unknown }).case).toMatchObject({ answers: "us-alert-1" });
  });

  test("with several hypotheses carries the weight of each", () => {
    const draft = placed();
    draft.objects.push({ leeway: "1", weight: 3 });
    draft.scenarios.push({ ...newScenario(AT), kind: "area", corners: "37 5\n37 6\n38 5.5\n", timeLast: "2026-11-22T05:00:00Z", weight: 0.5 });
    const made = documentOf(draft) as { object: unknown[]; scenario: Record<string, unknown>[] };
    expect(made.object).toEqual([{ leeway: 26, weight: 1 }, { leeway: 1, weight: 3 }]);
    expect(made.scenario[1]).toEqual({ kind: "area", polygon: [[[5, 37], [6, 37], [5.5, 38]]], time: [AT, "2026-11-22T05:00:00Z"], weight: 0.5 });
    expect(untilOf(draft)).toBe(Date.parse("2026-11-23T05:00:00Z"));
  });

  test("of a way between two positions pairs the first and the last of each", () => {
    const draft = placed();
    Object.assign(draft.scenarios[0]!, { kind: "cone", placeLast: "37 6", timeLast: "2026-11-22T06:00:00Z", errorLastM: 9000 });
    const [scenario] = (documentOf(draft) as { scenario: Record<string, unknown>[] }).scenario;
    expect(scenario).toEqual({ kind: "cone", lat: [38.28, 37], lon: [5.55, 6], position_error_m: [2000, 9000], time: [AT, "2026-11-22T06:00:00Z"] });
  });

  test.each([
    [{ place: "" }, ["place"]],
    [{ time: "yesterday" }, ["time"]],
    [{ errorM: -1 }, ["errorM"]],
    [{ errorM: null }, ["errorM"]],
    [{ timeErrorS: 1e9 }, ["timeErrorS"]],
    [{ weight: 0 }, ["weight"]],
    [{ kind: "cone", placeLast: "37 6", timeLast: "2026-11-22T02:00:00Z" }, ["timeLast"]],
    [{ kind: "area", corners: "37 5\n37 6", timeLast: AT }, ["corners"]],
  ] as const)("says which field is wrong: %j", (change, faults) => {
    const [scenario] = placed().scenarios;
    expect(faultsOf({ ...scenario!, ...change })).toEqual(faults);
  });

  test("names the line that is no position", () => {
    expect(cornersOf("37 5\n\nsomewhere\n38 5").fault).toBe(3);
  });

  test("that would end before it begins is not sent", () => {
    expect(isSound({ ...placed(), until: "2026-11-22T02:00:00Z" })).toBe(false);
    expect(isSound({ ...placed(), id: "Not An Id" })).toBe(false);
    expect(idOf({ ...placed(), title: "حادث" })).toBe("case-2026-11-22");
  });
});
