/** How the areas that hold a cloud are drawn, from the source `areas`: fills below the names, lines and levels above. */
import type { Map as MapView } from "maplibre-gl";

import { FIRST_LABEL } from "../../basemap/style.ts";
import type { MapInks } from "./inks.ts";

const colourOf = (inks: MapInks) =>
  ["match", ["round", ["*", 100, ["get", "level"]]], 50, inks.contours["50"], 75, inks.contours["75"], 90, inks.contours["90"], inks.contours["95"]] as never;

/** The tint of each area; points drawn after it lie on it. */
export function areaFills(map: MapView, inks: MapInks): void {
  map.addLayer({ id: "area-fill", type: "fill", source: "areas", paint: { "fill-color": colourOf(inks), "fill-opacity": 0.1, "fill-antialias": false } }, FIRST_LABEL);
}

/** The edge of each area with its level, over everything, so that colour is never the only sign. */
export function areaLines(map: MapView, inks: MapInks): void {
  map.addLayer({ id: "area-edge", type: "line", source: "areas", layout: { "line-join": "round" }, paint: { "line-color": inks.halo, "line-width": 4.5, "line-opacity": 0.65 } });
  map.addLayer({
    id: "area-line", type: "line", source: "areas", layout: { "line-join": "round" },
    paint: { "line-color": colourOf(inks), "line-width": ["case", ["<", ["get", "level"], 0.6], 2.6, 1.7] },
  });
  map.addLayer({
    id: "area-name", type: "symbol", source: "areas",
    layout: { "symbol-placement": "line", "text-field": ["concat", ["round", ["*", 100, ["get", "level"]]], " %"], "text-font": ["Noto Sans"], "text-size": 12, "symbol-spacing": 260, "text-allow-overlap": true },
    paint: { "text-color": colourOf(inks), "text-halo-color": inks.halo, "text-halo-width": 2 },
  });
}
