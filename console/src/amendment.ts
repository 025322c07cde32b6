/** An amendment while it is written: new texts of articles, new values of release rules; and how such values are read. */
import type { Schemas } from "./api/client.ts";
import { duration, isoDay } from "./formats.ts";

export const AUTHENTIC = ["ar", "en", "fr"] as const;
export type Authentic = (typeof AUTHENTIC)[number];
export type Texts = Record<Authentic, string>;

/** What of a release rule is changed in the form; all else of a rule is amended from a file (`comity agreement amend`). */
export const RULE_FIELDS = ["approve", "delay_s", "time_bucket_s", "grid_mdeg", "keep_for_s"] as const;
export type RuleField = (typeof RULE_FIELDS)[number];
export const APPROVES = ["auto", "one-officer", "two-officers"] as const;
const UNITS_S = { s: 1, min: 60, h: 3600, d: 86_400 } as const;
const MDEG = 1000;
const DAY_MS = 86_400_000;
/** Longest title of an amendment or a decision, in characters: it stands on one line of a list. */
export const MOST_TITLE = 200;

export interface Amending {
  draft: string;
  title: Texts;
  inForce: string;
  /** The last day, in UTC, on which it may be signed; empty where it stays open. */
  openUntil: string;
  /** By article; only what was opened for change. */
  articles: Record<string, Texts>;
  /** By rule and field, as typed. */
  rules: Record<string, Partial<Record<RuleField, string>>>;
}

/** The version that is amended: the text of each article, and the rules as they stand in the document. */
export interface Base {
  texts: Record<string, Texts>;
  rules: Record<string, Record<RuleField, string | number>>;
}

export const noTexts = (): Texts => ({ ar: "", en: "", fr: "" });

/** Return `180 d`, `90 min`, `30 s` in seconds, or null; a number without its unit means different things to two readers. */
export function readDuration(typed: string): number | null {
  const plain = typed.trim().replace(/(?<=\d)[ \u00a0\u202f](?=\d)/g, ""); // as it is shown: `1 095 d`
  const found = /^(\d{1,9})\s*(s|min|h|d)$/.exec(plain);
  return found ? Number(found[1]) * UNITS_S[found[2] as keyof typeof UNITS_S] : null;
}

/** Return a grid of `0.1°` in thousandths of a degree, or null. */
export function readGrid(typed: string): number | null {
  const found = /^(\d{1,2}(?:\.\d{1,3})?)\s*°?$/.exec(typed.trim());
  return found ? Math.round(Number(found[1]) * MDEG) : null;
}

/** A value of a rule as an officer types and reads it. */
export function ruleValue(field: string, value: unknown): string | null {
  if (typeof value !== "number") return typeof value === "string" ? value : null;
  if (field.endsWith("_mdeg")) return `${value / MDEG}°`;
  return field.endsWith("_s") ? duration(value) : String(value);
}

export function readRuleValue(field: RuleField, typed: string): string | number | null {
  if (field === "approve") return (APPROVES as readonly string[]).includes(typed) ? typed : null;
  return field === "grid_mdeg" ? readGrid(typed) : readDuration(typed);
}

/** The numbers of a text, with the digits of any script; one that stands in one language only is looked at again. */
export function numbersIn(text: string): string[] {
  const western = text.replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)));
  return (western.match(/\d+(?:[.,\u066b]\d+)*/g) ?? []).map((each) => each.replace(/[,\u066b]/g, ".")).sort(); // U+066B: Arabic decimal sign
}

/** Decimal digits stand in runs of ten in Unicode, zero first. */
function digitOf(digit: string): number {
  let zero = digit.codePointAt(0)!;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0)! - zero < 9) zero -= 1;
  return digit.codePointAt(0)! - zero;
}

export type Fault = "empty" | "heading" | "too_long" | "hidden";
export type Doubt = "numbers" | "same_languages";

/** What is wrong with the text of one language; a line with `##` would open another article. */
export function faultOf(text: string): Fault | null {
  if (text.trim() === "") return "empty";
  return /^#{2,4} +\S/m.test(text) ? "heading" : null;
}

/** What an officer looks at again: numbers that are not the same in all languages, or languages that were left as they were. */
export function doubtsOf(texts: Texts, before: Texts | undefined): Doubt[] {
  const numbers = AUTHENTIC.map((language) => numbersIn(texts[language]).join(" "));
  const changed = AUTHENTIC.filter((language) => texts[language] !== before?.[language]);
  return [
    ...(new Set(numbers).size > 1 ? (["numbers"] as const) : []),
    ...(before && changed.length > 0 && changed.length < AUTHENTIC.length ? (["same_languages"] as const) : []),
  ];
}

export const titleFault = (title: string): Fault | null => (title.trim() === "" ? "empty" : title.length > MOST_TITLE ? "too_long" : null);

/** Whether a day is one that the calendar has, written `2026-11-22`. */
export function isDay(typed: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(typed);
}

/** Until when it may be signed, in Unix milliseconds: the end of the day, or the very instant that a kept draft names on it. */
function openUntilMs(day: string, kept: Schemas["TextDraftOut"] | null): number | null {
  const before = kept?.document["open_until_ms"];
  if (typeof before === "number" && isoDay(before) === day) return before;
  return day === "" ? null : Date.parse(`${day}T00:00:00Z`) + DAY_MS - 1;
}

/** The draft's fields that a kept state changed and that the form shows: said again, even where they are as before. */
function shownIn(kept: Schemas["TextDraftOut"] | null, base: Base): Amending {
  return kept ? amendingOf(kept, base) : { draft: "", title: noTexts(), inForce: "", openUntil: "", articles: {}, rules: {} };
}

/**
 * Return what the node is asked to keep, or null while something in it is not whole or nothing is changed.
 *
 * Where it goes on from a kept state, all that the form does not show (made with `comity agreement amend`) stays in it.
 */
export function draftOf(amending: Amending, base: Base, kept: Schemas["TextDraftOut"] | null = null): Schemas["TextDraftIn"] | null {
  const { draft, title, inForce, openUntil } = amending;
  const before = shownIn(kept, base);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(draft) || !isDay(inForce) || (openUntil !== "" && !isDay(openUntil)) || AUTHENTIC.some((each) => titleFault(title[each]) !== null)) return null;
  const articles: Record<string, Partial<Texts>> = {};
  for (const article of new Set([...Object.keys(before.articles), ...Object.keys(amending.articles)])) {
    const old = base.texts[article];
    const texts = amending.articles[article] ?? { ...noTexts(), ...old };
    const changed = AUTHENTIC.filter((language) => texts[language].trim() !== old?.[language] || (before.articles[article] ?? texts)[language] !== texts[language]);
    if (changed.some((language) => faultOf(texts[language]) !== null)) return null;
    if (changed.length > 0) articles[article] = Object.fromEntries(changed.map((language) => [language, texts[language].trim()]));
  }
  const rules: Record<string, Record<string, string | number>> = {};
  for (const rule of new Set([...Object.keys(before.rules), ...Object.keys(amending.rules)])) {
    for (const field of RULE_FIELDS) {
      const typed = amending.rules[rule]?.[field];
      const value = typed === undefined ? base.rules[rule]?.[field] : readRuleValue(field, typed);
      if (value === null) return null;
      if (value !== undefined && (value !== base.rules[rule]?.[field] || before.rules[rule]?.[field] !== undefined)) rules[rule] = { ...rules[rule], [field]: value };
    }
  }
  if (kept === null && Object.keys(articles).length + Object.keys(rules).length === 0) return null;
  return { draft, series: "agreement", articles, rules, title, in_force: inForce, open_until_ms: openUntilMs(openUntil, kept), continues: kept !== null };
}

/** Return a kept draft as it is opened again: what it changes, and its name, title and day. */
export function amendingOf(draft: Schemas["TextDraftOut"], base: Base): Amending {
  const until = draft.document["open_until_ms"];
  const title = { ...noTexts(), ...(draft.document["title"] as Partial<Texts>) };
  const articles = Object.fromEntries(draft.articles.map((each) => [each.id, { ...noTexts(), ...base.texts[each.id], ...told(each.after) }]));
  const rules: Amending["rules"] = {};
  for (const each of draft.differences.filter((one) => one.part === "rules" && one.id !== null)) {
    for (const field of each.fields) {
      if ((RULE_FIELDS as readonly string[]).includes(field.path)) rules[each.id!] = { ...rules[each.id!], [field.path]: ruleValue(field.path, field.after) ?? "" };
    }
  }
  return { draft: draft.draft, title, inForce: String(draft.document["in_force"] ?? ""), openUntil: typeof until === "number" ? isoDay(until) : "", articles, rules };
}

const told = (words: Schemas["WordsOut"]): Partial<Texts> => Object.fromEntries(Object.entries(words).filter(([, text]) => text !== null));

/** Return the version that the answers show as the one that an amendment changes. */
export function baseOf(articles: Schemas["ArticlesOut"], document: Record<string, unknown>): Base {
  const rows = Array.isArray(document["rules"]) ? (document["rules"] as Record<string, string | number>[]) : [];
  return {
    texts: Object.fromEntries(articles.articles.map((each) => [each.id, { ...noTexts(), ...told(each.text) }])),
    rules: Object.fromEntries(rows.map((row) => [String(row["id"]), Object.fromEntries(RULE_FIELDS.map((field) => [field, row[field] ?? ""])) as Base["rules"][string]])),
  };
}
