/**
 * What this browser has verified before, kept in it by agreement and log: a node that later serves an older head, another
 * head of the same size, or other keys, contradicts what it served before, whoever made it do so.
 */
import type { Schemas } from "../api/client.ts";
import type { Judgement } from "./judge.ts";
import { followed, type Change } from "./succession.ts";

export interface Pin {
  size: number;
  root: string;
  checkpoint: string;
  /** Keys under which heads of this log were verified. The last one must sign the next head; the others sign none any more. */
  keys: string[];
  atMs: number;
  /** How the last key followed the others, since this browser remembers; absent where an older page kept the pin. */
  changes?: Replaced[];
}

/** A change of keys that this browser followed by itself; `atMs` is when it was receipted, else when it was seen. */
export interface Replaced extends Omit<Change, "atMs"> {
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
    const whole = found && Number.isSafeInteger(found.size) && typeof found.root === "string" && typeof found.checkpoint === "string" && Array.isArray(found.keys) && Array.isArray(found.changes ?? []) && typeof found.atMs === "number";
    return whole ? (found as Pin) : null;
  } catch {
    return null;
  }
}

/**
 * Compare a head that was just verified with the one before, and keep it where they agree.
 *
 * `askedMs` is when the node was asked: an answer that was overtaken by a newer one on its way is no rollback, nor is the
 * key that it bears a return to the old one. That a greater head extends the smaller one is for the consistency proof,
 * which the node's own follower checks.
 */
export function compared(shelf: Shelf, found: Schemas["ProofOut"], judged: Judgement, askedMs: number, nowMs: number): Contradiction | null {
  if (judged.verdict === null) return null;
  const before = pinned(shelf, found.agreement, found.log);
  const served: Pin = { size: judged.verdict.size, root: judged.verdict.root, checkpoint: found.checkpoint, keys: [found.log_key], atMs: nowMs };
  if (before === null) {
    keep(shelf, found.agreement, found.log, served);
    return null;
  }
  const isOvertaken = served.size < before.size && askedMs <= before.atMs;
  if (isOvertaken && before.keys.includes(found.log_key)) return null;
  const steps = followed(before, served, found.log_key, judged.changes);
  const breach = steps === null ? "other_keys" : breachOf(before, served, isOvertaken);
  if (breach !== null) return { breach, log: found.log, pinned: before, served };
  const taken = (steps ?? []).map((each) => ({ ...each, atMs: each.atMs ?? nowMs }));
  if (served.size > before.size || (taken.length > 0 && !isOvertaken)) {
    const keys = [...before.keys, ...taken.map((each) => each.to)];
    keep(shelf, found.agreement, found.log, { ...served, keys, changes: [...(before.changes ?? []), ...taken] });
  }
  return null;
}

function breachOf(before: Pin, served: Pin, isOvertaken: boolean): Breach | null {
  if (served.size === before.size && served.root !== before.root) return "forked";
  return served.size < before.size && !isOvertaken ? "rolled_back" : null;
}

/** Take new keys for this log after an officer has compared them with the annex that both signed. */
export function accept(shelf: Shelf, agreement: string, contradiction: Contradiction): void {
  const { pinned: before, served, log } = contradiction;
  const givenUp = before.keys.filter((each) => !served.keys.includes(each));
  keep(shelf, agreement, log, { ...served, keys: [...givenUp, ...served.keys], changes: before.changes ?? [] });
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
