/** A question as it is typed, and what the node is asked to keep of it; instants are typed as ISO 8601 in UTC. */
import type { Schemas } from "./api/client.ts";
import { readPosition } from "./coordinates.ts";
import { dated, isoInstant } from "./formats.ts";

export const ABOUTS = ["area", "box", "ship", "group"] as const;
export type About = (typeof ABOUTS)[number];
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** By default a question looks a day back and wants its answer within six hours, as in the memorandum's own exercise. */
const BACK_H = 24;
const DUE_H = 6;
const UDEG = 1e6;
/** A corner that was kept comes back to the same micro-degree when its draft is opened and kept again. */
const UDEG_DIGITS = 6;

export interface Asking {
  clause: string;
  item: string;
  purpose: string;
  about: About;
  area: string;
  southWest: string;
  northEast: string;
  ship: string;
  group: string;
  from: string;
  to: string;
  due: string;
}

/** What the agreement in force lets a party ask: clauses with the kinds of items that they name, areas, purposes by kind. */
export interface Askable {
  clauses: { id: string; title: Words; kinds: string[] }[];
  areas: { id: string; title: Words }[];
  kinds: { id: string; title: Words }[];
  purposes: (item: string) => string[];
}

type Words = { ar: string | null; en: string | null; fr: string | null };
type Table = Record<string, unknown>;

/** An instant as it is typed, to the second where it has one; a kept one beyond the calendar is typed anew, never moved. */
const typedOf = (ms: number): string => {
  if (ms !== dated(ms)) return "";
  const whole = new Date(ms).toISOString();
  return ms % MINUTE_MS === 0 ? `${whole.slice(0, 16)}Z` : isoInstant(ms);
};

/** Return an empty question at this instant. */
export function newAsking(nowMs: number): Asking {
  const whole = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
  return {
    clause: "", item: "", purpose: "", about: "area", area: "", southWest: "", northEast: "", ship: "", group: "",
    from: typedOf(whole - BACK_H * HOUR_MS), to: typedOf(whole), due: typedOf(whole + DUE_H * HOUR_MS),
  };
}

/** Read the lists of an agreement document; what is not of their form is left out. */
export function askableIn(document: Table): Askable {
  const rows = (name: string): Table[] => (Array.isArray(document[name]) ? (document[name] as Table[]) : []);
  const words = (value: unknown): Words => {
    const found = (typeof value === "object" && value !== null ? value : {}) as Table;
    const one = (language: string): string | null => (typeof found[language] === "string" ? found[language] : null);
    return { ar: one("ar"), en: one("en"), fr: one("fr") };
  };
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : []);
  const named = (row: Table): { id: string; title: Words } => ({ id: String(row["id"]), title: words(row["title"]) });
  return {
    clauses: rows("clauses").map((row) => ({ ...named(row), kinds: texts(row["kinds"]) })).filter((each) => each.kinds.length > 0),
    areas: rows("areas").map(named),
    kinds: rows("kinds").map(named),
    purposes: (item) => [...new Set(rows("rules").filter((row) => row["item"] === item).flatMap((row) => texts(row["purposes"])))],
  };
}

/** What is wrong with an instant as it is typed: nothing there yet, another form, or a day or an hour that no calendar has. */
export type InstantFault = "empty" | "form" | "calendar";

/** Return what is wrong with an instant, or null: a day that a browser would move to the next month is said, never moved. */
export function instantFault(typed: string): InstantFault | null {
  const text = typed.trim();
  if (text === "") return "empty";
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(text)) return "form";
  const ms = Date.parse(text.replace(" ", "T"));
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 16) !== text.slice(0, 16).replace(" ", "T") ? "calendar" : null;
}

/** Return milliseconds of `2026-11-22T15:03Z` (seconds may follow), or null: other forms mean different things to two readers. */
export function readInstant(typed: string): number | null {
  return instantFault(typed) === null ? Date.parse(typed.trim().replace(" ", "T")) : null;
}

/** Why a question cannot be kept as it is typed: the first thing that an officer has to mend, or null where it is whole or only unfinished. */
export type AskingFault = "order" | "box";

/** Return what contradicts itself in a question whose parts are each readable. */
export function askingFault(asking: Asking): AskingFault | null {
  const [from, to, due] = [readInstant(asking.from), readInstant(asking.to), readInstant(asking.due)];
  if (from !== null && to !== null && to < from) return "order";
  const [low, high] = [readPosition(asking.southWest), readPosition(asking.northEast)];
  if (asking.about === "box" && low.ok && high.ok && low.position.lat >= high.position.lat) return "box";
  return null;
}

/** Return what is asked about, or null while it is not whole: nine digits are an MMSI, `IMO` and seven an IMO number. */
export function aboutOf(asking: Asking): Schemas["AboutIn"] | null {
  if (asking.about === "area") return asking.area === "" ? null : { area: asking.area };
  if (asking.about === "group") return asking.group.trim() === "" ? null : { group: asking.group.trim() };
  if (asking.about === "ship") return shipOf(asking.ship.trim());
  const [low, high] = [readPosition(asking.southWest), readPosition(asking.northEast)];
  if (!low.ok || !high.ok || low.position.lat >= high.position.lat) return null;
  const udeg = (degrees: number): number => Math.round(degrees * UDEG);
  return {
    south_udeg: udeg(low.position.lat), west_udeg: udeg(low.position.lon),
    north_udeg: udeg(high.position.lat), east_udeg: udeg(high.position.lon),
  };
}

function shipOf(typed: string): Schemas["AboutIn"] | null {
  const imo = /^IMO ?(\d{7})$/i.exec(typed);
  if (imo) return { imo: Number(imo[1]) };
  return /^\d{9}$/.test(typed) ? { mmsi: Number(typed) } : null;
}

/** Return the question as the node takes it, or null while something is missing or unreadable. */
export function questionOf(asking: Asking): Schemas["QuestionDraftIn"] | null {
  const about = aboutOf(asking);
  const [from_ms, to_ms, due_ms] = [readInstant(asking.from), readInstant(asking.to), readInstant(asking.due)];
  if (about === null || from_ms === null || to_ms === null || due_ms === null || to_ms < from_ms) return null;
  if (asking.clause === "" || asking.item === "" || asking.purpose === "") return null;
  return { clause: asking.clause, item: asking.item, purpose: asking.purpose, about, from_ms, to_ms, due_ms };
}

/** Return a draft as it stands in the form. */
export function askingOf(draft: Schemas["QuestionDraftOut"]): Asking {
  const number = (name: string): number | null => (typeof draft.about[name] === "number" ? draft.about[name] : null);
  const corner = (lat: string, lon: string): string =>
    number(lat) === null ? "" : `${(Number(draft.about[lat]) / UDEG).toFixed(UDEG_DIGITS)} ${(Number(draft.about[lon]) / UDEG).toFixed(UDEG_DIGITS)}`;
  const mmsi = number("mmsi");
  const imo = number("imo");
  const about: About = "area" in draft.about ? "area" : "group" in draft.about ? "group" : mmsi !== null || imo !== null ? "ship" : "box";
  return {
    clause: draft.clause, item: draft.item, purpose: draft.purpose, about,
    area: String(draft.about["area"] ?? ""), group: String(draft.about["group"] ?? ""),
    southWest: corner("south_udeg", "west_udeg"), northEast: corner("north_udeg", "east_udeg"),
    ship: mmsi !== null ? String(mmsi).padStart(9, "0") : imo !== null ? `IMO ${imo}` : "",
    from: typedOf(draft.from_ms), to: typedOf(draft.to_ms), due: typedOf(draft.due_ms),
  };
}
