/** An office that signs out is out on this screen, whatever the node and the browser's store do. */
import { expect, test, vi } from "vitest";

import { session } from "../src/state/session.svelte.ts";

test("signing out needs neither room in the browser's store nor an answer of the node", async () => {
  const full = (): never => { throw new DOMException("full", "QuotaExceededError"); };
  vi.stubGlobal("localStorage", { getItem: () => null, setItem: full, removeItem: full });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no line")));
  vi.stubGlobal("window", { setTimeout: () => 0 });
  vi.stubGlobal("location", { origin: "http://node.example", assign: () => 0 });
  session.who = { office: "EXAMPLE: watch", party: "DZ", roles: [] } as never;
  await session.leave();
  expect([session.isIn, session.left, session.busy]).toEqual([false, true, false]);
});
