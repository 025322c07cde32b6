import { beforeEach, expect, test, vi } from "vitest";

import type { OfficeTitle } from "../src/state/house.svelte.ts";

const kept = new Map<string, string>();
vi.stubGlobal("localStorage", { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) });
vi.stubGlobal("document", { documentElement: { lang: "", dir: "" } });

const { house } = await import("../src/state/house.svelte.ts");
const { officeOf } = await import("../src/state/titles.svelte.ts");
const { words } = await import("../src/words.svelte.ts");

const agreed = (id: string) => ({ id }) as NonNullable<typeof house.agreements.data>[number];
const given = (party: string, office: string, name: string, position: number, agreement = "sky"): OfficeTitle => ({
  party, office, position, agreement, title: { ar: `مثال: ${name}`, en: `EXAMPLE: ${name}`, fr: `EXEMPLE : ${name}` },
});

beforeEach(async () => {
  await words.speak("fr");
  house.agreements.data = [agreed("sky"), agreed("sea")];
  house.titles.data = [given("DZ", "desk", "un", 3), given("DZ", "desk", "deux", 9), given("US", "desk", "autre", 1), given("US", "far", "loin", 5, "sea")];
});

test("an office is called by its newest title in the language of the page", () => {
  expect(officeOf("DZ", "desk")).toBe("EXEMPLE : deux");
  expect(officeOf("US", "desk")).toBe("EXEMPLE : autre");
});

test("an act before a newer title keeps the one before it, and an act before any has the first", () => {
  expect(officeOf("DZ", "desk", 9)).toBe("EXEMPLE : un");
  expect(officeOf("DZ", "desk", 10)).toBe("EXEMPLE : deux");
  expect(officeOf("DZ", "desk", 2)).toBe("EXEMPLE : un");
});

test("an office without a title has its own name, and another party's title is none of its", () => {
  expect(officeOf("DZ", "far")).toBe("far");
  expect(officeOf("DZ", "nobody")).toBe("nobody");
});

test("a title under another agreement serves where this one gave none; whose office it is may be unsaid", () => {
  expect(officeOf("US", "far", 1)).toBe("EXEMPLE : loin");
  expect(officeOf("", "far")).toBe("EXEMPLE : loin");
});

test("who owns the node's folder is said in words", () => {
  expect(officeOf("DZ", "owner of the node folder")).toBe("propriétaire du dossier du nœud");
});
