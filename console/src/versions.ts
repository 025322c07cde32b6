/** Which version of the agreement was in force on a day, as it is typed: `2026-11-22`. */
import { isDay } from "./amendment.ts";
import type { Schemas } from "./api/client.ts";

const DAY_MS = 86_400_000;

export { isDay };

/** Return what was in force at the end of a day; null where nothing was, or where the day is none. */
export function inForceOn(versions: readonly Schemas["PastVersionOut"][], day: string): Schemas["PastVersionOut"] | null {
  if (!isDay(day)) return null;
  const endMs = Date.parse(`${day}T00:00:00Z`) + DAY_MS;
  return versions.findLast((each) => each.in_force_ms < endMs) ?? null;
}
