/** What an officer types becomes the question that the node is asked to keep; what is unreadable becomes none. */
import { expect, test } from "vitest";

import { aboutOf, askableIn, askingFault, askingOf, instantFault, newAsking, questionOf, readInstant } from "../src/question.ts";

const NOW = Date.UTC(2026, 10, 22, 15, 3, 27);
const whole = { ...newAsking(NOW), clause: "4.3", item: "rescue.case", purpose: "search_and_rescue", area: "sahel" };

test("an empty question looks a day back and is due in six hours, to the minute", () => {
  const asking = newAsking(NOW);
  expect([asking.from, asking.to, asking.due]).toEqual(["2026-11-21T15:03Z", "2026-11-22T15:03Z", "2026-11-22T21:03Z"]);
  expect(questionOf(asking)).toBeNull();
});

test("a whole question has its instants in milliseconds", () => {
  const minute = Date.UTC(2026, 10, 22, 15, 3);
  expect(questionOf(whole)).toMatchObject({ about: { area: "sahel" }, from_ms: minute - 86_400_000, to_ms: minute, due_ms: minute + 21_600_000 });
});

test("an instant without its zone, or a day that is none, is not read", () => {
  for (const typed of ["2026-11-22T15:00", "22/11/2026", "2026-13-01T00:00Z", "2026-11-22T15:00+01:00", ""]) expect(readInstant(typed)).toBeNull();
  expect(readInstant(" 2026-11-22 15:00:30Z ")).toBe(Date.UTC(2026, 10, 22, 15, 0, 30));
});

test("a day that no calendar has is said and never moved to another", () => {
  expect(instantFault("2026-02-30T00:00Z")).toBe("calendar");
  expect(instantFault("2025-02-29T12:00Z")).toBe("calendar");
  expect(instantFault("2028-02-29T12:00Z")).toBeNull();
  expect(instantFault("30/02/2026")).toBe("form");
  expect(instantFault(" ")).toBe("empty");
  expect(questionOf({ ...whole, due: "2026-02-30T00:00Z" })).toBeNull();
});

test("what contradicts itself is said: an end before its beginning, corners the wrong way round", () => {
  expect(askingFault(whole)).toBeNull();
  expect(askingFault({ ...whole, to: "2020-01-01T00:00Z" })).toBe("order");
  expect(askingFault({ ...whole, about: "box", southWest: "37.5 2", northEast: "36.5 3" })).toBe("box");
  expect(askingFault({ ...whole, southWest: "37.5 2", northEast: "36.5 3" })).toBeNull();
});

test("a box has its south below its north, in micro-degrees", () => {
  const box = { ...whole, about: "box" as const, southWest: "36°30.0′N 002°10.0′E", northEast: "37.5 3.25" };
  expect(aboutOf(box)).toEqual({ south_udeg: 36_500_000, west_udeg: 2_166_667, north_udeg: 37_500_000, east_udeg: 3_250_000 });
  expect(aboutOf({ ...box, northEast: "36.4 3.25" })).toBeNull();
});

test("nine digits are an MMSI, IMO and seven digits an IMO number, anything else no ship", () => {
  const ship = (typed: string) => aboutOf({ ...whole, about: "ship", ship: typed });
  expect(ship("605123456")).toEqual({ mmsi: 605123456 });
  expect(ship("imo 9074729")).toEqual({ imo: 9074729 });
  for (const typed of ["60512345", "9074729", "a name"]) expect(ship(typed)).toBeNull();
});

test("only articles that name a kind can be asked under, for the purposes of that kind's rules", () => {
  const askable = askableIn({
    clauses: [{ id: "1", kinds: [], title: {} }, { id: "4.3", kinds: ["rescue.case"], title: { en: "Search" } }],
    rules: [{ item: "rescue.case", purposes: ["search_and_rescue"] }, { item: "other", purposes: ["training"] }],
  });
  expect(askable.clauses.map((each) => each.id)).toEqual(["4.3"]);
  expect(askable.purposes("rescue.case")).toEqual(["search_and_rescue"]);
  expect(askable.areas).toEqual([]);
});

test("a draft that is opened and kept again asks exactly what it asked", () => {
  const about = { south_udeg: 36_500_000, west_udeg: -2_166_667, north_udeg: 37_500_001, east_udeg: 3_250_000 };
  const instants = { from_ms: NOW - (NOW % 60_000), to_ms: NOW - (NOW % 60_000), due_ms: NOW - (NOW % 60_000) };
  const named = { clause: "4.3", item: "rescue.case", purpose: "search_and_rescue", ...instants };
  for (const each of [about, { mmsi: 5123456 }, { imo: 9074729 }, { area: "sahel" }, { group: "17" }]) {
    const draft = { request: "DZ-2026-1", from_party: "DZ", to_party: "US", clause_title: "", item_title: "", office: "", changed_ms: 0, ...named, about: each };
    expect(questionOf(askingOf(draft as never))).toEqual({ ...named, about: each });
    const odd = { ...draft, from_ms: draft.from_ms - 30_500, due_ms: draft.due_ms + 1_000 };
    expect(questionOf(askingOf(odd as never))).toMatchObject({ from_ms: odd.from_ms, due_ms: odd.due_ms });
    const beyond = { ...draft, due_ms: 9_000_000_000_000_000 };
    expect(askingOf(beyond as never).due).toBe("");
  }
});
