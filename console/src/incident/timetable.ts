/** When each unit is under way and when it searches, on one axis of time; 0 is its beginning, 1 its end. */
import type { Sortie } from "./plan.ts";

const HOUR_MS = 3_600_000;
/** Between two marks, in hours; the least that leaves no more marks than the width bears. */
const STEPS_H = [1, 2, 3, 6, 12, 24] as const;
const MOST_MARKS = 7;

export interface Bar {
  sortie: Sortie;
  /** Where the unit leaves, begins, ends and is back; `null` where the plan does not say when it leaves or is back. */
  leaves: number;
  begins: number;
  ends: number;
  returns: number;
}

export interface Timetable {
  fromMs: number;
  untilMs: number;
  bars: Bar[];
  marks: { ms: number; at: number }[];
}

/** The timetable of sorties, first who begins first; none without sorties. */
export function timetableOf(sorties: readonly Sortie[]): Timetable | null {
  if (sorties.length === 0) return null;
  const first = Math.min(...sorties.map((each) => each.leavesMs));
  const last = Math.max(...sorties.map((each) => each.returnsMs));
  const fromMs = Math.floor(first / HOUR_MS) * HOUR_MS;
  const untilMs = Math.max(Math.ceil(last / HOUR_MS) * HOUR_MS, fromMs + HOUR_MS);
  const share = (ms: number): number => (ms - fromMs) / (untilMs - fromMs);
  const step = STEPS_H.find((hours) => (untilMs - fromMs) / (hours * HOUR_MS) <= MOST_MARKS) ?? Math.ceil((untilMs - fromMs) / HOUR_MS / MOST_MARKS);
  const marks = [];
  for (let ms = Math.ceil(fromMs / (step * HOUR_MS)) * step * HOUR_MS; ms <= untilMs; ms += step * HOUR_MS) marks.push({ ms, at: share(ms) });
  const bars = [...sorties]
    .sort((a, b) => a.beginsMs - b.beginsMs || a.unit.localeCompare(b.unit))
    .map((sortie) => ({ sortie, leaves: share(sortie.leavesMs), begins: share(sortie.beginsMs), ends: share(sortie.endsMs), returns: share(sortie.returnsMs) }));
  return { fromMs, untilMs, bars, marks };
}
