/** What the map shows of the probability, and how it is made of the cloud. */
import type { FeatureCollection } from "geojson";

import { changeCells, fieldOf, gridOf, rampCells } from "../map/field.ts";
import type { Cloud } from "../map/points.ts";

export const SHOWS = ["points", "field", "change"] as const;
export type Show = (typeof SHOWS)[number];

/** What was learnt of each hypothesis that the cloud shows: now, and before the last search; `null` where nothing was. */
export interface Learnt {
  now: Float32Array;
  before: Float32Array | null;
}

/** The cells that take the place of the points; none where the points are shown, or nothing was learnt. */
export function cellsOf(show: Show, cloud: Cloud | null, learnt: Learnt | null): { field?: FeatureCollection; change?: FeatureCollection } {
  if (cloud === null || show === "points") return {};
  const grid = gridOf(cloud);
  const now = fieldOf(cloud, learnt?.now ?? null, grid);
  if (now === null) return {};
  if (show === "field") return { field: rampCells(now) };
  const before = learnt ? fieldOf(cloud, learnt.before, grid) : null;
  return before ? { change: changeCells(before, now) } : {};
}
