/**
 * Days that fall due, as a month on a grid and as a list. Days are days in UTC, weeks begin on Monday (ISO 8601): both
 * parties see the same grid. Instants are milliseconds since 1970.
 */
import { isoDay } from "../formats.ts";
import { gathered } from "./gathered.ts";

const DAY_MS = 86_400_000;
const WEEK = 7;

/** Something on a day. */
export interface Due {
  dueMs: number;
}

/** A day of the grid: which day, whether it is of the month that is shown, whether it is today, what falls on it. */
export interface Day<T> {
  day: string;
  number: number;
  isOfMonth: boolean;
  isToday: boolean;
  dues: T[];
}

/** `2026-11`, the month of an instant. */
export function monthOf(ms: number): string {
  return isoDay(ms).slice(0, WEEK);
}

/** A month that is written as one, and none that is not. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The month `by` months from a month. */
export function monthFrom(month: string, by: number): string {
  const [year = 1970, number = 1] = month.split("-").map(Number);
  return monthOf(Date.UTC(year, number - 1 + by, 1));
}

/** From the first instant of the grid of a month to the first behind it. */
export function gridSpan(month: string): { fromMs: number; toMs: number } {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const next = Date.parse(`${monthFrom(month, 1)}-01T00:00:00Z`);
  const fromMs = first - sinceMonday(first) * DAY_MS;
  const last = next - DAY_MS;
  return { fromMs, toMs: last + (WEEK - sinceMonday(last)) * DAY_MS };
}

/** How many days an instant lies behind the Monday of its week. */
function sinceMonday(ms: number): number {
  return (new Date(ms).getUTCDay() + 6) % WEEK;
}

/** The weeks of a month, each of seven days, with what falls on each. */
export function weeksOf<T extends Due>(month: string, dues: readonly T[], nowMs: number): Day<T>[][] {
  const byDay = gathered(dues, (each) => isoDay(each.dueMs));
  const { fromMs, toMs } = gridSpan(month);
  const today = isoDay(nowMs);
  const days = Array.from({ length: (toMs - fromMs) / DAY_MS }, (_, at): Day<T> => {
    const day = isoDay(fromMs + at * DAY_MS);
    return { day, number: Number(day.slice(-2)), isOfMonth: day.startsWith(month), isToday: day === today, dues: [...(byDay.get(day) ?? [])].sort((a, b) => a.dueMs - b.dueMs) };
  });
  return Array.from({ length: days.length / WEEK }, (_, at) => days.slice(at * WEEK, (at + 1) * WEEK));
}

/** The seven days of a week by their names in a language, Monday first. */
export function weekdays(locale: string, width: "long" | "short"): string[] {
  const MONDAY = Date.UTC(2024, 0, 1);
  const names = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: "UTC" });
  return Array.from({ length: WEEK }, (_, at) => names.format(MONDAY + at * DAY_MS));
}

/** `November 2026` in a language: a heading, not a value. */
export function monthName(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC", numberingSystem: "latn" }).format(Date.parse(`${month}-01T00:00:00Z`));
}

/** What falls due by month, the earliest first. */
export function byMonth<T extends Due>(dues: readonly T[]): { month: string; dues: T[] }[] {
  const sorted = [...dues].sort((a, b) => a.dueMs - b.dueMs);
  return [...gathered(sorted, (each) => monthOf(each.dueMs))].map(([month, each]) => ({ month, dues: each }));
}
