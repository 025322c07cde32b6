/** What this browser finds out by itself about one entry: whether it stands in the record, and who has given receipt of it. */
import type { Schemas } from "../api/client.ts";
import { held, type Change } from "./succession.ts";
import { fromBase64, openNote, readCheckpoint, readKey, Untrusted, verifyEvidence, type Verdict } from "./verify.ts";

/** A dated signature of the other party under a head that holds `size` entries. */
export interface Receipt {
  name: string;
  atMs: number;
  size: number;
}

export interface Judgement {
  verdict: Verdict | null;
  receipt: Receipt | null;
  /** How one key of the log followed another, each by a head that both signed. */
  changes: Change[];
  /** Why the proof does not hold; null where it does. */
  reason: string | null;
  tookMs: number;
}

/** Verify an entry's proof; the node that gave it is not believed. */
export async function judge(found: Schemas["ProofOut"]): Promise<Judgement> {
  const begun = performance.now();
  const took = (): number => performance.now() - begun;
  try {
    const entry = fromBase64(found.leaf);
    const hashes = found.proof.map(fromBase64);
    if (entry === null || hashes.includes(null)) throw new Untrusted("entry");
    const keys = [found.log_key, ...(found.mirror_key ? [found.mirror_key] : [])];
    const verdict = await verifyEvidence({ entry, index: found.position, proof: hashes as Uint8Array[], checkpoint: found.checkpoint, keys, origin: found.origin });
    const receipt = (await receiptIn(found)) ?? dated(verdict);
    return { verdict, receipt, changes: await held(found.origin, found.key_changes), reason: null, tookMs: took() };
  } catch (fault) {
    if (!(fault instanceof Untrusted)) throw fault;
    return { verdict: null, receipt: null, changes: [], reason: fault.reason, tookMs: took() };
  }
}

/** The partner's receipt of ours: its own signature under a head of ours that holds at least this entry. */
async function receiptIn(found: Schemas["ProofOut"]): Promise<Receipt | null> {
  if (!found.receipt || !found.mirror_key) return null;
  const note = await openNote(found.receipt, [await readKey(found.mirror_key)]);
  const head = readCheckpoint(note.text);
  const signer = note.signers[0];
  if (head.origin !== found.origin || !signer || signer.atMs === null) throw new Untrusted("unsigned");
  return head.size > found.position ? { name: signer.name, atMs: signer.atMs, size: head.size } : null;
}

/** A receipt that stands under the head itself, as ours does under our copy of the partner's record. */
function dated(verdict: Verdict): Receipt | null {
  const signer = verdict.signers.find((each) => each.atMs !== null);
  return signer && signer.atMs !== null ? { name: signer.name, atMs: signer.atMs, size: verdict.size } : null;
}
