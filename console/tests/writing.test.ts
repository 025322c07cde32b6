/** What is written in a form of texts and not kept on the node yet outlives the page, and only that form reads it. */
import { readFileSync } from "node:fs";

import { beforeEach, expect, test, vi } from "vitest";

import { noTexts } from "../src/amendment.ts";
import { forgetWriting, keepWriting, keptWriting } from "../src/writing.ts";

const empty = { draft: "", title: noTexts() };
const written = { draft: "longer", title: { ar: "مثال", en: "EXAMPLE", fr: "EXEMPLE" } };

beforeEach(() => {
  const held = new Map<string, string>();
  vi.stubGlobal("localStorage", { getItem: (name: string) => held.get(name) ?? null, setItem: (name: string, text: string) => held.set(name, text), removeItem: (name: string) => held.delete(name) });
});

test("each agreement and each form has its own, until it is forgotten", () => {
  keepWriting("one", "amend/4.3", written);
  expect(keptWriting("one", "amend/4.3", empty)).toEqual(written);
  expect([keptWriting("two", "amend/4.3", empty), keptWriting("one", "amend/2.1", empty)]).toEqual([null, null]);
  keepWriting("one", "amend/4.3", null);
  expect(keptWriting("one", "amend/4.3", empty)).toBeNull();
});

test("what stays national is never kept in the browser: its form only forgets what an older console left", () => {
  const form = readFileSync(new URL("../src/cooperation/NationalNotes.svelte", import.meta.url), "utf-8");
  expect(form).not.toMatch(/keepWriting|keptWriting|localStorage|sessionStorage|indexedDB/);
  expect(form).toContain("forgetWriting(agreement, form)");
  keepWriting("one", "coop/flow/f/national", { bank_detail: "EXAMPLE" });
  forgetWriting("one", "coop/flow/f/national");
  expect(localStorage.getItem("comity-writing one coop/flow/f/national")).toBeNull();
});

test("a field that an older form did not have is empty; a field of another kind is not taken", () => {
  keepWriting("one", "amend", { title: written.title });
  expect(keptWriting("one", "amend", empty)).toEqual({ draft: "", title: written.title });
  for (const odd of [{ title: null }, { title: "x" }, { title: { ar: 1 } }, [], { draft: 7 }]) {
    keepWriting("one", "amend", odd);
    expect(keptWriting("one", "amend", empty)).toBeNull();
  }
});

test("a store that is full or shut loses no form", () => {
  vi.stubGlobal("localStorage", { getItem: () => { throw new Error("shut"); }, setItem: () => { throw new Error("full"); } });
  expect(() => keepWriting("one", "amend", written)).not.toThrow();
  expect(keptWriting("one", "amend", empty)).toBeNull();
});
