/** A calendar asks the node for the days that it shows and for no others, however many there are. */
import { beforeEach, expect, test, vi } from "vitest";

const ADDRESS = "http://node.example";
const DAY_MS = 86_400_000;
const asked: URLSearchParams[] = [];
let kept: { due_ms: number; key: string; what: string }[] = [];

/** A node that holds days, a day apart, and gives them as its own list does: after a place, so many at once. */
function node(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  asked.push(query);
  const [from, to, after] = [Number(query.get("from_ms") ?? 0), Number(query.get("to_ms") ?? Infinity), query.get("after")];
  const within = kept.filter((each) => each.due_ms >= from && each.due_ms < to);
  const begin = after === null ? 0 : within.findIndex((each) => `${each.due_ms} ${each.key} ${each.what}` === after) + 1;
  return Promise.resolve(Response.json(within.slice(begin, begin + Number(query.get("limit")))));
}

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
vi.stubGlobal("location", { hash: "", origin: ADDRESS });
vi.stubGlobal("Request", class extends Request {
  constructor(to: string, how?: RequestInit) {
    super(new URL(to, ADDRESS), how);
  }
});
vi.stubGlobal("fetch", node);
const { datesOf } = await import("../src/cooperation/dates.ts");

beforeEach(() => {
  asked.length = 0;
  kept = Array.from({ length: 4_500 }, (_, at) => ({ due_ms: at * DAY_MS, key: `action/a-${at}`, what: "due" }));
});

test("a month asks for its own days, of the group and the office that were chosen", async () => {
  const days = await datesOf({ fromMs: 100 * DAY_MS, toMs: 135 * DAY_MS, group: "wg-sea", office: "" });
  expect(days.map((each) => each.due_ms / DAY_MS)).toEqual(Array.from({ length: 35 }, (_, at) => 100 + at));
  expect(asked.map((each) => [each.get("from_ms"), each.get("to_ms"), each.get("group"), each.has("office")])).toEqual([[String(100 * DAY_MS), String(135 * DAY_MS), "wg-sea", false]]);
});

test("a list asks for its first days only", async () => {
  expect(await datesOf({ group: "", office: "" }, 201)).toHaveLength(201);
  expect(asked.map((each) => each.get("limit"))).toEqual(["201"]);
});

test("days beyond one answer follow in parts, none twice and none left out", async () => {
  expect(await datesOf({ group: "", office: "" })).toEqual(kept);
  expect(asked.map((each) => [each.get("limit"), each.get("after")])).toEqual([["2000", null], ["2000", `${1_999 * DAY_MS} action/a-1999 due`], ["2000", `${3_999 * DAY_MS} action/a-3999 due`]]);
});

test("a list as long as the first answer asks no more than what was wanted", async () => {
  expect(await datesOf({ group: "", office: "" }, 2_001)).toHaveLength(2_001);
  expect(asked.map((each) => each.get("limit"))).toEqual(["2000", "1"]);
});
