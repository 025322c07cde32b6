/** The way of a check: which steps lie behind it, at which it stands, which it never took. Instants are milliseconds since 1970. */
export type CheckStanding = "past" | "now" | "ahead" | "skipped";

export interface CheckStep {
  state: string;
  standing: CheckStanding;
  atMs: number | null;
}

const WAY = ["planned", "notified", "done", "finding_open", "closed"];
/** A check ends here too, from where it was planned or notified. */
const WAIVED = "waived";

/** The steps of a check, in order; one that found nothing goes past `finding_open`, one that was waived ends there. */
export function checkSteps(check: { state: string; entered: Readonly<Record<string, number>> }): CheckStep[] {
  const way = check.state === WAIVED ? [...WAY.filter((each) => each in check.entered), WAIVED] : WAY;
  const here = way.indexOf(check.state);
  return way.map((state, at) => {
    const atMs = check.entered[state] ?? null;
    const standing = at === here ? "now" : at > here ? "ahead" : atMs === null ? "skipped" : "past";
    return { state, standing, atMs: standing === "ahead" ? null : atMs };
  });
}
