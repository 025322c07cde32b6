/**
 * The cloud as a field: how much probability lies in each cell, and how it changed with the searches.
 *
 * Cells are squares on the chart (degrees, wider than high by 1 / cos latitude). The counts are smoothed once with the
 * weights 1 2 1 in both directions, so that a cell of few hypotheses does not stand out by chance.
 */
import type { Feature, FeatureCollection } from "geojson";

import type { Cloud } from "./points.ts";
import { collection } from "./shapes.ts";

/** Cells along the longer side: with 20 000 hypotheses about ten in each cell that counts. */
const ALONG = 56;
/** Steps of the ramp, the lowest being left out of the picture. */
export const CLASSES = 7;
/** Steps of the change to either side; the middle is left out. */
export const CHANGES = 3;
/** A cell less likely than this share of the likeliest says nothing about a change. */
const LEAST_SHARE = 0.01;
/** Where the change begins to be shown, and each further step: a fifth, a half, and the double. */
const STEPS = [Math.log2(1.2), Math.log2(1.5), 1] as const;

export interface Field {
  west: number;
  south: number;
  dLon: number;
  dLat: number;
  columns: number;
  rows: number;
  /** Share of all probability in each cell, row by row from the south. */
  share: Float64Array;
}

/** The cells that a cloud needs, at the instant that is shown. */
export function gridOf(cloud: Cloud): Field | null {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < cloud.status.length; at += 1) {
    const [lon, lat] = [cloud.lonLat[2 * at]!, cloud.lonLat[2 * at + 1]!];
    if (!Number.isFinite(lon + lat)) continue;
    [west, east, south, north] = [Math.min(west, lon), Math.max(east, lon), Math.min(south, lat), Math.max(north, lat)];
  }
  if (!(east >= west)) return null;
  const squeeze = Math.max(Math.cos((((south + north) / 2) * Math.PI) / 180), 0.05);
  const side = Math.max((east - west) * squeeze, north - south, 0.01) / ALONG;
  const [dLon, dLat] = [side / squeeze, side];
  // One cell more on every side, so that smoothing loses nothing.
  const [columns, rows] = [Math.ceil((east - west) / dLon) + 3, Math.ceil((north - south) / dLat) + 3];
  return { west: west - 1.5 * dLon, south: south - 1.5 * dLat, dLon, dLat, columns, rows, share: new Float64Array(columns * rows) };
}

/** The probability in each cell; without weights every hypothesis counts the same. */
export function fieldOf(cloud: Cloud, weights: Float32Array | null = null, grid: Field | null = gridOf(cloud)): Field | null {
  if (grid === null || (weights !== null && weights.length < cloud.status.length)) return null;
  const counts = new Float64Array(grid.columns * grid.rows);
  let sum = 0;
  for (let at = 0; at < cloud.status.length; at += 1) {
    const column = Math.floor((cloud.lonLat[2 * at]! - grid.west) / grid.dLon);
    const row = Math.floor((cloud.lonLat[2 * at + 1]! - grid.south) / grid.dLat);
    if (!(column >= 0 && column < grid.columns && row >= 0 && row < grid.rows)) continue;
    const weight = weights?.[at] ?? 1;
    counts[row * grid.columns + column]! += weight;
    sum += weight;
  }
  if (sum === 0) return null;
  return { ...grid, share: smoothed(counts, grid.columns, grid.rows).map((each) => each / sum) };
}

function smoothed(counts: Float64Array, columns: number, rows: number): Float64Array {
  const once = (from: Float64Array, step: number, last: (at: number) => boolean, first: (at: number) => boolean): Float64Array =>
    from.map((each, at) => each / 2 + (first(at) ? 0 : from[at - step]! / 4) + (last(at) ? 0 : from[at + step]! / 4));
  const across = once(counts, 1, (at) => at % columns === columns - 1, (at) => at % columns === 0);
  return once(across, columns, (at) => at >= columns * (rows - 1), (at) => at < columns);
}

const cell = (field: Field, at: number, properties: Record<string, unknown>): Feature => {
  const [west, south] = [field.west + (at % field.columns) * field.dLon, field.south + Math.floor(at / field.columns) * field.dLat];
  const [east, north] = [west + field.dLon, south + field.dLat];
  return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] } };
};

/** Cells with their class, 1 to CLASSES, evenly from nothing to the likeliest; the lowest class is not drawn. */
export function rampCells(field: Field): FeatureCollection {
  const most = field.share.reduce((a, b) => Math.max(a, b), 0);
  const features: Feature[] = [];
  field.share.forEach((share, at) => {
    const level = Math.min(CLASSES, Math.floor((share / most) * (CLASSES + 1)));
    if (level > 0) features.push(cell(field, at, { level }));
  });
  return collection(features);
}

/** Cells that have become likelier (1 to CHANGES) or less likely (−1 to −CHANGES) between two fields of one grid. */
export function changeCells(before: Field, after: Field): FeatureCollection {
  const most = Math.max(before.share.reduce((a, b) => Math.max(a, b), 0), after.share.reduce((a, b) => Math.max(a, b), 0));
  const features: Feature[] = [];
  before.share.forEach((share, at) => {
    const now = after.share[at]!;
    if (Math.max(share, now) < LEAST_SHARE * most) return;
    const turn = Math.log2(Math.max(now, 1e-12) / Math.max(share, 1e-12));
    const level = Math.sign(turn) * STEPS.filter((step) => Math.abs(turn) >= step).length;
    if (level !== 0) features.push(cell(before, at, { level }));
  });
  return collection(features);
}
