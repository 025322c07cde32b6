/** What on the page is older than what it rests on: said beside it, never left to be noticed. */
import type { Forcing } from "../incident.ts";

export type Stale = "drift" | "forcing" | "run" | "plan";

export interface Known {
  /** Whether the cloud was computed from another document than the current one. */
  driftIsOld: boolean;
  /** Whether the plan was made before the newest search, clue or document. */
  planIsOld: boolean;
  hasPlan: boolean;
  forcing: readonly Forcing[];
  untilMs: number | null;
  nowMs: number;
  /** A case of the past is looked at, not worked on: its forcing ended long ago, and that is no news. */
  isClosed: boolean;
}

const DAY_MS = 86_400_000;

/** The warnings, the most serious first. */
export function staleOf(known: Known): Stale[] {
  const found: Stale[] = [];
  if (known.driftIsOld) found.push("drift");
  if (known.planIsOld && known.hasPlan) found.push("plan");
  // What ended more than a week ago is a case that is studied.
  const isLive = !known.isClosed && known.untilMs !== null && known.nowMs - known.untilMs < 7 * DAY_MS;
  const endsMs = Math.min(...known.forcing.map((each) => each.lastMs));
  if (isLive && known.forcing.length > 0 && endsMs < Math.max(known.nowMs, known.untilMs ?? 0)) found.push("forcing");
  if (isLive && known.untilMs !== null && known.untilMs < known.nowMs) found.push("run");
  return found;
}
