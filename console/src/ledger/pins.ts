/**
 * What this browser has verified before, kept in it by agreement and log: a node that later serves an older head, another
 * head of the same size, or other keys, contradicts what it served before, whoever made it do so.
 */
import type { Schemas } from "../api/client.ts";
import type { Judgement } from "./judge.ts";

export interface Pin {
  size: number;
  root: string;
  checkpoint: string;
  /** Keys under which heads of this log were verified. */
  keys: string[];
  atMs: number;
}

export type Breach = "rolled_back" | "forked" | "other_keys";
export interface Contradiction {
  breach: Breach;
  log: "own" | "partner";
  pinned: Pin;
  served: Pin;
}

/** What can be kept between visits; `localStorage` in the browser. */
export type Shelf = Pick<Storage, "getItem" | "setItem">;
const shelfName = (agreement: string, log: string): string => `comity-verified/${agreement}/${log}`;

/** Return what was verified before, or null; what does not read as ours is as if it were not there. */
export function pinned(shelf: Shelf, agreement: string, log: string): Pin | null {
  try {
    const found = JSON.parse(shelf.getItem(shelfName(agreement, log)) ?? "null") as Partial<Pin> | null;
    const whole = found && Number.isSafeInteger(found.size) && typeof found.root === "string" && typeof found.checkpoint === "string" && Array.isArray(found.keys) && typeof found.atMs === "number";
    return whole ? (found as Pin) : null;
  } catch {
    return null;
  }
}

/**
 * Compare a head that was just verified with the one before, and keep it where they agree.
 *
 * `askedMs` is when the node was asked: an answer that was overtaken by a newer one on its way is no rollback.
 * That a greater head extends the smaller one is for the consistency proof, which the node's own follower checks.
 */
export function compared(shelf: Shelf, found: Schemas["ProofOut"], judged: Judgement, askedMs: number, nowMs: number): Contradiction | null {
  if (judged.verdict === null) return null;
  const before = pinned(shelf, found.agreement, found.log);
  const served: Pin = { size: judged.verdict.size, root: judged.verdict.root, checkpoint: found.checkpoint, keys: [found.log_key], atMs: nowMs };
  const breach = before === null ? null : breachOf(before, served, askedMs);
  if (before !== null && breach !== null) return { breach, log: found.log, pinned: before, served };
  if (before === null || served.size > before.size) keep(shelf, found.agreement, found.log, { ...served, keys: [...new Set([...(before?.keys ?? []), ...served.keys])] });
  return null;
}

function breachOf(before: Pin, served: Pin, askedMs: number): Breach | null {
  if (!before.keys.includes(served.keys[0]!)) return "other_keys";
  if (served.size === before.size && served.root !== before.root) return "forked";
  return served.size < before.size && askedMs > before.atMs ? "rolled_back" : null;
}

/** Take new keys for this log after an officer has compared them with the annex that both signed. */
export function accept(shelf: Shelf, agreement: string, contradiction: Contradiction): void {
  const { pinned: before, served, log } = contradiction;
  keep(shelf, agreement, log, { ...served, keys: [...new Set([...before.keys, ...served.keys])] });
}

function keep(shelf: Shelf, agreement: string, log: string, pin: Pin): void {
  try {
    shelf.setItem(shelfName(agreement, log), JSON.stringify(pin));
  } catch {
    // A browser that keeps nothing compares nothing: each visit is its first.
  }
}

/** Both heads as they came, for whoever is shown the evidence. */
export function evidenceOf(agreement: string, found: Contradiction): string {
  return JSON.stringify({ schema: "comity/browser-evidence/1", agreement, ...found }, null, 1);
}
