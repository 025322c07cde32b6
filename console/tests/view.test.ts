/** The address holds the view, and nobody is brought back to a page that was left. */
import { beforeEach, expect, test, vi } from "vitest";

const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  vi.resetModules();
  vi.stubGlobal("location", { hash: "#/watch" });
  vi.stubGlobal("window", { addEventListener: () => undefined });
  vi.stubGlobal("history", { replaceState: (_state: unknown, _title: string, hash: string) => written.push(hash) });
});

test("what a page keeps of its view stands in the address", async () => {
  const { view } = await import("../src/state/view.svelte.ts");
  view.keep({ t: "2008-08-07T10:50Z" });
  expect(written).toEqual(["#/watch?t=2008-08-07T10%3A50Z"]);
  expect(view.query.get("t")).toBe("2008-08-07T10:50Z");
});

test.each(["#/agreement", "#/watch/other"])("a page that is left for %s keeps nothing any more, before the browser has told of it", async (next) => {
  const { view } = await import("../src/state/view.svelte.ts");
  location.hash = next;
  view.keep({ t: "2008-08-07T10:50Z" });
  expect(written).toEqual([]);
});
