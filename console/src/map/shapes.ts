/** What the map draws of a case, as GeoJSON in degrees. */
import type { Feature, FeatureCollection, MultiPolygon, Position as Pair } from "geojson";

export const LEVELS = ["50", "75", "90", "95"] as const;
export type Level = (typeof LEVELS)[number];

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };
/** A collection of features; an empty one without. */
export const collection = (features: Feature[] = []): FeatureCollection => ({ type: "FeatureCollection", features });
const EARTH_RADIUS_M = 6_371_008.8;

/** Areas of a released record: rings of micro-degrees for each instant; holes are rings too. */
export function recordAreas(record: Record<string, unknown>, instant = 0): FeatureCollection {
  const features: Feature[] = [];
  for (const level of LEVELS) {
    const instants = record[`containment_${level}`];
    if (!Array.isArray(instants) || !Array.isArray(instants[instant])) continue;
    const rings = (instants[instant] as Pair[][]).map((ring) => closed(ring.map(([lon = 0, lat = 0]) => [lon / 1e6, lat / 1e6])));
    const polygons: Pair[][][] = [];
    // Outlines run anticlockwise; the holes of each follow it (RFC 7946, 3.1.6).
    for (const ring of rings) isOutline(ring) || polygons.length === 0 ? polygons.push([ring]) : polygons.at(-1)!.push(ring);
    const geometry: MultiPolygon = { type: "MultiPolygon", coordinates: polygons };
    features.push({ type: "Feature", properties: { level: Number(level) / 100 }, geometry });
  }
  return { ...EMPTY, features };
}

function isOutline(ring: Pair[]): boolean {
  let twice = 0;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [ring[at]!, ring[at + 1]!];
    twice += x1 * y2 - x2 * y1;
  }
  return twice > 0;
}

/** A circle on the sea, for the error of a position. */
export function circle(at: { lat: number; lon: number }, radiusM: number): Feature {
  const turn = (angle: number): Pair => {
    const north = (radiusM * Math.cos(angle)) / EARTH_RADIUS_M;
    const east = (radiusM * Math.sin(angle)) / (EARTH_RADIUS_M * Math.cos((at.lat * Math.PI) / 180));
    return [at.lon + (east * 180) / Math.PI, at.lat + (north * 180) / Math.PI];
  };
  const ring = Array.from({ length: 65 }, (_, step) => turn((step / 64) * 2 * Math.PI));
  return { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: ring } };
}

/** Meridians and parallels for a view, as far apart as the zoom asks. */
export function graticule(bounds: [number, number, number, number], zoom: number): FeatureCollection {
  const step = zoom < 3 ? 20 : zoom < 4.5 ? 10 : zoom < 6 ? 5 : zoom < 7.5 ? 1 : zoom < 9 ? 0.5 : zoom < 10.5 ? 1 / 6 : 1 / 12;
  const [west, south, east, north] = bounds;
  const features: Feature[] = [];
  const line = (from: Pair, to: Pair, name: string): void => {
    features.push({ type: "Feature", properties: { name }, geometry: { type: "LineString", coordinates: [from, to] } });
  };
  for (let n = Math.ceil(west / step); n * step <= east && features.length < 80; n += 1)
    line([n * step, Math.max(south, -85)], [n * step, Math.min(north, 85)], degrees(n * step, "EW"));
  for (let n = Math.ceil(south / step); n * step <= north && features.length < 160; n += 1)
    line([west, n * step], [east, n * step], degrees(n * step, "NS"));
  return { ...EMPTY, features };
}

function degrees(value: number, letters: string): string {
  const minutes = Math.round(Math.abs(value) * 60);
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}°${rest ? `${String(rest).padStart(2, "0")}′` : ""}${letters[value < 0 ? 1 : 0]}`;
}

/** The surface of rings on the sphere in square kilometres; rings that run the other way are holes. */
export function surfaceKm2(rings: Pair[][]): number {
  const rad = Math.PI / 180;
  let sum = 0;
  for (const ring of rings)
    for (let at = 0; at + 1 < ring.length; at += 1) {
      const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [ring[at]!, ring[at + 1]!];
      sum += (x2 - x1) * rad * (2 + Math.sin(y1 * rad) + Math.sin(y2 * rad));
    }
  return (Math.abs(sum) * EARTH_RADIUS_M ** 2) / 2 / 1e6;
}

/** The box of a collection: west, south, east, north. */
export function boxOf(collection: FeatureCollection): [number, number, number, number] | null {
  let box: [number, number, number, number] | null = null;
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === "number" && typeof part[1] === "number") {
      const [lon, lat] = part as [number, number];
      box = box ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)] : [lon, lat, lon, lat];
    } else part.forEach(walk);
  };
  for (const each of collection.features) if (each.geometry && "coordinates" in each.geometry) walk(each.geometry.coordinates);
  return box;
}

function closed(ring: Pair[]): Pair[] {
  const [first] = ring;
  const last = ring.at(-1);
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}
