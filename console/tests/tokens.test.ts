/** Contrast of the display modes, computed from the style sheet (WCAG 2.2: text 4.5, parts of the interface 3). */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { contrast } from "./contrast.ts";

const css = readFileSync(new URL("../src/app.css", import.meta.url), "utf8");

function tokens(mode: string): Record<string, string> {
  const block = new RegExp(`:root\\[data-mode="${mode}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? "";
  return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6})/g)].map((each) => [each[1]!, each[2]!]));
}

describe.each(["day", "dusk", "night"])("%s", (mode) => {
  const of = tokens(mode);
  test.each(["text", "muted", "accent", "partner", "distress", "caution", "ok"])("%s is read on page and surface", (name) => {
    for (const ground of ["bg", "surface"]) expect(contrast(of[name]!, of[ground]!)).toBeGreaterThanOrEqual(4.5);
  });
  test.each([["on-accent", "accent"], ["on-distress", "distress"], ["on-caution", "caution"], ["text", "raised"], ["muted", "raised"]])("%s is read on %s", (ink, ground) => {
    expect(contrast(of[ink]!, of[ground]!)).toBeGreaterThanOrEqual(4.5);
  });
  test("borders of what can be pressed are seen", () => {
    expect(contrast(of["border"]!, of["surface"]!)).toBeGreaterThanOrEqual(3);
  });
});

test("black on white is 21", () => expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5));
