/**
 * A log whose key is replaced: by which head a reader who remembers the old key believes the new one.
 *
 * The rule of `src/comity/ledger/succession.py`: the key that was remembered last must have signed a head together with the
 * one that follows; a key that was followed never comes back. That both parties agreed the new key stands in the annex of
 * keys, which the node reads; here the old key's own signature vouches.
 */
import type { Schemas } from "../api/client.ts";
import { LOG_KEY, openNote, readCheckpoint, readKey, toHex, Untrusted } from "./verify.ts";

/** One key that followed another, and the head that both signed. */
export interface Change {
  from: string;
  to: string;
  head: string;
  size: number;
  root: string;
  /** When the other party gave receipt of this head; null without one. */
  atMs: number | null;
}

/** Return those changes that hold by their own signatures; the node that named them is not believed. */
export async function held(origin: string, offered: Schemas["KeyChangeOut"][]): Promise<Change[]> {
  const changes = await Promise.all(offered.map((each) => heldOne(origin, each)));
  return changes.filter((each) => each !== null);
}

async function heldOne(origin: string, offered: Schemas["KeyChangeOut"]): Promise<Change | null> {
  try {
    const both = await Promise.all([readKey(offered.old_key), readKey(offered.new_key)]);
    const mirrors = offered.mirror_key ? [await readKey(offered.mirror_key)] : [];
    // A mirror's signature says that it holds a head, not whose the log is: it vouches for nobody.
    if (both.some((each) => each.name !== origin) || mirrors.some((each) => each.kind === LOG_KEY)) return null;
    const note = await openNote(offered.head, [...both, ...mirrors]);
    const head = readCheckpoint(note.text);
    const byLog = note.signers.filter((each) => each.kind === LOG_KEY); // each key once, so two are both
    if (byLog.length !== both.length || head.origin !== origin) return null;
    const atMs = note.signers.find((each) => each.atMs !== null)?.atMs ?? null;
    return { from: offered.old_key, to: offered.new_key, head: offered.head, size: head.size, root: toHex(head.root), atMs };
  } catch (fault) {
    if (!(fault instanceof Untrusted)) throw fault;
    return null;
  }
}

interface Known {
  size: number;
  root: string;
  /** Keys of the log, the one that must sign now last. */
  keys: string[];
}

/** Return the changes that lead from the remembered key to this one, none where it is the same; null where none lead there. */
export function followed(before: Known, served: Omit<Known, "keys">, key: string, changes: Change[]): Change[] | null {
  const steps: Change[] = [];
  const known = new Set(before.keys);
  for (let last = before.keys.at(-1); last !== key; last = steps.at(-1)!.to) {
    const next = changes.find((each) => each.from === last && !known.has(each.to) && [before, served].every((head) => agree(head, each)));
    if (!next || next.size > served.size || next.size < (steps.at(-1)?.size ?? 0)) return null;
    known.add(next.to);
    steps.push(next);
  }
  return steps;
}

const agree = (one: Omit<Known, "keys">, other: Change): boolean => one.size !== other.size || one.root === other.root;
