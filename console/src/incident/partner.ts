/** The partner's plans as they came in, drawn beside ours. */
import type { Feature, FeatureCollection, Position as Pair } from "geojson";

import type { Schemas } from "../api/client.ts";
import { collection } from "../map/shapes.ts";
import { DASHES } from "./plan.ts";

type Sortie = Omit<Schemas["PartnerSortieOut"], "corners"> & { corners: Pair[] };
export interface PartnerPlan {
  party: string;
  sorties: readonly Sortie[];
}

/** Areas with the partner's double outline, and the ways of those that it released. */
export function partnerFeatures(plans: readonly PartnerPlan[]): { areas: Feature[]; legs: Feature[] } {
  const [areas, legs]: [Feature[], Feature[]] = [[], []];
  for (const plan of plans)
    plan.sorties.forEach((each, at) => {
      const properties = { style: at % DASHES.length, whose: "partner", name: `${plan.party} · ${each.unit}` };
      const [first] = each.corners;
      if (first && each.corners.length > 2) areas.push({ type: "Feature", properties, geometry: { type: "Polygon", coordinates: [[...each.corners, first]] } });
      const line = (each.legs?.lon_deg ?? []).map((lon, k) => [lon, each.legs!.lat_deg[k]!]);
      if (line.length > 1) legs.push({ type: "Feature", properties: { ...properties, part: "search" }, geometry: { type: "LineString", coordinates: line } });
      if (line[0] ?? first) legs.push({ type: "Feature", properties: { ...properties, part: "point" }, geometry: { type: "Point", coordinates: line[0] ?? first! } });
    });
  return { areas, legs };
}

export const joined = (own: FeatureCollection, partners: readonly Feature[]): FeatureCollection => (partners.length ? collection([...own.features, ...partners]) : own);
