/** A meeting while it is written: when by the clocks of its place, its agenda, who sits for each party, and its minutes. */
import { AUTHENTIC, faultOf, noTexts, titleFault, type Texts } from "../amendment.ts";
import { dated } from "../formats.ts";
import { type FullRecord, isGoodId, type Level, namesIn, numberIn, rowsIn, textIn, textsIn } from "./records.ts";

export interface AgendaRow {
  id: string;
  title: Texts;
  level: Level;
  minute: Texts;
  /** The office that presents it, never a person; empty where nobody is named. */
  presenter: string;
}

export interface MeetingDraft {
  group: string;
  day: string;
  from: string;
  to: string;
  zone: string;
  place: Texts;
  agenda: AgendaRow[];
  /** Offices, one on each line. */
  ours: string;
  theirs: string;
}

export interface MinutesDraft {
  /** By the name of the agenda item. */
  items: Record<string, Texts>;
  whole: Texts;
}

const MINUTE_MS = 60_000;
const MOST_TURNS = 3;
const FIRST_NUMBER = 1;

export const newRow = (taken: readonly string[]): AgendaRow => {
  let number = FIRST_NUMBER;
  while (taken.includes(`item-${number}`)) number += 1;
  return { id: `item-${number}`, title: noTexts(), level: "bilateral", minute: noTexts(), presenter: "" };
};

export const newMeeting = (group: string, zone: string): MeetingDraft => ({
  group, day: "", from: "09:00", to: "12:00", zone, place: noTexts(), agenda: [newRow([])], ours: "", theirs: "",
});

/** Minutes that the clocks of a zone are ahead of UTC at an instant. */
function aheadMin(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" }).formatToParts(ms);
  const part = (name: string): number => Number(parts.find((each) => each.type === name)?.value);
  return (Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) - Math.floor(ms / MINUTE_MS) * MINUTE_MS) / MINUTE_MS;
}

/** Whether the browser knows a time zone by its name (IANA). */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

/** Whether a zone is no place's: the clocks of a machine that nobody told where it stands. */
export const isUtc = (zone: string): boolean => /^(Etc\/)?(UTC|UCT|GMT|Universal|Zulu)$/.test(zone);

/** The instant at which the clocks of a zone show a day and a time; null where they never do, as in the hour that summer time skips. */
export function instantAt(day: string, time: string, zone: string): number | null {
  const clock = Date.parse(`${day}T${time}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time) || Number.isNaN(clock) || !isZone(zone)) return null;
  let ms = clock;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) ms = clock - aheadMin(ms, zone) * MINUTE_MS;
  const shown = clockAt(ms, zone);
  return shown.day === day && shown.time === time ? ms : null;
}

/** What the clocks of a zone show at an instant. */
export function clockAt(ms: number, zone: string): { day: string; time: string } {
  const at = dated(ms);
  const shown = new Date(dated(at + aheadMin(at, isZone(zone) ? zone : "UTC") * MINUTE_MS)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** The day for which a meeting is planned, by the clocks of its place; null from that day on. */
export function dayAhead(document: Record<string, unknown>, nowMs: number): string | null {
  const [startsMs, zone] = [numberIn(document["starts_ms"]), textIn(document["time_zone"]) ?? "UTC"];
  if (startsMs === null) return null;
  const [planned, today] = [clockAt(startsMs, zone).day, clockAt(nowMs, zone).day];
  return today < planned ? planned : null;
}

const offices = (lines: string): string[] => lines.split("\n").map((each) => each.trim()).filter(Boolean);
const trimmed = (texts: Texts): Texts => Object.fromEntries(AUTHENTIC.map((each) => [each, texts[each].trim()])) as Texts;
const isEmpty = (texts: Texts): boolean => AUTHENTIC.every((each) => texts[each].trim() === "");

/** The languages in which a text is still missing, where one at least is written. */
export const missingIn = (texts: Texts): (keyof Texts)[] => (isEmpty(texts) ? [] : AUTHENTIC.filter((each) => texts[each].trim() === ""));

/** What a meeting sets, from the form: null while something in it is not whole. */
export function meetingFields(draft: MeetingDraft, us: string, partner: string): Record<string, unknown> | null {
  const [starts_ms, ends_ms] = [instantAt(draft.day, draft.from, draft.zone), instantAt(draft.day, draft.to, draft.zone)];
  const agenda = agendaFields(draft.agenda);
  if (starts_ms === null || ends_ms === null || ends_ms <= starts_ms || agenda === null || AUTHENTIC.some((each) => titleFault(draft.place[each]) !== null)) return null;
  const delegations = [{ party: us, offices: offices(draft.ours) }, { party: partner, offices: offices(draft.theirs) }].filter((each) => each.offices.length > 0);
  return { starts_ms, ends_ms, time_zone: draft.zone, place: trimmed(draft.place), agenda, ...(delegations.length > 0 ? { delegations } : {}) };
}

/** The agenda as a record holds it, with the minutes that an item has; null while an item lacks a title or a language. */
export function agendaFields(rows: readonly AgendaRow[]): Record<string, unknown>[] | null {
  const whole = rows.length > 0 && new Set(rows.map((each) => each.id)).size === rows.length && rows.every((each) => isGoodId(each.id) && AUTHENTIC.every((language) => titleFault(each.title[language]) === null));
  if (!whole || rows.some((each) => missingIn(each.minute).length > 0)) return null;
  return rows.map((each) => ({ id: each.id, title: trimmed(each.title), level: each.level, ...(isEmpty(each.minute) ? {} : { minute: trimmed(each.minute) }), ...(each.presenter.trim() === "" ? {} : { presenter: each.presenter.trim() }) }));
}

/** A record's agenda as the form takes it. */
export function rowsOf(document: Record<string, unknown>): AgendaRow[] {
  return rowsIn(document["agenda"]).map((each) => ({
    id: String(each["id"]), title: textsIn(each["title"]), level: (textIn(each["level"]) ?? "bilateral") as Level, minute: textsIn(each["minute"]),
    presenter: textIn(each["presenter"]) ?? "",
  }));
}

/** A meeting as the form takes it, to be changed. */
export function draftOf(record: FullRecord, us: string): MeetingDraft {
  const { document } = record;
  const zone = textIn(document["time_zone"]) ?? "UTC";
  const [from, to] = [clockAt(numberIn(document["starts_ms"]) ?? 0, zone), clockAt(numberIn(document["ends_ms"]) ?? 0, zone)];
  const sit = (ours: boolean): string => rowsIn(document["delegations"]).filter((each) => (each["party"] === us) === ours).flatMap((each) => namesIn(each["offices"])).join("\n");
  return { group: record.group ?? "", day: from.day, from: from.time, to: to.time, zone, place: textsIn(document["place"]), agenda: rowsOf(document), ours: sit(true), theirs: sit(false) };
}

/** The minutes as the record has them, to go on from. */
export function minutesOf(document: Record<string, unknown>): MinutesDraft {
  return { items: Object.fromEntries(rowsOf(document).map((each) => [each.id, each.minute])), whole: textsIn(document["minutes"]) };
}

/** What the draft of the minutes sets: the whole in three languages, and what was said on each item; null while a language is missing. */
export function minutesFields(document: Record<string, unknown>, minutes: MinutesDraft): Record<string, unknown> | null {
  const agenda = agendaFields(rowsOf(document).map((each) => ({ ...each, minute: minutes.items[each.id] ?? each.minute })));
  if (agenda === null || AUTHENTIC.some((each) => faultOf(minutes.whole[each]) !== null)) return null;
  return { agenda, minutes: trimmed(minutes.whole) };
}

/** The number that a group's next meeting has. */
export const nextNumber = (held: readonly number[]): number => Math.max(0, ...held) + 1;
