/** The partner's plans as they came in, drawn beside ours. */
import type { Feature, FeatureCollection, Position as Pair } from "geojson";

import type { Schemas } from "../api/client.ts";
import { collection } from "../map/shapes.ts";
import { DASHES } from "./plan.ts";

type Sortie = Omit<Schemas["PartnerSortieOut"], "corners"> & { corners: Pair[] };
export interface PartnerPlan {
  key: string;
  party: string;
  sorties: readonly Sortie[];
}
export type LegPoint = Pick<Schemas["PartnerLegOut"], "plan" | "sortie" | "lon_deg" | "lat_deg">;

/** Points of the partner's ways that are drawn, at most: more than any search has had. */
export const MOST_DRAWN = 20_000;

/** What names the ways of plans: they are asked for anew when another plan came, and only where one has any. */
export function waysNamed(plans: readonly PartnerPlan[]): string {
  return plans.filter((plan) => plan.sorties.some((each) => each.points > 0)).map((plan) => plan.key).join(" ");
}

/** Areas with the partner's double outline, and the ways of those that it released. */
export function partnerFeatures(plans: readonly PartnerPlan[], points: readonly LegPoint[]): { areas: Feature[]; legs: Feature[] } {
  const ways = new Map<string, Pair[]>();
  for (const each of points) {
    const name = `${each.plan} ${each.sortie}`;
    const way = ways.get(name) ?? [];
    way.push([each.lon_deg, each.lat_deg]);
    ways.set(name, way);
  }
  const [areas, legs]: [Feature[], Feature[]] = [[], []];
  for (const plan of plans)
    plan.sorties.forEach((each, at) => {
      const properties = { style: at % DASHES.length, whose: "partner", name: `${plan.party} · ${each.unit}` };
      const [first] = each.corners;
      if (first && each.corners.length > 2) areas.push({ type: "Feature", properties, geometry: { type: "Polygon", coordinates: [[...each.corners, first]] } });
      const line = ways.get(`${plan.key} ${at}`) ?? [];
      if (line.length > 1) legs.push({ type: "Feature", properties: { ...properties, part: "search" }, geometry: { type: "LineString", coordinates: line } });
      if (line[0] ?? first) legs.push({ type: "Feature", properties: { ...properties, part: "point" }, geometry: { type: "Point", coordinates: line[0] ?? first! } });
    });
  return { areas, legs };
}

export const joined = (own: FeatureCollection, partners: readonly Feature[]): FeatureCollection => (partners.length ? collection([...own.features, ...partners]) : own);
