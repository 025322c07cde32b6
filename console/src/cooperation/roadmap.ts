/**
 * The roadmap as geometry: lanes of work, their milestones, what must come before what, and today.
 *
 * Instants are milliseconds since 1970 in UTC; lengths are pixels. Time runs from left to right in every language: `x`
 * grows with the day, whichever side reading begins at.
 */
const DAY_MS = 86_400_000;
/** How far the picture reaches from today, at most: a day in the year 9999 would leave no room for this year. */
const REACH_MONTHS = 600;
/** A bar of a day in a span of years is still seen and hit. */
const NARROWEST_PX = 10;
/** Labels of months stand no closer than this. */
const TICK_PX = 34;
/** How wide the figures of a year and the flag of today are drawn. */
const YEAR_PX = 36;
export const FLAG_PX = 76;
const STEPS = [1, 3, 6, 12] as const;
/** How far an arrow goes on before it turns. */
const LEAD_PX = 7;

/** A step of an initiative: until when, when it was reached (`null`: not yet), and which steps come before it. */
export interface Step {
  id: string;
  title: string;
  dueMs: number;
  doneMs: number | null;
  after: readonly string[];
}

/** A piece of work: an initiative with its steps, or an action; `after` names the lanes that come before it. */
export interface Lane {
  key: string;
  kind: "initiative" | "action";
  title: string;
  group: string | null;
  state: string;
  startMs: number;
  endMs: number;
  isOver: boolean;
  isLate: boolean;
  after: readonly string[];
  steps: readonly Step[];
}

/** A meeting of a group, as a mark on the line of the group. */
export interface Sitting {
  key: string;
  title: string;
  group: string;
  atMs: number;
  isHeld: boolean;
}

/** `unsaid`: the work is over and nobody recorded that the step was reached. */
export type Standing = "done" | "open" | "late" | "unsaid";

/** One line of the picture: a group's heading with its meetings, a lane with its bar, or a step of an opened lane. */
export type Row =
  | { kind: "group"; id: string; group: string | null; lanes: number; sittings: readonly Sitting[] }
  | { kind: "lane"; id: string; lane: Lane; standing: Standing; isOpen: boolean }
  | { kind: "step"; id: string; lane: Lane; step: Step; standing: Standing };

export interface Span {
  fromMs: number;
  toMs: number;
}

/** Where a lane, or a step of it (`key#step`), begins and ends in time. */
interface Place {
  row: number;
  fromMs: number;
  toMs: number;
}

/** What comes before what: `path` for an SVG in pixels; `isAgainst` where the later is due before the earlier ends. */
export interface Arrow {
  from: string;
  to: string;
  path: string;
  isAgainst: boolean;
}

/** A line of the axis: the first of a month; `year` where a year begins or the axis does. */
export interface Tick {
  ms: number;
  x: number;
  month: string | null;
  year: string | null;
}

/** How a step stands on a day; of work that is over no step is late any more. */
export function standingOf(step: Step, nowMs: number, isOver = false): Standing {
  if (step.doneMs !== null) return "done";
  if (isOver) return "unsaid";
  return step.dueMs < nowMs ? "late" : "open";
}

/** The span of time that holds all of it within fifty years of today, in whole months, with room at both ends. */
export function spanOf(lanes: readonly Lane[], sittings: readonly Sitting[], nowMs: number): Span {
  const instants = [nowMs, ...lanes.flatMap((each) => [each.startMs, each.endMs, ...each.steps.map((step) => step.dueMs)]), ...sittings.map((each) => each.atMs)];
  const ends = instants.reduce((found, each) => ({ fromMs: Math.min(found.fromMs, each), toMs: Math.max(found.toMs, each) }), { fromMs: nowMs, toMs: nowMs });
  const [first, last] = [monthAt(nowMs, -REACH_MONTHS), monthAt(nowMs, REACH_MONTHS)];
  return { fromMs: Math.max(first, monthAt(Math.max(first, ends.fromMs), 0)), toMs: Math.min(last, monthAt(Math.min(last, ends.toMs + 15 * DAY_MS), 1)) };
}

/** The first instant of the month of an instant, `by` months later. */
export function monthAt(ms: number, by: number): number {
  const at = new Date(ms);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + by, 1);
}

/** Where an instant stands across a picture of a width; what lies beyond the picture stands at its edge. */
export function across(span: Span, width: number, ms: number): number {
  return ((Math.min(Math.max(ms, span.fromMs), span.toMs) - span.fromMs) / (span.toMs - span.fromMs)) * width;
}

/** From where to where a bar is drawn. */
export function barOf(span: Span, width: number, fromMs: number, toMs: number): { x: number; width: number } {
  const [from, to] = [across(span, width, fromMs), across(span, width, toMs)];
  return { x: from, width: Math.max(NARROWEST_PX, to - from) };
}

/** The months of the axis, as many as have room for their figures; years where they begin. */
export function ticksOf(span: Span, width: number): Tick[] {
  const months: number[] = [];
  for (let ms = span.fromMs; ms < span.toMs; ms = monthAt(ms, 1)) months.push(ms);
  const room = width / Math.max(1, months.length);
  const every = STEPS.find((each) => each * room >= TICK_PX) ?? STEPS[STEPS.length - 1]!;
  return months.flatMap((ms, at) => {
    const [month, year] = [new Date(ms).getUTCMonth(), new Date(ms).getUTCFullYear()];
    if (at > 0 && month % every !== 0) return [];
    const isYear = month === 0 || (at === 0 && month <= 12 - Math.ceil(TICK_PX / room));
    return [{ ms, x: across(span, width, ms), month: every === 12 || month % every !== 0 ? null : String(month + 1).padStart(2, "0"), year: isYear ? String(year) : null }];
  });
}

/** Where the flag of today begins over the axis: about its day, and to one side of it where it would cover the figures of a year. */
export function flagAt(today: number, ticks: readonly Tick[], width: number): number {
  const years = ticks.filter((each) => each.year !== null).map((each) => [each.x, each.x + YEAR_PX] as const);
  const beside = years.filter(([from, to]) => from <= today && today <= to).flatMap(([from, to]) => [from - FLAG_PX, to]);
  const places = [today - FLAG_PX / 2, today - FLAG_PX, today, ...beside].filter((each) => each >= 0 && each + FLAG_PX <= width);
  const free = (place: number): boolean => years.every(([from, to]) => to <= place || place + FLAG_PX <= from);
  return places.find(free) ?? places[0] ?? 0;
}

/** The lines of the picture: under each group its lanes by their beginning, under an opened lane its steps by their day. */
export function rowsOf(lanes: readonly Lane[], sittings: readonly Sitting[], groups: readonly (string | null)[], opened: ReadonlySet<string>, nowMs: number): Row[] {
  return groups.flatMap((group): Row[] => {
    const own = lanes.filter((each) => each.group === group).sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs || (a.key < b.key ? -1 : 1));
    const held = sittings.filter((each) => each.group === group);
    if (own.length === 0 && held.length === 0) return [];
    return [{ kind: "group", id: `group ${group ?? ""}`, group, lanes: own.length, sittings: held }, ...own.flatMap((lane) => laneRows(lane, opened.has(lane.key), nowMs))];
  });
}

function laneRows(lane: Lane, isOpen: boolean, nowMs: number): Row[] {
  const late = lane.isLate || lane.steps.some((each) => standingOf(each, nowMs) === "late");
  const standing: Standing = lane.isOver ? "done" : late ? "late" : "open";
  const steps = [...lane.steps].sort((a, b) => a.dueMs - b.dueMs);
  return [
    { kind: "lane", id: lane.key, lane, standing, isOpen },
    ...(isOpen ? steps.map((step): Row => ({ kind: "step", id: `${lane.key}#${step.id}`, lane, step, standing: standingOf(step, nowMs, lane.isOver) })) : []),
  ];
}

/** The arrows between lines that are both in the picture: from the end of what comes before to what comes after. */
export function arrowsOf(rows: readonly Row[], span: Span, width: number, rowPx: number): Arrow[] {
  const places = new Map<string, Place>();
  rows.forEach((each, row) => {
    if (each.kind === "lane") places.set(each.id, { row, fromMs: each.lane.startMs, toMs: each.lane.endMs });
    else if (each.kind === "step") places.set(each.id, { row, fromMs: each.step.doneMs ?? each.step.dueMs, toMs: each.step.doneMs ?? each.step.dueMs });
  });
  return rows.flatMap((row) => {
    if (row.kind === "group") return [];
    const before = row.kind === "lane" ? row.lane.after : row.step.after.map((each) => `${row.lane.key}#${each}`);
    return before.flatMap((from) => {
      const [start, end] = [places.get(from), places.get(row.id)];
      return start && end ? [arrow(from, row, start, end, span, width, rowPx)] : [];
    });
  });
}

function arrow(from: string, row: Exclude<Row, { kind: "group" }>, start: Place, end: Place, span: Span, width: number, rowPx: number): Arrow {
  // A step is a mark of a size, a bar begins at its edge; an action that has no beginning of its own is met at its end.
  const isMark = row.kind === "step";
  const halfMark = isMark ? 8 : 0;
  const toMs = isMark ? end.fromMs : Math.max(end.fromMs, Math.min(end.toMs, start.toMs));
  const [x1, x2] = [across(span, width, start.toMs) + (isMark ? 8 : 0), across(span, width, toMs) - halfMark];
  const [y1, y2] = [(start.row + 0.5) * rowPx, (end.row + 0.5) * rowPx];
  return { from, to: row.id, path: elbow(x1, y1, x2, y2, rowPx), isAgainst: end.toMs < start.toMs };
}

/** A path of right angles: on, down (or up), and on; back between the lines where what follows begins earlier. */
function elbow(x1: number, y1: number, x2: number, y2: number, rowPx: number): string {
  const at = (value: number): string => value.toFixed(1);
  if (x2 - x1 >= 2 * LEAD_PX) return `M${at(x1)} ${at(y1)}H${at(x1 + LEAD_PX)}V${at(y2)}H${at(x2)}`;
  const between = y2 > y1 ? y2 - rowPx / 2 : y2 + rowPx / 2;
  return `M${at(x1)} ${at(y1)}H${at(x1 + LEAD_PX)}V${at(between)}H${at(x2 - LEAD_PX)}V${at(y2)}H${at(x2)}`;
}

/** How far a frame is scrolled so that a place of the picture stands in its middle; where reading begins at the right, back from there. */
export function scrollTo(x: number, width: number, roomPx: number, isRightToLeft: boolean): number {
  const fromLeft = Math.min(Math.max(0, x - roomPx / 2), Math.max(0, width - roomPx));
  return isRightToLeft ? fromLeft - Math.max(0, width - roomPx) : fromLeft;
}

/** How wide a picture is drawn: what the window gives, or so much for each month. */
export function widthOf(span: Span, perMonthPx: number | null, roomPx: number): number {
  const months = (span.toMs - span.fromMs) / (30.4 * DAY_MS);
  return Math.max(roomPx, perMonthPx === null ? 0 : Math.round(months * perMonthPx));
}
