/** A plan as `plan.json` (`comity/plan/1`) holds it, in the console's own form; nothing in it is trusted to be there. */
import type { Feature, FeatureCollection, Position as Pair } from "geojson";

import { collection } from "../map/shapes.ts";
import { type Area, cornersOf, destination, inverse } from "./area.ts";

export interface Leg {
  atMs: number;
  lon: number;
  lat: number;
  /** Whether the unit searches from this point to the next. */
  searches: boolean;
}

export interface Sortie {
  unit: string;
  number: number;
  platform: string;
  pattern: string;
  area: Area;
  corners: Pair[];
  spacingM: number;
  coverage: number[];
  poc: number;
  pod: number;
  pos: number;
  leavesMs: number;
  beginsMs: number;
  endsMs: number;
  returnsMs: number;
  legs: Leg[];
  widths: { object: string; sweepWidthM: number }[];
}

export interface Plan {
  pos: number;
  posBound: number;
  manualPos: number;
  posSoFar: number;
  sorties: Sortie[];
  by: string | null;
  ashore: number;
  /** Whether POS is the chance to find the object alive. */
  alive: boolean;
  searchedBefore: string[];
  above: { units: string[]; apartM: number }[];
  digest: string;
}

type Table = Record<string, unknown>;
export const table = (value: unknown): Table => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Table) : {});
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const number = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : NaN);
export const text = (value: unknown): string => (typeof value === "string" ? value : "");
const instant = (value: unknown): number => Date.parse(text(value));

/** The name of a sortie: the unit's own, with its number where the unit goes out more than once. */
export function nameOf(sortie: { unit: string; number: number }, sorties: readonly { unit: string }[]): string {
  return sorties.filter((each) => each.unit === sortie.unit).length > 1 ? `${sortie.unit} ${sortie.number}` : sortie.unit;
}

/** What a sortie is known by in a plan. */
export const keyOf = (sortie: { unit: string; number: number }): string => `${sortie.unit}/${sortie.number}`;

export function areaOf(value: unknown): Area | null {
  const found = table(value);
  const [lon_deg, lat_deg, length_m, width_m, bearing_deg] = ["lon_deg", "lat_deg", "length_m", "width_m", "bearing_deg"].map((key) => number(found[key])) as [number, number, number, number, number];
  return [lon_deg, lat_deg, length_m, width_m, bearing_deg].some(Number.isNaN) ? null : { lon_deg, lat_deg, length_m, width_m, bearing_deg };
}

/** Read legs that stand in columns. */
export function legsOf(value: unknown): Leg[] {
  const columns = table(value);
  const [time, lon, lat, searches] = ["time", "lon_deg", "lat_deg", "is_searching"].map((key) => list(columns[key])) as [unknown[], unknown[], unknown[], unknown[]];
  const legs = time.map((at, k) => ({ atMs: instant(at), lon: number(lon[k]), lat: number(lat[k]), searches: searches[k] === true }));
  return legs.every((leg) => !Number.isNaN(leg.atMs + leg.lon + leg.lat)) ? legs : [];
}

/** Read a plan; one without sorties that can be drawn is none. */
export function planOf(document: unknown): Plan | null {
  const found = table(document);
  const sorties = list(found["units"]).flatMap((each) => sortieOf(table(each)));
  if (sorties.length === 0) return null;
  return {
    pos: number(found["pos"]), posBound: number(found["pos_bound"]), manualPos: number(found["manual_pos"]),
    posSoFar: number(found["pos_so_far_with_plan"]), sorties, by: text(found["by"]) || null, ashore: number(found["ashore"]),
    alive: found["survival"] !== null && found["survival"] !== undefined,
    searchedBefore: list(found["searched_before"]).map(text),
    above: list(found["above_one_another"]).map(table).map((each) => ({ units: list(each["units"]).map(text), apartM: number(each["apart_m"]) })),
    digest: text(found["drift_digest"]),
  };
}

function sortieOf(each: Table): Sortie[] {
  const area = areaOf(each["area"]);
  const legs = legsOf(each["legs"]);
  const [beginsMs, endsMs] = [instant(each["begins"]), instant(each["ends"])];
  if (area === null || legs.length === 0 || Number.isNaN(beginsMs + endsMs)) return [];
  const corners = list(table(each["area"])["corners"]) as Pair[];
  return [{
    unit: text(each["unit"]), number: number(each["sortie"]) || 1, platform: text(each["platform"]), pattern: text(each["pattern"]), area,
    corners: corners.length === 4 ? corners : cornersOf(area), spacingM: number(each["track_spacing_m"]), coverage: list(each["coverage"]).map(number),
    poc: number(each["poc"]), pod: number(each["pod"]), pos: number(each["pos"]),
    leavesMs: instant(each["leaves"]) || legs[0]!.atMs, beginsMs, endsMs, returnsMs: instant(each["returns"]) || legs.at(-1)!.atMs, legs,
    widths: list(table(each["sweep_width"])["objects"]).map(table).map((width) => ({ object: text(width["object"]), sweepWidthM: number(width["sweep_width_m"]) })),
  }];
}

/** How each unit of a plan is drawn: a dash of its own on its legs, and a colour that only helps. Dashes in widths of the line. */
export const DASHES: readonly (readonly number[])[] = [[1, 0], [4, 2], [1, 1.5], [6, 1.5, 1, 1.5], [3, 1, 1, 1, 1, 1], [8, 3]];

/** The style of each unit, in the order of the plan's units. */
export function stylesOf(sorties: readonly { unit: string }[]): Map<string, number> {
  const units = [...new Set(sorties.map((each) => each.unit))];
  return new Map(units.map((unit, at) => [unit, at % DASHES.length]));
}

/** The areas of a plan for the map; `whose` says how they are outlined. */
export function areaFeatures(sorties: readonly Sortie[], whose: "ours" | "partner"): FeatureCollection {
  const styles = stylesOf(sorties);
  return collection(
    sorties.map((each) => ({
      type: "Feature", properties: { style: styles.get(each.unit) ?? 0, whose, name: `${nameOf(each, sorties)} ${each.pattern}`.trim() },
      geometry: { type: "Polygon", coordinates: [[...each.corners, each.corners[0]!]] },
    })),
  );
}

/** The ways of a plan for the map: out and home thin, the search in the unit's own dash; where it begins, and which way. */
export function legFeatures(sorties: readonly Sortie[]): FeatureCollection {
  const styles = stylesOf(sorties);
  return collection(sorties.flatMap((each) => waysOf(each, styles.get(each.unit) ?? 0, nameOf(each, sorties))));
}

function waysOf(sortie: Sortie, style: number, name: string): Feature[] {
  const searching = sortie.legs.flatMap((leg, at) => (leg.searches ? [at] : []));
  const [first, last] = [searching[0], searching.at(-1)];
  if (first === undefined || last === undefined) return [];
  const points = sortie.legs.map((leg) => [leg.lon, leg.lat]);
  const lines: [string, Pair[]][] = [["out", points.slice(0, first + 1)], ["search", points.slice(first, last + 2)], ["home", points.slice(last + 1)]];
  const ways: Feature[] = lines
    .filter(([, line]) => line.length > 1)
    .map(([part, coordinates]) => ({ type: "Feature", properties: { part, style, name }, geometry: { type: "LineString", coordinates } }));
  return [...ways, ...startOf(sortie.legs[first]!, sortie.legs[first + 1]!, sortie.area, style, name)];
}

/** The commence-search point, and an arrow head that lies on the first leg and shows its direction. */
function startOf(from: Leg, to: Leg, area: Area, style: number, name: string): Feature[] {
  const { bearingDeg, rangeM } = inverse([from.lon, from.lat], [to.lon, to.lat]);
  const size = Math.min(area.length_m, area.width_m) / 14;
  const tip = destination([from.lon, from.lat], bearingDeg, Math.min(2.6 * size, rangeM));
  const barb = (side: number): Pair => destination(tip, bearingDeg + 180 + side * 28, size);
  return [
    { type: "Feature", properties: { part: "point", style, name }, geometry: { type: "Point", coordinates: [from.lon, from.lat] } },
    { type: "Feature", properties: { part: "arrow", style, name }, geometry: { type: "Polygon", coordinates: [[tip, barb(-1), barb(1), tip]] } },
  ];
}
