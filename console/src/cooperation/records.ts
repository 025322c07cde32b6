/** Records of cooperation as the node tells them, and the few questions that every page asks of one. */
import { AUTHENTIC, type Texts } from "../amendment.ts";
import type { Schemas } from "../api/client.ts";
import { wording } from "../words.svelte.ts";

export type RecordLine = Schemas["RecordLineOut"] & { kind: Kind };
export type FullRecord = Omit<Schemas["RecordOut"], "about"> & { kind: Kind; about: RecordLine[] };
export type Move = Schemas["OpenMoveOut"];
export type Step = Schemas["PastActOut"];
export type Uncounted = Schemas["NotCountedOut"];
export type Level = RecordLine["level"];
export type Kind = "domain" | "group" | "meeting" | "decision" | "action" | "initiative" | "flow" | "check" | "document";
export type Wording = { ar: string | null; en: string | null; fr: string | null };

/** What the public reads in place of a field. */
export interface Withheld {
  field: string;
  reason_code: string;
  reason: Wording;
  decided_by: string;
  public_on?: string;
}

/** The name of the state in which a record is; an initiative's comes with its template. */
export const stateOf = (record: Pick<RecordLine, "state_name">): string => wording(record.state_name);

/** Three wordings where a field holds them: one that is missing is said to be missing, never replaced. */
export function wordingIn(value: unknown): Wording | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const found = value as Record<string, unknown>;
  const one = (language: string): string | null => (typeof found[language] === "string" && found[language] !== "" ? found[language] : null);
  const said = { ar: one("ar"), en: one("en"), fr: one("fr") };
  return AUTHENTIC.some((each) => said[each] !== null) ? said : null;
}

/** The same wordings as a form takes them. */
export const textsIn = (value: unknown): Texts => Object.fromEntries(AUTHENTIC.map((each) => [each, wordingIn(value)?.[each] ?? ""])) as Texts;

export const numberIn = (value: unknown): number | null => (typeof value === "number" ? value : null);
export const textIn = (value: unknown): string | null => (typeof value === "string" ? value : null);
export const rowsIn = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter((each) => typeof each === "object" && each !== null) : []);
export const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : []);

/** The series under which both sign a record's acts. */
export const seriesOf = (record: Pick<RecordLine, "key">): string => `cooperation/${record.key}`;

/** The record that a series is about, such as `meeting/wg-sahel-1`; null where it is another series. */
export const keyOf = (series: string): string | null => (series.startsWith("cooperation/") ? series.slice("cooperation/".length) : null);

/** The page of the console on which a kind of record is worked with. */
const SECTION: Record<Kind, string> = {
  group: "groups", meeting: "meetings", decision: "decisions", action: "actions", document: "documents",
  initiative: "initiatives", flow: "initiatives", check: "checks", domain: "matrix",
};

/** Where a record is read, below `#/cooperation/`. */
export const placeOf = (key: string): string => {
  const [kind = "", id = ""] = key.split("/", 2);
  return `${SECTION[kind as Kind] ?? "groups"}/${id}`;
};

/** An id that nothing else bears: a stem and the next number. */
export function nextId(stem: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) if (!taken.includes(`${stem}-${number}`)) return `${stem}-${number}`;
}

/** Of some records the one that moved last. */
export const latest = (records: readonly RecordLine[]): RecordLine | null => records.reduce<RecordLine | null>((found, each) => (found && found.since_ms >= each.since_ms ? found : each), null);

export const isGoodId = (id: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 64;
