/**
 * A search area while it is drawn: a rectangle on the sphere, moved, turned and stretched.
 *
 * Metres and degrees; bearings clockwise from true north. Inside, the frame of the area: along its length, and across it
 * with the right hand positive. The node works on the ellipsoid; the sphere of the mean radius differs from it by less
 * than half a percent of a side, and what the node answers takes its place.
 */
import type { Position as Pair } from "geojson";

const EARTH_RADIUS_M = 6_371_008.8;
const RAD = Math.PI / 180;
/** No side is shorter: less than the way that an aircraft needs to turn. */
export const LEAST_SIDE_M = 500;
/** No side is longer: 300 nautical miles. */
export const MOST_SIDE_M = 555_600;

export interface Area {
  lon_deg: number;
  lat_deg: number;
  length_m: number;
  width_m: number;
  bearing_deg: number;
}

export interface Frame {
  alongM: number;
  acrossM: number;
}

/** The sides that an officer takes hold of: at the end and at the beginning of the length, to its right and to its left. */
export const EDGES = ["ahead", "right", "astern", "left"] as const;
export type Edge = (typeof EDGES)[number];

const around = (deg: number, half: number): number => ((((deg + half) % (2 * half)) + 2 * half) % (2 * half)) - half;
const bounded = (side: number): number => Math.min(Math.max(side, LEAST_SIDE_M), MOST_SIDE_M);

/** The place at a distance along a bearing, on the sphere: longitude and latitude. */
export function destination([lon, lat]: readonly [number, number], bearingDeg: number, rangeM: number): [number, number] {
  const [turn, arc, phi] = [bearingDeg * RAD, rangeM / EARTH_RADIUS_M, lat * RAD];
  const sin = Math.sin(phi) * Math.cos(arc) + Math.cos(phi) * Math.sin(arc) * Math.cos(turn);
  const east = Math.atan2(Math.sin(turn) * Math.sin(arc) * Math.cos(phi), Math.cos(arc) - Math.sin(phi) * sin);
  return [around(lon + east / RAD, 180), Math.asin(sin) / RAD];
}

/** Bearing and distance from one place to another, on the sphere. */
export function inverse([lon1, lat1]: readonly [number, number], [lon2, lat2]: readonly [number, number]): { bearingDeg: number; rangeM: number } {
  const [a, b, l] = [lat1 * RAD, lat2 * RAD, (lon2 - lon1) * RAD];
  const [y, x] = [Math.sin(l) * Math.cos(b), Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(l)];
  const rangeM = EARTH_RADIUS_M * Math.atan2(Math.hypot(y, x), Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(l));
  return { bearingDeg: (Math.atan2(y, x) / RAD + 360) % 360, rangeM };
}

/** A place of the area's frame on the earth. */
export function placeOf(area: Area, { alongM, acrossM }: Frame): [number, number] {
  const bearingDeg = area.bearing_deg + Math.atan2(acrossM, alongM) / RAD;
  return destination([area.lon_deg, area.lat_deg], bearingDeg, Math.hypot(alongM, acrossM));
}

/** A place of the earth in the area's frame. */
export function frameOf(area: Area, place: readonly [number, number]): Frame {
  const { bearingDeg, rangeM } = inverse([area.lon_deg, area.lat_deg], place);
  const turn = (bearingDeg - area.bearing_deg) * RAD;
  return { alongM: rangeM * Math.cos(turn), acrossM: rangeM * Math.sin(turn) };
}

/** The four corners, anticlockwise as the plan has them: ahead right, ahead left, astern left, astern right. */
export function cornersOf(area: Area): Pair[] {
  const [along, across] = [area.length_m / 2, area.width_m / 2];
  const signs = [[1, 1], [1, -1], [-1, -1], [-1, 1]] as const;
  return signs.map(([a, c]) => placeOf(area, { alongM: a * along, acrossM: c * across }));
}

/** Whether a place lies in the area. */
export function holds(area: Area, place: readonly [number, number]): boolean {
  const { alongM, acrossM } = frameOf(area, place);
  return Math.abs(alongM) <= area.length_m / 2 && Math.abs(acrossM) <= area.width_m / 2;
}

/** The area with its centre elsewhere. */
export function movedTo(area: Area, [lon, lat]: readonly [number, number]): Area {
  return { ...area, lon_deg: lon, lat_deg: Math.min(Math.max(lat, -85), 85) };
}

/** The area some metres further east and north. */
export function movedBy(area: Area, eastM: number, northM: number): Area {
  if (eastM === 0 && northM === 0) return area;
  return movedTo(area, destination([area.lon_deg, area.lat_deg], Math.atan2(eastM, northM) / RAD, Math.hypot(eastM, northM)));
}

/** The area turned clockwise about its centre; the bearing stays from 0 to 360. */
export function turnedBy(area: Area, deg: number): Area {
  return { ...area, bearing_deg: (((area.bearing_deg + deg) % 360) + 360) % 360 };
}

/** The area whose length points from its centre to a place. */
export function turnedTo(area: Area, place: readonly [number, number]): Area {
  return { ...area, bearing_deg: inverse([area.lon_deg, area.lat_deg], place).bearingDeg };
}

/** The area longer and wider by metres about its centre, within what can be flown. */
export function stretchedBy(area: Area, lengthM: number, widthM: number): Area {
  return { ...area, length_m: bounded(area.length_m + lengthM), width_m: bounded(area.width_m + widthM) };
}

/** The area with one edge drawn to a place, the opposite edge where it was. */
export function stretchedTo(area: Area, edge: Edge, place: readonly [number, number]): Area {
  const at = frameOf(area, place);
  const alongLength = edge === "ahead" || edge === "astern";
  const sign = edge === "ahead" || edge === "right" ? 1 : -1;
  const before = alongLength ? area.length_m : area.width_m;
  const side = bounded(sign * (alongLength ? at.alongM : at.acrossM) + before / 2);
  const shift = (sign * (side - before)) / 2;
  const moved = movedTo(area, placeOf(area, alongLength ? { alongM: shift, acrossM: 0 } : { alongM: 0, acrossM: shift }));
  return { ...moved, ...(alongLength ? { length_m: side } : { width_m: side }) };
}

/** The middle of an edge, where its handle is. */
export function edgeOf(area: Area, edge: Edge, outwardsM = 0): [number, number] {
  const [along, across] = [area.length_m / 2 + outwardsM, area.width_m / 2 + outwardsM];
  const frames: Record<Edge, Frame> = {
    ahead: { alongM: along, acrossM: 0 }, astern: { alongM: -along, acrossM: 0 }, right: { alongM: 0, acrossM: across }, left: { alongM: 0, acrossM: -across },
  };
  return placeOf(area, frames[edge]);
}

/** Whether the officer has changed an area; less than a metre and a hundredth of a degree is the rounding of the plan. */
export function isSame(one: Area, other: Area): boolean {
  const apartM = inverse([one.lon_deg, one.lat_deg], [other.lon_deg, other.lat_deg]).rangeM;
  const turned = Math.abs(around(one.bearing_deg - other.bearing_deg, 180));
  return apartM < 1 && turned < 0.01 && Math.abs(one.length_m - other.length_m) < 1 && Math.abs(one.width_m - other.width_m) < 1;
}
