/** The peer: MapLibre's own circle layer on a GeoJSON source, dots of the size that our layer draws at this zoom. */
import type { Feature, Point } from "geojson";
import type { GeoJSONSource, GeoJSONSourceDiff, Map as MapView } from "maplibre-gl";

import { movers, places } from "./places.ts";
import { DIAMETER_PX } from "./ours.ts";

export type Change = GeoJSONSourceDiff;

const SOURCE = "points";

export function put(map: MapView, count: number, before: string): void {
  const lonLat = places(count, 1);
  const features = Array.from({ length: count }, (_, id): Feature<Point> => ({
    type: "Feature", id, properties: {}, geometry: { type: "Point", coordinates: [lonLat[2 * id]!, lonLat[2 * id + 1]!] },
  }));
  map.addSource(SOURCE, { type: "geojson", data: { type: "FeatureCollection", features } });
  map.addLayer({ id: "circles", type: "circle", source: SOURCE, paint: { "circle-radius": DIAMETER_PX / 2, "circle-color": "#0072b2" } }, before);
}

export function change(count: number, moved: number, seed: number): Change {
  const lonLat = places(moved, seed + 1);
  const update = Array.from(movers(count, moved, seed), (id, at) => ({
    id, newGeometry: { type: "Point" as const, coordinates: [lonLat[2 * at]!, lonLat[2 * at + 1]!] },
  }));
  return { update };
}

export function apply(map: MapView, change: Change): void {
  void map.getSource<GeoJSONSource>(SOURCE)!.updateData(change);
}
