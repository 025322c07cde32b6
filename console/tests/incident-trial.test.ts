/** Areas that were changed and not kept: what the node is asked, and what is drawn of its answer. */
import { expect, test } from "vitest";

import { movedBy } from "../src/incident/area.ts";
import { keyOf, planOf } from "../src/incident/plan.ts";
import { askedOf, trialOf, wishOf, withWishes } from "../src/incident/trial.ts";

const legs = { time: ["2008-08-07T04:00:00Z", "2008-08-07T06:00:00Z"], lon_deg: [5, 5.1], lat_deg: [38, 38], is_searching: [true, false] };
const sortie = (unit: string): Record<string, unknown> => ({
  unit, sortie: 1, platform: "boat", pattern: "PS", area: { lon_deg: 5, lat_deg: 38, length_m: 20_000, width_m: 8000, bearing_deg: 30 }, track_spacing_m: 2000, coverage: [0.5],
  poc: 0.4, pod: 0.3, pos: 0.12, leaves: legs.time[0], begins: legs.time[0], ends: legs.time[1], returns: legs.time[1], legs,
});
const { sorties } = planOf({ units: [sortie("a"), sortie("b")] })!;
const [first] = sorties;
const wish = wishOf(first!);
const moved = { ...wish, area: movedBy(wish.area, 5000, 0) };

test("only what was changed is asked, and what stays as it is in it is left to the node", () => {
  expect(askedOf(new Map([[keyOf(first!), wish]]), sorties)).toEqual([]);
  expect(askedOf(new Map([[keyOf(first!), moved]]), sorties)).toEqual([{ unit: "a", sortie: 1, area: moved.area, pattern: null, track_spacing_m: null }]);
  expect(askedOf(new Map([[keyOf(first!), { ...wish, pattern: "CS", spacingM: 1500 }]]), sorties)).toMatchObject([{ pattern: "CS", track_spacing_m: 1500 }]);
});

test("the area is drawn where the hand has it, its legs only once the node has answered for that place", () => {
  const wishes = new Map([[keyOf(first!), moved]]);
  const [before, other] = withWishes(sorties, wishes, null, new Map());
  expect([before!.area.lon_deg, before!.legs]).toEqual([moved.area.lon_deg, []]);
  expect(other).toBe(sorties[1]);
  const trial = trialOf({ pos: 0.3, pos_bound: 0.5, hypotheses: 5000, units: [{ unit: "a", sortie: 1, pattern: "PS", track_spacing_m: 1900, pos: 0.2, pod: 0.4, poc: 0.5, coverage: [0.6], ends: "2008-08-07T05:30:00Z", fits: true, problem: null, legs, corners: [] }] });
  const [after] = withWishes(sorties, wishes, trial, wishes);
  expect(after).toMatchObject({ pos: 0.2, spacingM: 1900, endsMs: Date.parse("2008-08-07T05:30:00Z") });
  expect(after!.legs.length).toBe(2);
  const further = new Map([[keyOf(first!), { ...moved, area: movedBy(moved.area, 3000, 0) }]]);
  expect(withWishes(sorties, further, trial, wishes)[0]!.legs).toEqual([]);
});

test("a problem is read whether it is a sentence or has its three parts", () => {
  const units = [{ unit: "a", sortie: 1, problem: { what: "It cannot be reached." } }, { unit: "b", sortie: 1, problem: "too far", fits: false }, { unit: "c", sortie: 1, problem: null }];
  const { judged } = trialOf({ units });
  expect([...judged.values()].map((each) => [each.problem, each.fits])).toEqual([["It cannot be reached.", true], ["too far", false], [null, true]]);
});
