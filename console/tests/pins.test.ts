/** A browser that verified a head does not believe a node that later serves an older one, another one, or other keys. */
import { expect, test } from "vitest";

import { accept, compared, pinned, type Shelf } from "../src/ledger/pins.ts";

function shelf(): Shelf {
  const kept = new Map<string, string>();
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) };
}
const found = (key = "log+1"): never => ({ agreement: "a", log: "own", checkpoint: `head under ${key}`, log_key: key }) as never;
const judged = (size: number, root: string): never => ({ verdict: { size, root, leaf: "", signers: [] }, receipt: null, changes: [], reason: null, tookMs: 0 }) as never;

test("the first head is kept, and a greater one after it", () => {
  const kept = shelf();
  expect(compared(kept, found(), judged(5, "aa"), 0, 1)).toBeNull();
  expect(compared(kept, found(), judged(7, "bb"), 2, 3)).toBeNull();
  expect(pinned(kept, "a", "own")).toMatchObject({ size: 7, root: "bb", keys: ["log+1"] });
  expect(pinned(kept, "a", "partner")).toBeNull();
});

test("an older head is a rollback, unless its answer was overtaken on the way", () => {
  const kept = shelf();
  compared(kept, found(), judged(7, "bb"), 0, 10);
  expect(compared(kept, found(), judged(5, "aa"), 9, 11)).toBeNull();
  expect(compared(kept, found(), judged(5, "aa"), 12, 13)).toMatchObject({ breach: "rolled_back", pinned: { size: 7 }, served: { size: 5 } });
  expect(pinned(kept, "a", "own")?.size).toBe(7);
});

test("another root of the same size is a fork, and the first one stays", () => {
  const kept = shelf();
  compared(kept, found(), judged(7, "bb"), 0, 1);
  expect(compared(kept, found(), judged(7, "bb"), 2, 3)).toBeNull();
  expect(compared(kept, found(), judged(7, "cc"), 2, 3)?.breach).toBe("forked");
  expect(pinned(kept, "a", "own")?.root).toBe("bb");
});

test("other keys are not believed until an officer has compared them", () => {
  const kept = shelf();
  compared(kept, found(), judged(7, "bb"), 0, 1);
  expect(compared(kept, found("log+2"), judged(2, "ff"), 2, 3)?.breach).toBe("other_keys");
  const breach = compared(kept, found("log+2"), judged(8, "dd"), 2, 3)!;
  expect(breach.breach).toBe("other_keys");
  accept(kept, "a", breach);
  expect(compared(kept, found("log+2"), judged(9, "ee"), 4, 5)).toBeNull();
});

test("what does not read as ours, and a shelf that is full, keep nobody from reading", () => {
  const full: Shelf = { getItem: () => "{not json", setItem: () => { throw new Error("full"); } };
  expect(pinned(full, "a", "own")).toBeNull();
  expect(compared(full, found(), judged(7, "bb"), 0, 1)).toBeNull();
});
