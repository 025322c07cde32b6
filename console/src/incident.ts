/** What is known of a case, from our own case file or from what the partner released, in one form. */
import type { Schemas } from "./api/client.ts";
import type { Position } from "./coordinates.ts";

export const STAGES = ["awareness", "initial", "planning", "operations", "conclusion"] as const;
export type Stage = (typeof STAGES)[number];

/** What reported a case that nobody suffers: it is marked wherever it is listed or drawn, on both nodes. */
export const EXERCISE = "exercise";

export interface Facts {
  title: string;
  nature: string | null;
  source: string | null;
  drill: boolean;
  persons: number | null;
  lkp: (Position & { errorM: number; atMs: number }) | null;
  leeway: string | null;
  /** Hypotheses about the object, the first included, with their weights. */
  objects: { leeway: string; weight: number }[];
  /** Kinds of the scenarios, in the case's order. */
  scenarios: string[];
  untilMs: number | null;
  currents: string[];
  wind: string[];
  notes: string | null;
  contact: string | null;
  status: string | null;
}

type Table = Record<string, unknown>;

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const number = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);
const table = (value: unknown): Table => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Table) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const names = (value: unknown): string[] => list(value).flatMap((each) => text(each)?.split("/").at(-1) ?? []);

/** Read a case's document, whichever of the two forms it has; nothing in it is trusted to be there. */
export function factsOf(state: Schemas["CaseOut"]): Facts {
  const document = table(state.document);
  return state.badge === "partner" ? released(document, state.id) : ours(document, state.id);
}

function ours(document: Table, id: string): Facts {
  const desk = table(document["case"]);
  const scenarios = list(document["scenario"]).map(table);
  const scenario = scenarios.find((each) => each["kind"] === "last_known_position") ?? scenarios[0] ?? {};
  const [lat, lon] = [number(first(scenario["lat"])), number(first(scenario["lon"]))];
  const atMs = Date.parse(String(first(scenario["time"])));
  const object = table(list(document["object"])[0])["leeway"];
  const untilMs = Date.parse(String(table(document["run"])["until"]));
  return {
    title: text(desk["title"]) ?? id,
    nature: text(desk["nature"]),
    source: text(desk["source_class"]),
    drill: desk["source_class"] === EXERCISE,
    persons: number(desk["persons_on_board"]),
    lkp: lat === null || lon === null ? null : { lat, lon, errorM: number(first(scenario["position_error_m"])) ?? 0, atMs },
    leeway: object === undefined ? null : String(object),
    objects: list(document["object"]).map(table).map((each) => ({ leeway: String(each["leeway"]), weight: number(each["weight"]) ?? 1 })),
    scenarios: list(document["scenario"]).flatMap((each) => text(table(each)["kind"]) ?? []),
    untilMs: Number.isNaN(untilMs) ? null : untilMs,
    currents: names(table(document["forcing"])["currents"]),
    wind: names(table(document["forcing"])["wind"]),
    notes: text(desk["notes"]),
    contact: text(desk["contact"]),
    status: null,
  };
}

/** The names of the units of a case document, in its order, each once. */
export function unitNamesOf(document: unknown): string[] {
  return [...new Set(list(table(document)["unit"]).flatMap((each) => text(table(each)["id"]) ?? []))];
}

function released(record: Table, id: string): Facts {
  const [lon, lat] = list(record["lkp"]).map(number);
  const place = lat != null && lon != null ? { lat: lat / 1e6, lon: lon / 1e6 } : null;
  return {
    title: id,
    nature: text(record["nature"]),
    source: text(record["source_class"]),
    drill: record["source_class"] === EXERCISE,
    persons: number(record["persons_on_board"]),
    lkp: place && { ...place, errorM: number(record["lkp_error_m"]) ?? 0, atMs: number(record["lkp_ms"]) ?? NaN },
    leeway: text(record["object_key"]),
    objects: [],
    scenarios: [],
    untilMs: number(list(record["containment_ms"]).at(-1)),
    currents: [],
    wind: [],
    notes: null,
    contact: null,
    status: text(record["status"]),
  };
}

/** The stage of a case (IAMSAR vol. II, 3.2): where an office moved it, or what follows from what was done about it. */
export function stageOf(state: Schemas["CaseOut"]): Stage {
  return state.standing.stage;
}

/** Whether a case of the partner's and one of ours are one incident already: ours answers it, or it answers ours. */
export function isAnswered(state: Schemas["CaseOut"], cases: readonly Schemas["CaseOut"][]): boolean {
  const answers = text(table(state.document)["answers"]);
  return cases.some((each) => each.badge !== "partner" && (each.id === answers || text(table(table(each.document)["case"])["answers"]) === state.id));
}

/** What has to be done next about a case, among all that are known. */
export function nextOf(state: Schemas["CaseOut"], cases: readonly Schemas["CaseOut"][]): "drift" | "wait" | "mend" | "send" | "reply" | "watch" | "gone" | "closed" {
  if (state.standing.stage === "conclusion") return "closed";
  if (state.gone !== null) return "gone"; // erased or recalled: there is nothing to read and nothing to answer
  if (state.badge === "partner") return state.standing.office === null && !isAnswered(state, cases) ? "reply" : "watch";
  if (state.drift === null) return "drift";
  if (state.drift.state === "failed") return "mend";
  if (state.drift.state !== "done") return "wait";
  return state.badge === "ours" ? "send" : "watch";
}

/** Whether we closed a case that the partner holds as open: what it received was sent before, and says so. */
export function isUntold(state: Schemas["CaseOut"], lines: readonly Schemas["LineOut"][]): boolean {
  const closedMs = state.standing.stage === "conclusion" ? state.standing.since_ms : null;
  return state.badge === "shared" && closedMs !== null && !lines.some((each) => each.kind === "released" && each.at_ms >= closedMs);
}

/** What moved the drift: one field with its origin and the time that it covers; from the drift's own summary. */
export interface Forcing {
  quantity: "current" | "wind";
  origin: string;
  firstMs: number;
  lastMs: number;
}

/** Read the forcing of a drift's summary; an entry of another form is left out. */
export function forcingOf(summary: unknown): Forcing[] {
  return list(table(summary)["forcing"]).map(table).flatMap((each) => {
    const quantity = each["quantity"];
    const [firstMs, lastMs] = [Date.parse(String(each["first"])), Date.parse(String(each["last"]))];
    if ((quantity !== "current" && quantity !== "wind") || Number.isNaN(firstMs) || Number.isNaN(lastMs)) return [];
    return [{ quantity, origin: text(each["origin"]) ?? "", firstMs, lastMs }];
  });
}

/**
 * Where a value of the case came from, in the words of whoever wrote it down: of the very key, of its table, or none.
 *
 * `key` is as the case file counts: `case.nature`, `scenario.1`, `object.1.leeway`.
 */
export function originOf(document: unknown, key: string): string | null {
  const whole = table(document);
  const said = text(table(whole["source"])[key]);
  if (said !== null) return said;
  const [name = "", place = ""] = key.split(".");
  const found = whole[name];
  return text(table(Array.isArray(found) ? found[Number(place) - 1] : found)["source"]);
}
