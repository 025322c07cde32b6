/** How a search plan and the field of probability are drawn: cells below the names, areas and ways over the contours. */
import type { Map as MapView } from "maplibre-gl";

import { FIRST_LABEL } from "../../basemap/style.ts";
import { DASHES } from "../incident/plan.ts";
import { CHANGES, CLASSES } from "./field.ts";
import type { MapInks } from "./inks.ts";
import { collection } from "./shapes.ts";

/** Sources that a search puts on the map. */
export const SEARCH_SOURCES = ["field", "change", "search-areas", "search-legs"] as const;

const LEAST_OPACITY = 0.25;
const MOST_OPACITY = 0.75;

export function addSources(map: MapView): void {
  for (const name of SEARCH_SOURCES) map.addSource(name, { type: "geojson", data: collection() });
}

/** The probability by class and the change by step; the signs say what the colours say. */
export function fieldCells(map: MapView, inks: MapInks): void {
  const level = ["get", "level"];
  const ramp = inks.ramp.flatMap((colour, at) => [at + 1, colour]);
  const opacity = ["interpolate", ["linear"], level, 1, LEAST_OPACITY, CLASSES, MOST_OPACITY] as never;
  map.addLayer({ id: "field", type: "fill", source: "field", paint: { "fill-color": ["match", level, ...ramp, inks.halo] as never, "fill-opacity": opacity, "fill-antialias": false } }, FIRST_LABEL);
  const steps = inks.change.flatMap((colour, at) => [at < CHANGES ? at - CHANGES : at - CHANGES + 1, colour]);
  map.addLayer({ id: "change", type: "fill", source: "change", paint: { "fill-color": ["match", level, ...steps, inks.halo] as never, "fill-opacity": 0.7, "fill-antialias": false } }, FIRST_LABEL);
  map.addLayer({
    id: "change-sign", type: "symbol", source: "change", filter: [">", ["abs", level as never], 1],
    layout: { "text-field": ["case", [">", level as never, 0], "+", "−"], "text-font": ["Noto Sans"], "text-size": 13, "text-padding": 9 },
    paint: { "text-color": inks.name, "text-halo-color": inks.halo, "text-halo-width": 1.2 },
  });
}

const styled = <Value>(of: (style: number) => Value): never => ["match", ["get", "style"], ...DASHES.flatMap((_, at) => [at, of(at)]), of(0)] as never;

/** Areas: ours one line, the partner's two beside each other. Ways: the search in the unit's own dash, out and home thin. */
export function searchLines(map: MapView, inks: MapInks): void {
  const colour = ["case", ["==", ["get", "whose"], "partner"], inks.badges.partner, styled((at) => inks.units[at]!)] as never;
  const dash = styled((at) => ["literal", DASHES[at]]);
  const part = (name: string): never => ["==", ["get", "part"], name] as never;
  map.addLayer({ id: "search-area-halo", type: "line", source: "search-areas", paint: { "line-color": inks.halo, "line-width": 5, "line-opacity": 0.6 } });
  map.addLayer({ id: "search-area-ours", type: "line", source: "search-areas", filter: ["!=", ["get", "whose"], "partner"], layout: { "line-join": "miter" }, paint: { "line-color": colour, "line-width": 2.4 } });
  map.addLayer({ id: "search-area-partner", type: "line", source: "search-areas", filter: ["==", ["get", "whose"], "partner"], layout: { "line-join": "miter" }, paint: { "line-color": inks.badges.partner, "line-width": 1.6, "line-gap-width": 2.4 } });
  map.addLayer({ id: "search-way", type: "line", source: "search-legs", filter: ["in", ["get", "part"], ["literal", ["out", "home"]]], paint: { "line-color": colour, "line-width": 0.9, "line-opacity": 0.75 } });
  map.addLayer({ id: "search-leg-halo", type: "line", source: "search-legs", filter: part("search"), paint: { "line-color": inks.halo, "line-width": 3.6, "line-opacity": 0.5 } });
  map.addLayer({ id: "search-leg", type: "line", source: "search-legs", filter: part("search"), layout: { "line-join": "round" }, paint: { "line-color": colour, "line-width": 1.8, "line-dasharray": dash } });
  map.addLayer({ id: "search-arrow", type: "fill", source: "search-legs", filter: part("arrow"), paint: { "fill-color": colour } });
  map.addLayer({ id: "search-begin", type: "circle", source: "search-legs", filter: part("point"), paint: { "circle-radius": 5, "circle-color": inks.halo, "circle-stroke-color": colour, "circle-stroke-width": 2.5 } });
  map.addLayer({
    id: "search-name", type: "symbol", source: "search-legs", filter: part("point"),
    layout: {
      "text-field": ["get", "name"], "text-font": ["Noto Sans", "Noto Sans Arabic"], "text-size": 12, "text-radial-offset": 0.9, "text-justify": "auto",
      "text-variable-anchor": ["top", "bottom", "left", "right", "top-left", "top-right", "bottom-left", "bottom-right"],
    },
    paint: { "text-color": colour, "text-halo-color": inks.halo, "text-halo-width": 2 },
  });
}
