/** Units and conditions while they are written: what the form holds, what is wrong with it, and the section of the case that it makes. */
import { readPosition } from "../coordinates.ts";
import { isoInstant, position, readInstant } from "../formats.ts";
import { list, number, table, text } from "./plan.ts";

export const PLATFORMS = ["boat", "helicopter", "fixed_wing"] as const;
export type Platform = (typeof PLATFORMS)[number];
export const PATTERNS = ["PS", "CS", "SS", "VS", "TS", "TSR", "TSN", "barrier"] as const;

/** Limits of the case format (`comity.rescue.unit_file`). */
export const MOST_FT = 30_000;
export const MOST_KT = 600;
export const MOST_SORTIES = 20;
export const MOST_HOURS = 720;

/** Where the sweep-width tables begin (`comity.rescue.least_visibility_m`): below it no unit sees anything by them. */
export const LEAST_SEEN_NM = 1;

/**
 * What a platform flies or sails where nobody says more: a search height and speed in the middle of the columns of the
 * sweep-width tables, and an endurance on scene that is ours, to be changed by whoever knows the unit.
 */
export const BY_PLATFORM: Readonly<Record<Platform, { altitudeFt: number | null; speedKt: number; enduranceH: number }>> = {
  boat: { altitudeFt: null, speedKt: 15, enduranceH: 4 },
  helicopter: { altitudeFt: 500, speedKt: 90, enduranceH: 1.5 },
  fixed_wing: { altitudeFt: 1000, speedKt: 150, enduranceH: 3 },
};

export interface UnitDraft {
  id: string;
  platform: Platform;
  altitudeFt: number | null;
  speedKt: number | null;
  enduranceH: number | null;
  onScene: string;
  base: string;
  sorties: number | null;
  source: string;
  /** What the form does not show of the unit, kept as it stood. */
  rest: Record<string, unknown>;
}

export interface ConditionsDraft {
  visibilityNm: number | null;
  windKt: number | null;
  seaM: number | null;
  waterC: number | null;
  source: string;
}

const SHOWN = ["id", "platform", "altitude_ft", "speed_kt", "endurance_s", "on_scene", "base", "sorties", "source"];
const HOUR_S = 3600;
const HOUR_MS = 3_600_000;
const orNull = (value: unknown): number | null => (Number.isNaN(number(value)) ? null : number(value));
const inside = (value: number | null, least: number, most: number): boolean => value !== null && Number.isFinite(value) && value >= least && value <= most;

/** When a new unit is on scene where nobody said: the next hour but one; of a case that is over, after its first time. */
export function usualOnScene(document: unknown, nowMs: number): number {
  const times = list(table(document)["scenario"]).flatMap((each) => table(each)["time"]).map((each) => readInstant(text(each)));
  const [first, until] = [Math.min(...times.filter((each) => !Number.isNaN(each))), readInstant(text(table(table(document)["run"])["until"]))];
  const from = until < nowMs && Number.isFinite(first) ? first : nowMs;
  return (Math.ceil(from / HOUR_MS) + 1) * HOUR_MS;
}

/** A new unit of a platform, on scene at an instant, named as the next one. */
export function newUnit(platform: Platform, onScene: string, others: readonly UnitDraft[]): UnitDraft {
  const alike = others.filter((each) => each.platform === platform).length;
  const base = others.at(-1)?.base ?? "";
  return { id: `${platform.replace("_", "-")}${alike ? `-${alike + 1}` : ""}`, platform, ...BY_PLATFORM[platform], onScene, base, sorties: 1, source: "", rest: {} };
}

/** Another platform for a unit: what was the default of the one before becomes that of the new one, what was written stays. */
export function withPlatform(draft: UnitDraft, platform: Platform): UnitDraft {
  const [before, after] = [BY_PLATFORM[draft.platform], BY_PLATFORM[platform]];
  const kept = <Key extends keyof typeof before>(key: Key): (typeof before)[Key] | UnitDraft[Key] => (draft[key] === before[key] ? after[key] : draft[key]);
  const altitudeFt = platform === "boat" ? null : (kept("altitudeFt") ?? after.altitudeFt);
  return { ...draft, platform, altitudeFt, speedKt: kept("speedKt"), enduranceH: kept("enduranceH") };
}

/** The units of a case document, in its order. */
export function unitsOf(document: unknown): UnitDraft[] {
  return list(table(document)["unit"]).map(table).map((each) => {
    const base = table(each["base"]);
    const [lat, lon] = [number(base["lat"]), number(base["lon"])];
    const enduranceS = orNull(each["endurance_s"]);
    return {
      id: text(each["id"]),
      platform: PLATFORMS.find((known) => known === each["platform"]) ?? "boat",
      altitudeFt: orNull(each["altitude_ft"]), speedKt: orNull(each["speed_kt"]), enduranceH: enduranceS === null ? null : enduranceS / HOUR_S,
      onScene: text(each["on_scene"]),
      base: Number.isNaN(lat + lon) ? "" : position({ lat, lon }, "decimal"),
      sorties: orNull(each["sorties"]) ?? 1, source: text(each["source"]),
      rest: Object.fromEntries(Object.entries(each).filter(([key]) => !SHOWN.includes(key))),
    };
  });
}

/** The fields of a unit that are wrong as they stand. */
export function faultsOfUnit(each: UnitDraft, all: readonly UnitDraft[]): (keyof UnitDraft)[] {
  const faults: (keyof UnitDraft)[] = [];
  if (each.id.trim() === "" || each.id.length > 64 || all.some((other) => other !== each && other.id.trim() === each.id.trim())) faults.push("id");
  if (each.platform !== "boat" && !inside(each.altitudeFt, 0, MOST_FT)) faults.push("altitudeFt");
  if (!inside(each.speedKt, 1, MOST_KT)) faults.push("speedKt");
  if (!inside(each.enduranceH, 1 / HOUR_S, MOST_HOURS)) faults.push("enduranceH");
  if (Number.isNaN(readInstant(each.onScene))) faults.push("onScene");
  if (!readPosition(each.base).ok) faults.push("base");
  if (!inside(each.sorties, 1, MOST_SORTIES) || !Number.isInteger(each.sorties)) faults.push("sorties");
  return faults;
}

/** The section `unit` of sound drafts. */
export function unitSection(drafts: readonly UnitDraft[]): Record<string, unknown>[] {
  return drafts.map((each) => {
    const base = readPosition(each.base);
    return {
      ...each.rest,
      id: each.id.trim(), platform: each.platform, ...(each.platform === "boat" ? {} : { altitude_ft: each.altitudeFt }), speed_kt: each.speedKt,
      on_scene: isoInstant(readInstant(each.onScene)), endurance_s: Math.round((each.enduranceH ?? 0) * HOUR_S),
      base: base.ok ? { lat: base.position.lat, lon: base.position.lon } : {},
      ...(each.sorties === 1 ? {} : { sorties: each.sorties }), ...(each.source.trim() ? { source: each.source.trim() } : {}),
    };
  });
}

/** The conditions of a case document; all empty where it has none. */
export function conditionsOf(document: unknown): ConditionsDraft {
  const found = table(table(document)["conditions"]);
  const [visibilityNm, windKt, seaM, waterC] = ["visibility_nm", "wind_kt", "sea_m", "water_c"].map((key) => orNull(found[key])) as [number | null, number | null, number | null, number | null];
  return { visibilityNm, windKt, seaM, waterC, source: text(found["source"]) };
}

/** The fields of conditions that are wrong as they stand. */
export function faultsOfConditions(each: ConditionsDraft): (keyof ConditionsDraft)[] {
  const faults: (keyof ConditionsDraft)[] = [];
  if (!inside(each.visibilityNm, 0, 100) || each.visibilityNm === 0) faults.push("visibilityNm");
  if (!inside(each.windKt, 0, 200)) faults.push("windKt");
  if (!inside(each.seaM, 0, 40)) faults.push("seaM");
  if (each.waterC !== null && !inside(each.waterC, -3, 40)) faults.push("waterC");
  return faults;
}

/** The section `conditions` of a sound draft. */
export function conditionsSection(each: ConditionsDraft): Record<string, unknown> {
  return {
    visibility_nm: each.visibilityNm, wind_kt: each.windKt, sea_m: each.seaM, ...(each.waterC === null ? {} : { water_c: each.waterC }),
    ...(each.source.trim() ? { source: each.source.trim() } : {}),
  };
}
