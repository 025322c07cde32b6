/**
 * Values as officers read them. Every text made here is an island that reads from left to right: show it in `Value`.
 *
 * Instants are milliseconds since 1970 in UTC and are written as a date-time group (NATO ACP 121), never in a local
 * habit. Positions are degrees. The digits are 0–9 in all three languages, as on the chart.
 */
import type { Form, Position } from "./coordinates.ts";

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const HOUR_MS = 3_600_000;
const THOUSANDS = /\B(?=(\d{3})+$)/g;

const two = (value: number): string => String(value).padStart(2, "0");

/** The ends of the calendar (RFC 3339): year 1 and year 9999. A record may hold an instant beyond; a `Date` may not. */
const FIRST_MS = -62_135_596_800_000;
const LAST_MS = 253_402_300_799_999;

/** An instant that has a date: one beyond the calendar is its last day, so that nobody's record breaks a page. */
export function dated(ms: number): number {
  return Math.min(Math.max(ms, FIRST_MS), LAST_MS);
}

/** `221503Z NOV 26` */
export function timeGroup(ms: number): string {
  const at = new Date(dated(ms));
  const day = two(at.getUTCDate()) + two(at.getUTCHours()) + two(at.getUTCMinutes());
  return `${day}Z ${MONTHS[at.getUTCMonth()]} ${two(at.getUTCFullYear() % 100)}`;
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?Z$/i;
const GROUP = /^(\d\d)(\d\d)(\d\d)\s?Z\s+([A-Z]{3})\s+(\d\d|\d{4})$/i;

/** The instant that an officer typed, in UTC: `2026-11-22T15:03:00Z` or `221503Z NOV 26`; NaN for anything else. */
export function readInstant(typed: string): number {
  const text = typed.trim();
  const iso = ISO.exec(text);
  if (iso) return instantAt(iso.slice(1).map((each) => Number(each ?? 0)));
  const group = GROUP.exec(text);
  const month = MONTHS.indexOf((group?.[4] ?? "").toUpperCase()) + 1;
  if (!group || month === 0) return NaN;
  const [day, hour, minute, , year] = group.slice(1).map(Number) as [number, number, number, number, number];
  return instantAt([year < 100 ? 2000 + year : year, month, day, hour, minute, 0]);
}

/** The instant of year, month (1 to 12), day, hour, minute and second; NaN where the calendar has no such instant. */
function instantAt(parts: number[]): number {
  const [year, month, day, hour, minute, second] = parts as [number, number, number, number, number, number];
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const at = new Date(ms);
  const is = [at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()];
  return is.every((each, place) => each === [month, day, hour, minute, second][place]) ? ms : NaN;
}

/** `2026-11-22T15:03:00Z` */
export function isoInstant(ms: number): string {
  return new Date(dated(ms)).toISOString().replace(".000Z", "Z");
}

/** `2026-11-22` */
export function isoDay(ms: number): string {
  return new Date(dated(ms)).toISOString().slice(0, 10);
}

/** `15:03:27Z` */
export function clockUtc(ms: number): string {
  return `${new Date(dated(ms)).toISOString().slice(11, 19)}Z`;
}

/** `16:03 +01`, the time of this desk. */
export function clockLocal(ms: number): string {
  const at = new Date(dated(ms));
  const offset = -at.getTimezoneOffset();
  const sign = offset < 0 ? "−" : "+";
  const hours = two(Math.floor(Math.abs(offset) / 60));
  const minutes = Math.abs(offset) % 60;
  return `${two(at.getHours())}:${two(at.getMinutes())} ${sign}${hours}${minutes ? `:${two(minutes)}` : ""}`;
}

/** `T+01:42`, or `T+3d 04:10` past a day: how long ago something began. */
export function elapsed(ms: number): string {
  const sign = ms < 0 ? "T−" : "T+";
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  const days = Math.floor(minutes / 1440);
  const rest = `${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;
  return days > 0 ? `${sign}${days}d ${rest}` : `${sign}${rest}`;
}

/** `4 s`, `3 min`, `2 h`, `6 d`: the age of what is shown. */
export function age(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 100) return `${seconds} s`;
  if (seconds < 6000) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

/** `180 d`, `90 min`, `30 s`: a span in the largest unit that leaves nothing over. */
export function duration(seconds: number): string {
  const [unit, name] = ([[86_400, "d"], [3600, "h"], [60, "min"]] as const).find(([each]) => seconds > 0 && seconds % each === 0) ?? [1, "s"];
  return `${grouped(seconds / unit)} ${name}`;
}

let habit = (): Form => "dm";

/** Let positions be written in the form that the officer of this screen chose, wherever no other is asked for. */
export function writePositionsAs(form: () => Form): void {
  habit = form;
}

/** `38°16.80′N 005°33.00′E`, `38°16′48.0″N …` or `38.28000 5.55000`. */
export function position(at: Position, form: Form = habit()): string {
  if (form === "decimal") return `${at.lat.toFixed(5)} ${at.lon.toFixed(5)}`;
  return `${half(at.lat, 2, "NS", form)} ${half(at.lon, 3, "EW", form)}`;
}

function half(value: number, width: number, letters: string, form: Form): string {
  const letter = letters[value < 0 ? 1 : 0];
  // Rounding comes first: 59.996 minutes are the next whole degree, never 60.00.
  const unit = form === "dms" ? 36_000 : 6_000;
  const whole = Math.round(Math.abs(value) * unit);
  const degrees = String(Math.floor(whole / unit)).padStart(width, "0");
  const rest = whole % unit;
  if (form === "dm") return `${degrees}°${(rest / 100).toFixed(2).padStart(5, "0")}′${letter}`;
  const minutes = Math.floor(rest / 600);
  return `${degrees}°${two(minutes)}′${((rest % 600) / 10).toFixed(1).padStart(4, "0")}″${letter}`;
}

/** `045°T` */
export function course(degrees: number): string {
  const whole = ((Math.round(degrees) % 360) + 360) % 360;
  return `${String(whole).padStart(3, "0")}°T`;
}

/** `12.4 kt` from metres per second. */
export function speed(metresPerSecond: number): string {
  return `${((metresPerSecond * 3600) / 1852).toFixed(1)} kt`;
}

/** `276 km²` */
export function area(km2: number): string {
  return `${grouped(km2 < 10 ? Number(km2.toFixed(1)) : Math.round(km2))} km²`;
}

/** `2 000 m` below ten kilometres, `11.7 km` from there. */
export function distance(metres: number): string {
  return metres < 10_000 ? `${grouped(Math.round(metres))} m` : `${(metres / 1000).toFixed(1)} km`;
}

/** The letter of a byte: French counts in octets. */
let octet = (): string => "B";

/** Let sizes be written with the letter of the officer's language. */
export function writeSizesWith(letter: () => string): void {
  octet = letter;
}

/** `22 270 B`, `1.5 MB`; `1.5 Mo` in French */
export function bytes(count: number, letter = octet()): string {
  if (count < 100_000) return `${grouped(count)} ${letter}`;
  return count < 1e9 ? `${(count / 1e6).toFixed(1)} M${letter}` : `${(count / 1e9).toFixed(1)} G${letter}`;
}

/** `605123456`: a maritime mobile service identity has nine digits, zeros in front among them (ITU-R M.585). */
export function mmsi(identity: number): string {
  return String(identity).padStart(9, "0");
}

/** `1 250 000.00 DZD` from the smallest unit of the currency, which ISO 4217 names with its decimals. */
export function amount(smallest: bigint, currency: string): string {
  const decimals = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 0;
  const digits = String(smallest < 0n ? -smallest : smallest).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(THOUSANDS, "\u202f");
  return `${smallest < 0n ? "−" : ""}${whole}${decimals ? `.${digits.slice(-decimals)}` : ""} ${currency}`;
}

/** `bejaia-2008-08-06`, `DZ/4711`: an id as it is, in one piece that no line and no direction parts. */
export function shortId(id: string): string {
  return id.normalize("NFC").trim();
}

/** `100 000`: a thin space that does not break, so that no language reads a decimal sign into it. */
export function grouped(value: number): string {
  const [whole = "", part] = String(value).split(".");
  const spaced = whole.replace(THOUSANDS, "\u202f");
  return part === undefined ? spaced : `${spaced}.${part}`;
}

/** `sha256:ae2bf5d2…5c56`: enough to compare by eye; the whole hash stands on the object's own page. */
export function shortHash(hash: string): string {
  const [kind, digits = ""] = hash.includes(":") ? hash.split(":", 2) : ["", hash];
  return `${kind ? `${kind}:` : ""}${digits.slice(0, 8)}…${digits.slice(-4)}`;
}

/**
 * What turns, hides or imitates text becomes visible: partner's text must not write over ours, nor pass for another name.
 *
 * Controls and characters without a shape of their own (Unicode: Cc, Cf, Default_Ignorable_Code_Point), marks heaped
 * on one letter, and Greek or Cyrillic letters inside a Latin word (UTS #39: mixed scripts) are shown as their numbers.
 */
export function harmless(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu, (each) => (each === "\t" || each === "\n" ? each : numbered(each)))
    .replace(/(\p{M}{4})(\p{M}+)/gu, (_, kept: string, rest: string) => `${kept}⟨+${rest.length}⟩`)
    .replace(/\p{L}+/gu, (word) => (/\p{Script=Latin}/u.test(word) ? word.replace(/[\p{Script=Greek}\p{Script=Cyrillic}]/gu, numbered) : word));
}

const numbered = (each: string): string => `⟨U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}⟩`;

/** French keeps ; : ! ? and » with the word before them and « with the one behind it: no line begins or ends between them. */
export function tied(text: string): string {
  return text.replace(/[ \u00a0](?=[;:!?»])/g, "\u202f").replace(/«[ \u00a0]/g, "«\u202f");
}

/** Partner's text where the page can hold no isolate: a title of the window, a label that is read aloud. */
export function brief(text: string, limit = 80): string {
  return harmless(text.length > limit ? `${text.slice(0, limit)} …` : text);
}

/** Begin of the hour that holds an instant. */
export function hourOf(ms: number): number {
  return Math.floor(ms / HOUR_MS) * HOUR_MS;
}
