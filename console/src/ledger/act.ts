/**
 * An act in the form that is signed. The page computes its hash itself and compares it with the challenge that the
 * passkey is asked to answer: a node that shows one act and has another signed is found out before the key is touched.
 *
 * Canonical form: RFC 8785 within the record's profile (ASCII keys, integers, text), which JSON.stringify writes alike.
 */
import { toHex } from "./verify.ts";

/** Return the canonical text of a document; numbers must be whole and below 2^53. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new RangeError(`${value} has no canonical form`);
  return JSON.stringify(value);
}

/** Return `sha256:` and the hexadecimal SHA-256 of a document's canonical bytes. */
export async function documentHash(document: unknown): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonical(document)));
  return `sha256:${toHex(new Uint8Array(digest))}`;
}

/** Whether a passkey's challenge (base64url) is the hash of the act that is shown. */
export async function isAskedFor(challenge: string, act: unknown): Promise<boolean> {
  const hex = (await documentHash(act)).slice("sha256:".length);
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const text = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return text === challenge.replace(/=+$/, "");
}
