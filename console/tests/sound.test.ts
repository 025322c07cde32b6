/** The tabs of a browser are one desk: an alarm sounds once for all of them, and goes on when its tab sleeps. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { REPEAT_MS } from "../src/sound.ts";

/** Tones that began, by tab. */
let sounded: string[] = [];

/** A tab of its own: the module anew, over the browser's audio and the locks that all tabs share. */
async function tab(name: string, state = "running"): Promise<(urgent: boolean) => Promise<void>> {
  vi.resetModules();
  const node = { frequency: { value: 0 }, gain: { setValueAtTime: () => 0, exponentialRampToValueAtTime: () => 0 }, connect: () => node, stop: () => 0 };
  const audio = { state, currentTime: 0, resume: () => (state === "running" ? Promise.resolve() : new Promise(() => 0)), createGain: () => node, createOscillator: () => ({ ...node, start: () => sounded.push(name) }) };
  const { chime } = await import("../src/sound.ts");
  return (urgent) => {
    vi.stubGlobal("AudioContext", function () { return audio; });
    return chime(urgent);
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  sounded = [];
  let held = false;
  const request = async (_: string, __: object, act: (lock: object | null) => Promise<void>): Promise<void> => {
    if (held) return act(null);
    held = true;
    await act({});
    held = false;
  };
  vi.stubGlobal("navigator", { locks: { request } });
});
afterEach(() => vi.useRealTimers());

test("two tabs sound an alarm once, and one takes over from the other that sleeps", async () => {
  const [first, second] = [await tab("first"), await tab("second")];
  void first(false);
  await vi.advanceTimersByTimeAsync(3000);
  void second(false);
  await vi.advanceTimersByTimeAsync(REPEAT_MS - 3000);
  expect(sounded).toEqual(["first"]);
  void second(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sounded).toEqual(["first", "second"]);
});

test("the tab that sounds tells a new alarm at once; one that nobody has touched keeps no other silent", async () => {
  const [first, untouched] = [await tab("first"), await tab("untouched", "suspended")];
  void untouched(true);
  await vi.advanceTimersByTimeAsync(1000);
  void first(false);
  await vi.advanceTimersByTimeAsync(1000);
  void first(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sounded).toEqual(["first", "first", "first", "first"]);
});
