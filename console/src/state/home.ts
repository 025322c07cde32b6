/**
 * Where an office begins. The node knows roles, not titles: an office that may only sign and read (a co-chair, a
 * secretary, an auditor) begins at *Today*, what awaits it; an office that drafts opens cases and runs drifts, which is
 * the work of a watch: it begins at the map.
 */
import { session } from "./session.svelte.ts";

export function home(): "watch" | "signatures" {
  return session.may("drafter") ? "watch" : "signatures";
}
