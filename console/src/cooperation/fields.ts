/** Fields of a record as an officer types them, and back: days, moments, money, hashes, wordings in three languages. */
import { AUTHENTIC, faultOf, isDay, noTexts, titleFault, type Texts } from "../amendment.ts";
import { isoDay, isoInstant } from "../formats.ts";
import { readInstant } from "../question.ts";
import { namesIn, rowsIn, textsIn } from "./records.ts";

export type Form = "title" | "wording" | "day" | "moment" | "hash" | "money" | "count" | "party" | "line" | "note" | "level" | "period" | "names" | "renditions";
export type Typed = string | Texts;
const DAY_MS = 86_400_000;
/** Longest wording and title of a record (`comity.cooperation.values`). */
export const MOST_WORDING = 8000;
export const MOST_TITLE = 200;
const MOST_DECIMALS = 4;

/** How each field is typed; what is not here is set by a form of its own, or by the command line. */
export const FORM_OF: Readonly<Record<string, Form>> = {
  title: "title", place: "title", text: "wording", terms: "wording", minutes: "wording", scope: "wording", finding: "wording", waived_why: "wording",
  due_ms: "day", review_ms: "day", expires_ms: "day", planned_ms: "day", actual_ms: "day", done_ms: "day", next_review_ms: "day", starts_ms: "moment", ends_ms: "moment",
  proof: "hash", evidence: "hash", renditions: "renditions", value: "money", amount: "money", cost: "money", reservation_price: "money", quantity: "count",
  owner_party: "party", host_party: "party", owner_office: "line", assignee: "line", budget_line: "line", unit: "line",
  brief: "note", own_notes: "note", position: "note", draft_notes: "note", priorities: "note", need_analysis: "note", bank_detail: "note", storage_place: "note",
  method_notes: "note", exact_place: "note", level: "level", cadence: "period", clause_refs: "names", depends_on: "names", corrective_actions: "names", domains: "names",
};

/** Fields that a move is made for, beside those that it needs: what an officer is asked when it is chosen. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  "group amend": ["terms", "cadence"], "decision revise": ["title", "text", "review_ms"], "decision renew": ["review_ms"],
  "action amend": ["text", "due_ms", "owner_office"], "action claim_done": ["proof"], "flow claim": ["actual_ms", "evidence"], "flow amend": ["planned_ms"],
  "check amend": ["scope", "planned_ms"], "check report": ["done_ms", "finding"], "check open_finding": ["finding"], "check waive": ["waived_why"],
  "document revise": ["title"], "document finish": ["renditions"], "domain amend": ["title"],
};
/** What may stay empty when a move is made. */
const MAY_BE_EMPTY = new Set(["proof", "evidence", "finding"]);

/** The fields that an officer fills in for a move: those made for it, and those that it needs and may set. */
export function fieldsFor(kind: string, move: { move: string; sets: string[]; needs: { need: string; is_met: boolean }[] }): string[] {
  const needed = move.needs.filter((each) => !each.is_met).flatMap((each) => /^field:([a-z_]+)$/.exec(each.need)?.[1] ?? []);
  const open = needed.filter((each) => move.sets.includes(each));
  return [...new Set([...(ASKED[`${kind} ${move.move}`] ?? []), ...open])].filter((each) => each in FORM_OF);
}

/** A field's value as the form shows it. */
export function typedOf(name: string, value: unknown): Typed {
  const form = FORM_OF[name];
  if (form === "title" || form === "wording") return textsIn(value);
  if (form === "renditions") return Object.fromEntries(AUTHENTIC.map((each) => [each, String(rowsIn(value).find((one) => one["language"] === each)?.["sha256"] ?? "")])) as Texts;
  if (value === undefined || value === null) return "";
  if (form === "day") return isoDay(Number(value));
  if (form === "moment") return isoInstant(Number(value));
  if (form === "money") return moneyText(value as { amount_minor: number; currency: string });
  if (form === "names") return namesIn(value).join(", ");
  return String(value);
}

/** What the node is told of a field: `undefined` where it is left empty and may be, null while it is not whole. */
export function valueOf(name: string, typed: Typed): unknown {
  const form = FORM_OF[name];
  if (typeof typed !== "string") return form === "renditions" ? renditionsOf(typed) : wordingOf(form === "title", typed, MAY_BE_EMPTY.has(name));
  const said = typed.trim();
  if (said === "") return MAY_BE_EMPTY.has(name) || form === "note" ? undefined : null;
  if (form === "day") return isDay(said) ? Date.parse(`${said}T00:00:00Z`) + DAY_MS - 1 : null;
  if (form === "moment") return readInstant(said);
  if (form === "hash") return /^sha256:[0-9a-f]{64}$/.test(said) ? said : null;
  if (form === "money") return readMoney(said);
  if (form === "count") return /^[1-9]\d{0,11}$/.test(said.replace(/[ \u00a0\u202f]/g, "")) ? Number(said.replace(/[ \u00a0\u202f]/g, "")) : null;
  if (form === "period") return /^P[1-9]\d{0,3}[DMY]$/.test(said) ? said : null;
  if (form === "names") return said.split(/[,،]/).map((each) => each.trim()).filter(Boolean);
  return said;
}

/** An unfilled form of some fields, from what the record says now. */
export const formOf = (names: readonly string[], document: Record<string, unknown>): Record<string, Typed> => Object.fromEntries(names.map((each) => [each, typedOf(each, document[each])]));

/** The fields of a form as an act carries them: only what differs from the record, null while one is not whole. */
export function changesOf(typed: Record<string, Typed>, document: Record<string, unknown>): Record<string, unknown> | null {
  const found: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(typed)) {
    const value = valueOf(name, each);
    if (value === null) return null;
    if (value !== undefined && JSON.stringify(each) !== JSON.stringify(typedOf(name, document[name]))) found[name] = value;
  }
  return found;
}

function wordingOf(isTitle: boolean, texts: Texts, mayBeEmpty: boolean): unknown {
  if (mayBeEmpty && AUTHENTIC.every((each) => texts[each].trim() === "")) return undefined;
  const wrong = AUTHENTIC.some((each) => (isTitle ? titleFault(texts[each]) : faultOf(texts[each])) !== null);
  return wrong ? null : Object.fromEntries(AUTHENTIC.map((each) => [each, texts[each].trim()]));
}

/** The papers of a document, chosen as files: `media type, space, hash` for each language that has one. */
function renditionsOf(texts: Texts): unknown {
  const rows = AUTHENTIC.filter((each) => texts[each].trim() !== "").map((language) => {
    const [sha256 = "", media_type = "application/pdf"] = texts[language].split(" ", 2);
    return { language, media_type, sha256 };
  });
  return rows.length > 0 && rows.every((each) => /^sha256:[0-9a-f]{64}$/.test(each.sha256)) ? rows : null;
}

/** `120 000.50 USD`, the amount in units and the code of ISO 4217 behind it; null where it is no such amount. */
export function readMoney(typed: string): { amount_minor: number; currency: string } | null {
  const found = /^(\d{1,15})(?:\.(\d{1,4}))?\s*([A-Z]{3})$/.exec(typed.replace(/(?<=\d)[ \u00a0\u202f](?=\d)/g, "").trim());
  if (!found) return null;
  const decimals = decimalsOf(found[3]!);
  const part = found[2] ?? "";
  if (part.length > decimals) return null;
  const minor = Number(found[1]! + part.padEnd(decimals, "0"));
  return Number.isSafeInteger(minor) ? { amount_minor: minor, currency: found[3]! } : null;
}

function moneyText(money: { amount_minor: number; currency: string }): string {
  const decimals = decimalsOf(money.currency);
  const digits = String(money.amount_minor).padStart(decimals + 1, "0");
  return `${digits.slice(0, digits.length - decimals)}${decimals ? `.${digits.slice(-decimals)}` : ""} ${money.currency}`;
}

function decimalsOf(currency: string): number {
  return Math.min(MOST_DECIMALS, new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2);
}

/** The hash of a file's bytes, made in this browser: the file itself goes nowhere. */
export async function hashOfFile(file: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return `sha256:${[...digest].map((each) => each.toString(16).padStart(2, "0")).join("")}`;
}

export const emptyTexts = noTexts;
