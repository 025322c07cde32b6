/**
 * Our own verifier: that a signed head is genuine, and that an entry stands under it. It trusts no answer of the node.
 *
 * Sources: C2SP signed-note v1.0.0 and tlog-checkpoint v1.0.0; RFC 9162 §2.1.1 and §2.1.3; hashes and Ed25519 by the
 * browser's WebCrypto. Key kinds: 0x01 a log's Ed25519 key, 0x04 a mirror's Ed25519 cosignature.
 */

export const LOG_KEY = 0x01;
export const MIRROR_KEY = 0x04;

/** A proof that failed; `reason` names a message of the catalogue. */
export class Untrusted extends Error {
  constructor(readonly reason: "key" | "note" | "signature" | "unsigned" | "checkpoint" | "entry" | "inclusion") {
    super(reason);
  }
}

export interface Key {
  name: string;
  kind: number;
  id: Uint8Array;
  bytes: Uint8Array;
}

export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
}

export interface Opened {
  text: string;
  signers: { name: string; kind: number; atMs: number | null }[];
}

const utf8 = new TextEncoder();

/** Read a key in its text form `name+id+base64`; the base64 part may itself hold a "+". */
export async function readKey(vkey: string): Promise<Key> {
  const [name = "", id = "", ...rest] = vkey.split("+");
  const key = fromBase64(rest.join("+"));
  if (!name || key === null || key.length < 33 || !/^[0-9a-f]{8}$/.test(id)) throw new Untrusted("key");
  const expected = (await sha256(concat(utf8.encode(`${name}\n`), key))).slice(0, 4);
  if (toHex(expected) !== id) throw new Untrusted("key");
  return { name, kind: key[0]!, id: expected, bytes: key.slice(1) };
}

/** Open a note: every signature by a known key must hold, and one must be there. Unknown keys are ignored. */
export async function openNote(note: string, keys: Key[]): Promise<Opened> {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) throw new Untrusted("note");
  const text = note.slice(0, end + 1);
  const signers: Opened["signers"] = [];
  const seen = new Set<string>();
  for (const line of note.slice(end + 2, -1).split("\n")) {
    const found = /^— (\S+) (\S+)$/u.exec(line);
    const blob = found ? fromBase64(found[2]!) : null;
    if (!found || blob === null || blob.length < 5 || found[1]!.includes("+")) throw new Untrusted("note");
    const id = toHex(blob.slice(0, 4));
    const key = keys.find((each) => each.name === found[1] && toHex(each.id) === id);
    if (!key || seen.has(`${key.name} ${id}`)) continue;
    seen.add(`${key.name} ${id}`);
    signers.push({ name: key.name, kind: key.kind, atMs: await verified(key, text, blob.slice(4)) });
  }
  if (signers.length === 0) throw new Untrusted("unsigned");
  return { text, signers };
}

async function verified(key: Key, text: string, signature: Uint8Array): Promise<number | null> {
  if (key.kind === LOG_KEY) {
    if (!(await ed25519(key.bytes, signature, utf8.encode(text)))) throw new Untrusted("signature");
    return null;
  }
  if (key.kind !== MIRROR_KEY || signature.length !== 72) throw new Untrusted("signature");
  const seconds = new DataView(signature.buffer, signature.byteOffset, 8).getBigUint64(0);
  const message = utf8.encode(`cosignature/v1\ntime ${seconds}\n${text}`);
  if (!(await ed25519(key.bytes, signature.slice(8), message))) throw new Untrusted("signature");
  return Number(seconds) * 1000;
}

/** Read the three lines of a checkpoint: the log's name, its size, the hash over all of its entries. */
export function readCheckpoint(text: string): Checkpoint {
  const found = /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text);
  const root = found ? fromBase64(found[3]!) : null;
  const size = Number(found?.[2]);
  if (!found || root === null || root.length !== 32 || !Number.isSafeInteger(size)) throw new Untrusted("checkpoint");
  return { origin: found[1]!, size, root };
}

/** Return the hash of an entry as the log counts it (RFC 9162 §2.1.1). */
export async function leafHash(entry: Uint8Array): Promise<Uint8Array> {
  return sha256(concat(Uint8Array.of(0), entry));
}

/** Return when the proof leads from an entry's hash to the root; else throw `Untrusted` (RFC 9162 §2.1.3.2). */
export async function verifyInclusion(
  leaf: Uint8Array, index: number, size: number, proof: Uint8Array[], root: Uint8Array,
): Promise<void> {
  const shapes = [leaf, root, ...proof].every((each) => each.length === 32);
  const counts = Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;
  if (!shapes || !counts) throw new Untrusted("inclusion");
  let node = BigInt(index);
  let last = BigInt(size - 1);
  let result = leaf;
  for (const step of proof) {
    if (last === 0n) throw new Untrusted("inclusion");
    if (node & 1n || node === last) {
      result = await nodeHash(step, result);
      while (!(node & 1n) && node !== 0n) [node, last] = [node >> 1n, last >> 1n];
    } else {
      result = await nodeHash(result, step);
    }
    [node, last] = [node >> 1n, last >> 1n];
  }
  if (last !== 0n || toHex(result) !== toHex(root)) throw new Untrusted("inclusion");
}

export interface Evidence {
  /** The entry's exact bytes. */
  entry: Uint8Array;
  index: number;
  /** The hash that the screen shows for this entry, when it shows one. */
  proof: Uint8Array[];
  /** The signed head, as it stands in the log. */
  checkpoint: string;
  /** The log's key first, then the mirror key of the partner when it has given a receipt. */
  keys: string[];
  origin: string;
}

export interface Verdict {
  leaf: string;
  root: string;
  size: number;
  signers: Opened["signers"];
}

/** Verify everything that shows an entry to stand in a party's log. */
export async function verifyEvidence(evidence: Evidence): Promise<Verdict> {
  const keys = await Promise.all(evidence.keys.map(readKey));
  // The first key alone speaks for the log: another one of its kind, passed for a mirror's, would sign in its place.
  const [first, ...mirrors] = keys;
  if (first?.kind !== LOG_KEY || first.name !== evidence.origin || mirrors.some((each) => each.kind === LOG_KEY)) throw new Untrusted("key");
  const note = await openNote(evidence.checkpoint, keys);
  const head = readCheckpoint(note.text);
  const log = note.signers.some((each) => each.kind === LOG_KEY && each.name === evidence.origin);
  if (head.origin !== evidence.origin || !log) throw new Untrusted("unsigned");
  const leaf = await leafHash(evidence.entry);
  await verifyInclusion(leaf, evidence.index, head.size, evidence.proof, head.root);
  return { leaf: toHex(leaf), root: toHex(head.root), size: head.size, signers: note.signers };
}

async function nodeHash(first: Uint8Array, second: Uint8Array): Promise<Uint8Array> {
  return sha256(concat(Uint8Array.of(1), first, second));
}

export async function sha256(data: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(data)));
}

async function ed25519(key: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey("raw", new Uint8Array(key), "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", imported, new Uint8Array(signature), new Uint8Array(message));
  } catch {
    return false; // a key or a signature of a wrong form proves nothing
  }
}

export function fromBase64(text: string): Uint8Array | null {
  try {
    const raw = atob(text);
    if (btoa(raw) !== text) return null;
    return Uint8Array.from(raw, (each) => each.charCodeAt(0));
  } catch {
    return null;
  }
}

export function toHex(data: Uint8Array): string {
  return Array.from(data, (each) => each.toString(16).padStart(2, "0")).join("");
}

function concat(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
