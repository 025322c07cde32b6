/** What every page needs is asked for anew with each event, and shown although events come faster than the node answers. */
import { expect, test, vi } from "vitest";

const ADDRESS = "http://node.example";
let [asked, waiting] = [0, [] as { url: string; answer: () => void }[]];

/** A node that answers when it is told to, and counts how often it was asked for cases. */
function slow(request: Request): Promise<Response> {
  if (request.url.endsWith("/cases")) asked += 1;
  const body = request.url.endsWith("/health") ? { now_ms: Date.now() } : [];
  return new Promise((resolve) => waiting.push({ url: request.url, answer: () => resolve(Response.json(body)) }));
}
const answer = (): void => waiting.splice(0).forEach((each) => each.answer());
const waits = (name: string): number => waiting.filter((each) => each.url.endsWith(name)).length;

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
vi.stubGlobal("location", { hash: "", origin: ADDRESS });
vi.stubGlobal("Request", class extends Request {
  constructor(to: string, how?: RequestInit) {
    super(new URL(to, ADDRESS), how);
  }
});
vi.stubGlobal("fetch", slow);
const { house } = await import("../src/state/house.svelte.ts");

test("many events while the node answers are one question, asked when it has answered", async () => {
  const loads = [house.load(), house.load(), house.load()];
  await vi.waitFor(() => expect(waiting.length).toBe(6));
  answer();
  await loads[0];
  expect(house.cases.data).toEqual([]);
  await vi.waitFor(() => expect([asked, waiting.length]).toEqual([2, 5]));
  answer();
  await Promise.all(loads);
  expect(asked).toBe(2);
});

test("whoever asks after an act waits for an answer that was asked for after it", async () => {
  const before = asked;
  const first = house.load();
  await vi.waitFor(() => expect(waiting.length).toBe(6));
  let isThere = false;
  const after = house.load().then(() => (isThere = true));
  answer();
  await first;
  expect(isThere).toBe(false);
  await vi.waitFor(() => expect(waiting.length).toBe(5));
  answer();
  await after;
  expect(asked).toBe(before + 2);
});

test("an alarm waits for no other answer", async () => {
  const loads = [house.load(), house.load()];
  await vi.waitFor(() => expect(waits("/alarms")).toBe(1));
  const at = waiting.findIndex((each) => each.url.endsWith("/alarms"));
  waiting.splice(at, 1)[0]!.answer();
  await vi.waitFor(() => expect([waits("/alarms"), waits("/cases")]).toEqual([1, 1]));
  answer();
  await loads[0];
  await vi.waitFor(() => expect(waits("/cases")).toBe(1));
  answer();
  await Promise.all(loads);
});
