/** What an officer drafts of an initiative: its items, its milestones, the fields of its template; and back to what an act sets. */
import { AUTHENTIC, isDay, noTexts, titleFault, faultOf, type Texts } from "../amendment.ts";
import { isoDay } from "../formats.ts";
import { readMoney } from "./fields.ts";
import { namesIn, numberIn, rowsIn, textsIn, textIn } from "./records.ts";

const DAY_MS = 86_400_000;

/** An item line as it is typed. */
export interface ItemRow {
  id: string;
  title: Texts;
  category: string;
  quantity: string;
  unit: string;
}

/** A milestone as it is typed: days as `2026-11-22`, what comes before it by name. */
export interface StepRow {
  id: string;
  title: Texts;
  due: string;
  done: string;
  after: string;
}

/** A field of a template as it is typed. */
export type DetailDraft = string | Texts | { status: string; on: string };

export const noItem = (): ItemRow => ({ id: "", title: noTexts(), category: "", quantity: "", unit: "" });
export const noStep = (): StepRow => ({ id: "", title: noTexts(), due: "", done: "", after: "" });

export function itemRows(document: Record<string, unknown>): ItemRow[] {
  return rowsIn(document["items"]).map((row) => ({ id: String(row["id"]), title: textsIn(row["title"]), category: textIn(row["category"]) ?? "", quantity: String(row["quantity"] ?? ""), unit: textIn(row["unit"]) ?? "" }));
}

export function stepRows(document: Record<string, unknown>): StepRow[] {
  const dayOf = (value: unknown): string => (numberIn(value) === null ? "" : isoDay(Number(value)));
  return rowsIn(document["milestones"]).map((row) => ({ id: String(row["id"]), title: textsIn(row["title"]), due: dayOf(row["due_ms"]), done: dayOf(row["done_ms"]), after: namesIn(row["depends_on"]).join(", ") }));
}

const isId = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
const isWord = (text: string): boolean => /^[a-z][a-z0-9_]*$/.test(text);
const titled = (texts: Texts): boolean => AUTHENTIC.every((each) => titleFault(texts[each]) === null);
/** The last instant of a day, as every due day of a form. */
const endOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) + DAY_MS - 1;
const trimmed = (texts: Texts): Texts => Object.fromEntries(AUTHENTIC.map((each) => [each, texts[each].trim()])) as Texts;

/** Item lines as an act sets them; null while one is not whole. */
export function itemsFrom(rows: readonly ItemRow[]): Record<string, unknown>[] | null {
  const whole = rows.every((each) => isId(each.id) && titled(each.title) && isWord(each.category) && isWord(each.unit) && /^[1-9]\d{0,11}$/.test(each.quantity));
  return whole && new Set(rows.map((each) => each.id)).size === rows.length ? rows.map((each) => ({ id: each.id, title: trimmed(each.title), category: each.category, quantity: Number(each.quantity), unit: each.unit })) : null;
}

/** Milestones as an act sets them, an untouched day to the millisecond as it was; null while one is not whole. */
export function stepsFrom(rows: readonly StepRow[], before: Record<string, unknown>): Record<string, unknown>[] | null {
  const known = new Map(rowsIn(before["milestones"]).map((row) => [String(row["id"]), row]));
  const ids = rows.map((each) => each.id);
  const names = (each: StepRow): string[] => each.after.split(/[,،]/).map((one) => one.trim()).filter(Boolean);
  const whole = rows.every((each) => isId(each.id) && titled(each.title) && isDay(each.due) && (each.done === "" || isDay(each.done)) && names(each).every((one) => one !== each.id && ids.includes(one)));
  if (!whole || new Set(ids).size !== ids.length) return null;
  return rows.map((each) => {
    const instant = (day: string, field: string): number => {
      const held = numberIn(known.get(each.id)?.[field]);
      return held !== null && isoDay(held) === day ? held : endOf(day);
    };
    return { id: each.id, title: trimmed(each.title), due_ms: instant(each.due, "due_ms"), ...(each.done ? { done_ms: instant(each.done, "done_ms") } : {}), ...(names(each).length > 0 ? { depends_on: names(each) } : {}) };
  });
}

/** A field of a template as its form shows it. */
export function detailDraft(type: string, value: unknown): DetailDraft {
  if (type === "text") return textsIn(value);
  if (type === "notice") {
    const held = (value ?? {}) as Record<string, unknown>;
    return { status: textIn(held["status"]) ?? "", on: textIn(held["on"]) ?? "" };
  }
  if (type === "flag") return value === true ? "yes" : value === false ? "no" : "";
  if (type === "money" && value) return moneyTyped(value as { amount_minor: number; currency: string });
  return value === undefined || value === null ? "" : String(value);
}

function moneyTyped(held: { amount_minor: number; currency: string }): string {
  const decimals = new Intl.NumberFormat("en", { style: "currency", currency: held.currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return `${(held.amount_minor / 10 ** decimals).toFixed(decimals)} ${held.currency}`;
}

/** What an act sets of a template's field: `undefined` where it is left empty, null while it is not whole. */
export function detailFrom(type: string, draft: DetailDraft): unknown {
  if (typeof draft !== "string" && "status" in draft) return draft.status === "" ? undefined : isDay(draft.on) ? { status: draft.status, on: draft.on } : null;
  if (typeof draft !== "string") return AUTHENTIC.every((each) => draft[each].trim() === "") ? undefined : AUTHENTIC.some((each) => faultOf(draft[each]) !== null) ? null : trimmed(draft);
  const said = draft.trim();
  if (said === "") return undefined;
  if (type === "number") return /^\d{1,15}$/.test(said.replace(/[ \u00a0\u202f]/g, "")) ? Number(said.replace(/[ \u00a0\u202f]/g, "")) : null;
  if (type === "money") return readMoney(said);
  if (type === "date") return isDay(said) ? said : null;
  if (type === "flag") return said === "yes";
  return said;
}
