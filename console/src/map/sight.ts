/** What the node is asked for when the map shows a part of the earth. */
import { POINTS_FROM_ZOOM } from "./moving.ts";

/** Around the view, so that a small move finds its points there. */
const MARGIN = 0.15;
/** At zoom 5 a cell of a quarter of a degree is 11 pixels wide. */
const CELL_UDEG_AT_5 = 250_000;

export type Box = [number, number, number, number];

/** The box to ask for, west greater than east across the antimeridian; `null` is the whole earth. */
export function boxToAsk([west, south, east, north]: Box): Box | null {
  const [wide, high] = [(east - west) * MARGIN, (north - south) * MARGIN];
  if (east - west + 2 * wide >= 360) return null;
  return [around(west - wide), Math.max(south - high, -90), around(east + wide), Math.min(north + high, 90)];
}

/** The width of a density cell in micro-degrees, doubled with each zoom outwards; `null` where points are drawn. */
export function cellToAsk(zoom: number): number | null {
  return zoom >= POINTS_FROM_ZOOM ? null : CELL_UDEG_AT_5 * 2 ** Math.max(0, POINTS_FROM_ZOOM - 1 - Math.floor(zoom));
}

function around(lon: number): number {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}
