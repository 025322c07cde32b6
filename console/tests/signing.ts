/** Keys that sign heads as nodes do: a log's (C2SP signed-note) and a mirror's (tlog-cosignature), by the same WebCrypto. */
import { LOG_KEY } from "../src/ledger/verify.ts";

const utf8 = new TextEncoder();

export interface Drawn {
  vkey: string;
  /** The line of signature under a text; a mirror's says when. */
  line: (text: string, atMs?: number) => Promise<string>;
}

export async function drawn(name: string, kind = LOG_KEY): Promise<Drawn> {
  const pair = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  const key = Buffer.concat([Uint8Array.of(kind), new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey))]);
  const id = Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.concat([utf8.encode(`${name}\n`), key]))).subarray(0, 4);
  const line = async (text: string, atMs = 0): Promise<string> => {
    const instant = Buffer.alloc(kind === LOG_KEY ? 0 : 8);
    if (kind !== LOG_KEY) instant.writeBigUInt64BE(BigInt(atMs / 1000));
    const message = utf8.encode(kind === LOG_KEY ? text : `cosignature/v1\ntime ${atMs / 1000}\n${text}`);
    const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, message));
    return `— ${name} ${Buffer.concat([id, instant, signature]).toString("base64")}\n`;
  };
  return { vkey: `${name}+${id.toString("hex")}+${key.toString("base64")}`, line };
}
