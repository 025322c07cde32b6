/** The form in which a party says what its own offices are called: what it lists, what it refuses, what it sends, what it shows. */
import { render } from "svelte/server";
import { beforeEach, expect, test, vi } from "vitest";

import type { OfficeTitle } from "../src/state/house.svelte.ts";

const kept = new Map<string, string>();
vi.stubGlobal("localStorage", { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) });
vi.stubGlobal("document", { documentElement: { lang: "", dir: "" } });
vi.stubGlobal("location", { hash: "" });
vi.stubGlobal("window", { addEventListener: () => undefined });

const { MOST_OFFICE, officeFault, officesOf, titleToGive } = await import("../src/officetitles.ts");
const { house } = await import("../src/state/house.svelte.ts");
const { session } = await import("../src/state/session.svelte.ts");
const { words } = await import("../src/words.svelte.ts");
const { default: OfficeTitles } = await import("../src/parts/OfficeTitles.svelte");

const DESK = { ar: "مثال: المكتب", en: "EXAMPLE: the desk", fr: "EXEMPLE : le bureau" };
const given = (party: string, office: string, title = DESK, agreement = "sky"): OfficeTitle => ({ party, office, agreement, title, position: 1 });

test("a title is one line without a hidden sign, as long as a name in an act may be; Arabic keeps its joiners", () => {
  expect([officeFault("  "), officeFault("desk\u202e"), officeFault("two\nlines"), officeFault("x".repeat(MOST_OFFICE + 1))]).toEqual(["empty", "hidden", "hidden", "too_long"]);
  expect([officeFault(" desk "), officeFault("می\u200cخواهم"), officeFault("🏛".repeat(MOST_OFFICE))]).toEqual([null, null, null]);
});

test("the offices of a party are those that it named and those that are known, the newest title of each, the unnamed first", () => {
  const titles = [given("DZ", "b", { ...DESK, en: "old" }), given("DZ", "b"), given("US", "b"), given("DZ", "far", DESK, "sea")];
  expect(officesOf(titles, "DZ", "sky", ["z", "b", "", "owner of the node folder", "a"])).toEqual([{ office: "a", title: null }, { office: "z", title: null }, { office: "b", title: DESK }]);
});

test("nothing goes while a language is missing, the office has no name, or nothing is changed", () => {
  expect(titleToGive("desk", { ...DESK, fr: "" }, null)).toBeNull();
  expect(titleToGive("", DESK, null)).toBeNull();
  expect(titleToGive("owner of the node folder", DESK, null)).toBeNull();
  expect(titleToGive("desk", DESK, DESK)).toBeNull();
  expect(titleToGive("desk", { ...DESK, fr: " EXEMPLE : le guichet " }, DESK)).toEqual({ ...DESK, fr: "EXEMPLE : le guichet" });
});

type Who = NonNullable<typeof session.who>;
const seated = (...roles: Who["roles"]): string => {
  session.who = { party: "DZ", office: "b", roles } as Who;
  return render(OfficeTitles).body;
};

beforeEach(async () => {
  await words.speak("fr");
  house.agreements.data = [{ id: "sky", title: "sky", partner: "US" }] as NonNullable<typeof house.agreements.data>;
  house.titles.data = [given("US", "theirs"), given("DZ", "named")];
});

test("an approver reads each office in all three languages, whichever the page speaks, and may name our own alone", () => {
  const page = seated("approver");
  for (const [language, title] of Object.entries(DESK)) expect(page).toMatch(new RegExp(`lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"[^>]*>(?:<!--[^>]*-->)*<bdi[^>]*>${title}`));
  expect([...page.matchAll(/data-office="([^"]*)"/g)].map((each) => each[1])).toEqual(["b", "named", ""]);
  expect(page).toContain("encore sans intitulé");
  expect(page).toContain("theirs");
});

test("whoever may not approve reads the titles and finds no button", () => {
  const page = seated("drafter", "operator");
  expect(page).not.toContain("<button");
  expect(page).toContain("Un approbateur donne les intitulés.");
});
