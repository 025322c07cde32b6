/** A new case while it is written: what the form holds, what is wrong with it, and the case document that it makes. */
import { readPosition, type Position } from "./coordinates.ts";
import { isoInstant, readInstant } from "./formats.ts";
import { EXERCISE } from "./incident.ts";

export const NATURES = ["overdue", "sinking", "man_overboard", "fire", "aground", "medical"] as const;
export const SOURCES = ["distress_call", "overdue", "sighting", "satellite_detection", EXERCISE] as const;
export const KINDS = ["last_known_position", "area", "cone"] as const;
export type Kind = (typeof KINDS)[number];

/** Limits of the case format (`comity.rescue.case_file`). */
export const MOST_ERROR_M = 500_000;
export const MOST_TIME_ERROR_S = 7 * 86_400;
export const MOST_WEIGHT = 1e6;
export const LEAST_CORNERS = 3;

export interface ScenarioDraft {
  kind: Kind;
  weight: number | null;
  place: string;
  errorM: number | null;
  time: string;
  timeErrorS: number | null;
  /** Of a cone, where and when it ends; of an area, its last instant. */
  placeLast: string;
  errorLastM: number | null;
  timeLast: string;
  /** Corners of an area, one on each line. */
  corners: string;
  /** Where the values came from, in the words of whoever wrote them down. */
  source: string;
}

export interface ObjectDraft {
  leeway: string;
  weight: number | null;
}

export interface Draft {
  title: string;
  id: string;
  nature: string;
  source: string;
  persons: number | null;
  scenarios: ScenarioDraft[];
  objects: ObjectDraft[];
  until: string;
  particles: number | null;
  notes: string;
  contact: string;
  /** The partner's case that this one answers: both are one incident. */
  answers: string | null;
}

export function newScenario(time: string): ScenarioDraft {
  return { kind: "last_known_position", weight: 1, place: "", errorM: 2000, time, timeErrorS: 0, placeLast: "", errorLastM: 5000, timeLast: "", corners: "", source: "" };
}

export function newDraft(time: string): Draft {
  return {
    title: "", id: "", nature: "overdue", source: "distress_call", persons: null, scenarios: [newScenario(time)],
    objects: [{ leeway: "26", weight: 1 }], until: "", particles: 100_000, notes: "", contact: "", answers: null,
  };
}

export const instantOf = readInstant;
const inside = (value: number | null, least: number, most: number): boolean => value !== null && Number.isFinite(value) && value >= least && value <= most;
const placed = (text: string): Position | null => {
  const found = readPosition(text);
  return found.ok ? found.position : null;
};

/** The corners of an area that can be read, and the first line that cannot. */
export function cornersOf(text: string): { corners: Position[]; fault: number | null } {
  const corners: Position[] = [];
  const lines = text.split("\n").map((each) => each.trim());
  for (const [at, line] of lines.entries()) {
    if (line === "") continue;
    const found = placed(line);
    if (found === null) return { corners, fault: at + 1 };
    corners.push(found);
  }
  return { corners, fault: null };
}

/** The fields of a scenario that are wrong as they stand. */
export function faultsOf(each: ScenarioDraft): (keyof ScenarioDraft)[] {
  const faults: (keyof ScenarioDraft)[] = [];
  const [first, last] = [instantOf(each.time), instantOf(each.timeLast)];
  const ends = each.kind !== "last_known_position";
  if (Number.isNaN(first)) faults.push("time");
  if (ends && (Number.isNaN(last) || last < first)) faults.push("timeLast");
  if (!inside(each.weight, 1e-6, MOST_WEIGHT)) faults.push("weight");
  if (each.kind === "area") {
    const { corners, fault } = cornersOf(each.corners);
    if (fault !== null || corners.length < LEAST_CORNERS) faults.push("corners");
    return faults;
  }
  if (placed(each.place) === null) faults.push("place");
  if (!inside(each.errorM, 0, MOST_ERROR_M)) faults.push("errorM");
  if (each.kind === "last_known_position" && !inside(each.timeErrorS, 0, MOST_TIME_ERROR_S)) faults.push("timeErrorS");
  if (each.kind === "cone" && placed(each.placeLast) === null) faults.push("placeLast");
  if (each.kind === "cone" && !inside(each.errorLastM, 0, MOST_ERROR_M)) faults.push("errorLastM");
  return faults;
}

/** When the last hypothesis of a draft begins to drift: NaN while a time cannot be read. */
export function lastStartOf(draft: Draft): number {
  return Math.max(...draft.scenarios.map((each) => instantOf(each.kind === "last_known_position" ? each.time : each.timeLast)));
}

/** When the first hypothesis of a draft begins to drift: NaN while a time cannot be read. */
export function firstStartOf(draft: Draft): number {
  return Math.min(...draft.scenarios.map((each) => instantOf(each.time)));
}

/** Until when the drift runs: what was written, or a day after the last hypothesis begins. */
export function untilOf(draft: Draft): number {
  return draft.until.trim() === "" ? lastStartOf(draft) + 86_400_000 : instantOf(draft.until);
}

/** An id that an officer can say on the telephone: a word of the title and the day. */
export function madeId(draft: Draft): string {
  const words = draft.title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const ms = instantOf(draft.scenarios[0]?.time ?? "");
  const day = Number.isNaN(ms) ? "" : new Date(ms).toISOString().slice(0, 10);
  return [words.filter((each) => each !== "example").at(-1) ?? "case", day].filter(Boolean).join("-");
}

export const idOf = (draft: Draft): string => draft.id.trim() || madeId(draft);
export const isGoodId = (id: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 64;

/** Whether the node can be asked: every field can be read, and the run ends after the last hypothesis begins. */
export function isSound(draft: Draft): boolean {
  return (
    draft.scenarios.every((each) => faultsOf(each).length === 0) && draft.objects.every((each) => inside(each.weight, 1e-6, MOST_WEIGHT)) &&
    untilOf(draft) > lastStartOf(draft) && isGoodId(idOf(draft)) && inside(draft.particles, 1, 10_000_000) &&
    (draft.persons === null || inside(draft.persons, 0, 100_000))
  );
}

function scenarioOf(each: ScenarioDraft, several: boolean): Record<string, unknown> {
  const weight = { ...(several ? { weight: each.weight } : {}), ...(each.source.trim() ? { source: each.source.trim() } : {}) };
  const [first, last] = [instantOf(each.time), instantOf(each.timeLast)].map((ms) => (Number.isNaN(ms) ? "" : isoInstant(ms)));
  if (each.kind === "area") {
    const ring = cornersOf(each.corners).corners.map((at) => [at.lon, at.lat]);
    return { kind: each.kind, polygon: [ring], time: [first, last], ...weight };
  }
  const at = placed(each.place) ?? { lat: 0, lon: 0 };
  if (each.kind === "cone") {
    const to = placed(each.placeLast) ?? { lat: 0, lon: 0 };
    return { kind: each.kind, lat: [at.lat, to.lat], lon: [at.lon, to.lon], position_error_m: [each.errorM, each.errorLastM], time: [first, last], ...weight };
  }
  return {
    kind: each.kind, lat: at.lat, lon: at.lon, position_error_m: each.errorM, time: first,
    ...(each.timeErrorS ? { time_error_s: each.timeErrorS } : {}), ...weight,
  };
}

/** The case document of a sound draft; without `forcing`, so that the node's own currents and wind are taken. */
export function documentOf(draft: Draft): Record<string, unknown> {
  const until = untilOf(draft);
  const several = draft.objects.length > 1;
  return {
    case: {
      id: idOf(draft), nature: draft.nature, source_class: draft.source,
      ...(draft.title ? { title: draft.title } : {}), ...(draft.persons === null ? {} : { persons_on_board: draft.persons }),
      ...(draft.answers === null ? {} : { answers: draft.answers }),
      ...(draft.notes ? { notes: draft.notes } : {}), ...(draft.contact ? { contact: draft.contact } : {}),
    },
    object: draft.objects.map((each) => ({ leeway: Number(each.leeway), ...(several ? { weight: each.weight } : {}) })),
    scenario: draft.scenarios.map((each) => scenarioOf(each, draft.scenarios.length > 1)),
    run: { until: Number.isNaN(until) ? "" : isoInstant(until), step_s: 600, particles: draft.particles, seed: 11 },
  };
}

/** What the node finds wrong with a case, by its code, where the form has words of its own for it. */
export const IN_FORM: Readonly<Record<string, string>> = {
  "rescue.ends_before_start": "until-fault",
  "rescue.times_out_of_order": "time-order-fault",
  "rescue.not_a_polygon": "corners-few",
};

/** A draft of one's own, and one for each alert that it was begun from: none takes the place of another. */
const keptAs = (from: string | null): string => (from === null ? "comity-draft" : `comity-draft ${from}`);

/** Keep a draft on this screen only, so that a reload or a lost node loses nothing; `null` forgets it. */
export function keepDraft(draft: Draft | null, from: string | null = null): void {
  try {
    if (draft === null) localStorage.removeItem(keptAs(from));
    else localStorage.setItem(keptAs(from), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing: the form works, and a reload empties it.
  }
}

/** The kept draft, completed with what an older form did not have; `null` where there is none. */
export function keptDraft(time: string, from: string | null = null): Draft | null {
  try {
    const found = JSON.parse(localStorage.getItem(keptAs(from)) ?? "null") as Partial<Draft> | null;
    if (found === null || !Array.isArray(found.scenarios) || found.scenarios.length === 0 || !Array.isArray(found.objects)) return null;
    return { ...newDraft(time), ...found, scenarios: found.scenarios.map((each) => ({ ...newScenario(time), ...each })) };
  } catch {
    return null;
  }
}
