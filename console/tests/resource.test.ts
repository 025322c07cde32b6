/** What the node answered last is what stands: by order of the questions, not of the answers. */
import { expect, test } from "vitest";

import { Failed } from "../src/api/client.ts";
import { Resource } from "../src/state/resource.svelte.ts";

test("an act's answer is not undone by what was asked before it", async () => {
  let answer = (_: string): void => undefined;
  const slow = new Promise<string>((resolve) => (answer = resolve));
  const alarms = new Resource<string>(() => slow);
  const asked = alarms.load();
  await alarms.take(() => Promise.resolve("acknowledged"));
  answer("unacknowledged");
  await asked;
  expect(alarms.data).toBe("acknowledged");
  expect(alarms.loading).toBe(false);
});

test("an act that is refused says why and leaves what was shown", async () => {
  const alarms = new Resource<string>(() => Promise.resolve("shown"));
  await alarms.load();
  await alarms.take(() => Promise.reject(new Failed({ what: "Your office may not do this.", status: 403 })));
  expect(alarms.data).toBe("shown");
  expect(alarms.problem?.what).toBe("Your office may not do this.");
});

test("a node that does not answer is told by the banner, not by each thing that is shown", async () => {
  const alarms = new Resource<string>(() => Promise.reject(new Failed({ what: "", status: 0 })));
  await alarms.load();
  expect(alarms.problem).toBeNull();
});
