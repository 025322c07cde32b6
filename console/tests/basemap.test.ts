/** The basemap's colours reach their contrast in every mode, and its lines and names obey the settings: none is held here. */
import { createExpression, featureFilter } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";

import { basemapStyle, type Borders, type Line, type Mode, PALETTES } from "../basemap/style.ts";
import { contrast } from "./contrast.ts";

const MODES: Mode[] = ["day", "dusk", "night"];
const LINES: Line[] = ["solid", "dashed", "none"];
const URL = "http://node.example/map.pmtiles";

describe.each(MODES)("%s", (mode) => {
  const of = PALETTES[mode];
  test.each(["land", "sea"] as const)("names are read on %s", (ground) => {
    for (const name of ["name", "seaName"] as const) expect(contrast(of[name], of[ground])).toBeGreaterThanOrEqual(4.5);
  });
  test("a name is read on its own halo", () => {
    for (const name of ["name", "seaName"] as const) expect(contrast(of[name], of.halo)).toBeGreaterThanOrEqual(4.5);
  });
  test("borders are seen on land, disputed ones as well, and the coast beside land and sea", () => {
    const style = basemapStyle({ mode, language: "en", url: URL });
    const inks = style.layers.filter((each) => each.id.startsWith("border-")).map((each) => (each as { paint: { "line-color": string } }).paint["line-color"]);
    expect(new Set(inks)).toEqual(new Set([of.border]));
    expect(contrast(of.border, of.land)).toBeGreaterThanOrEqual(3);
    expect(contrast(of.coast, of.land)).toBeGreaterThanOrEqual(3);
    expect(contrast(of.coast, of.sea)).toBeGreaterThanOrEqual(3);
  });
});

/** How one line of the map is drawn under some settings, by the filters of the style themselves. */
function drawn(borders: Borders | undefined, properties: Record<string, string>): string[] {
  const style = basemapStyle({ mode: "day", language: "en", url: URL, ...(borders ? { borders } : {}) });
  return style.layers
    .filter((layer) => layer.type === "line" && /^border-(solid|dashed)$/.test(layer.id))
    .filter((layer) => featureFilter((layer as unknown as { filter: never }).filter, "filter").filter({ zoom: 3 } as never, { type: 2, properties } as never))
    .map((layer) => layer.id.replace("border-", ""));
}

describe("lines are drawn as the settings say, whatever they are", () => {
  const settled = { pair: "001-002", kind: "land" };
  const disputed = { pair: "003-004", kind: "disputed" };
  const wanted = (line: Line): string[] => (line === "none" ? [] : [line]);

  test.each(LINES)("disputed lines together: %s", (line) => {
    expect(drawn({ disputed: line, pairs: {} }, disputed)).toEqual(wanted(line));
    expect(drawn({ disputed: line, pairs: {} }, settled)).toEqual(["solid"]);
  });
  test.each(LINES)("one pair by itself: %s", (line) => {
    for (const rest of LINES) {
      expect(drawn({ disputed: rest, pairs: { "003-004": line } }, disputed)).toEqual(wanted(line));
      expect(drawn({ disputed: rest, pairs: { "001-002": line } }, settled)).toEqual(wanted(line));
    }
  });
});

test("a name that the settings hide is not written, and every other is", () => {
  const style = basemapStyle({ mode: "day", language: "ar", url: URL, hiddenNames: ["999"] });
  const label = style.layers.find((each) => each.id === "label-country") as unknown as { filter: never };
  const shown = (iso: string) => featureFilter(label.filter, "filter").filter({ zoom: 6 } as never, { type: 1, properties: { iso, rank: 1 } } as never);
  expect([shown("999"), shown("998")]).toEqual([false, true]);
});

test("a name is said in the officer's language, else in English", () => {
  const label = basemapStyle({ mode: "day", language: "fr", url: URL }).layers.find((each) => each.id === "label-sea") as never as { layout: { "text-field": never } };
  const field = createExpression(label.layout["text-field"], "layout.text-field");
  if (field.result !== "success") throw new Error("the expression of the name cannot be read");
  const said = (properties: Record<string, string>) => String(field.value.evaluate({ zoom: 4 } as never, { type: 1, properties } as never));
  expect([said({ name_fr: "Mer", name_en: "Sea" }), said({ name_en: "Sea" })]).toEqual(["Mer", "Sea"]);
});

test("a deeper map is read to its own depth, from its own address alone", () => {
  const style = basemapStyle({ mode: "day", language: "en", url: URL, maxZoom: 11 });
  const sources = Object.values(style.sources) as { tiles: string[]; maxzoom: number }[];
  expect(sources.map((each) => each.maxzoom)).toEqual([4, 11]);
  expect(new Set(sources.flatMap((each) => each.tiles))).toEqual(new Set([`pmtiles://${URL}/{z}/{x}/{y}`]));
});
