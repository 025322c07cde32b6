/** The verifier agrees with C2SP's example, the Merkle cases of transparency-dev, and a log that Go's sumdb accepts. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { fromBase64, leafHash, openNote, readCheckpoint, readKey, toHex, Untrusted, verifyInclusion } from "../src/ledger/verify.ts";
import { drawn } from "./signing.ts";

const SHARED = new URL("../../../shared/data/ledger/", import.meta.url);
const here = existsSync(SHARED);
const read = (name: string): string => readFileSync(new URL(name, SHARED), "utf8");

describe.skipIf(!here)("the vectors of ../shared/data/ledger", () => {
  test("the note of the specification opens, and no other text does under its signature", async () => {
    const { vkey, note } = JSON.parse(read("signed_note_example.json")) as { vkey: string; note: string };
    const key = await readKey(vkey);
    expect((await openNote(note, [key])).text).toBe("This is an example message.\n");
    await expect(openNote(note.replace("example m", "Example m"), [key])).rejects.toThrow("signature");
    await expect(openNote(note, [])).rejects.toThrow("unsigned");
  });

  test("every inclusion case of transparency-dev is judged as its authors judge it", async () => {
    const cases = read("merkle_proofs.jsonl").trim().split("\n").map((line) => JSON.parse(line) as Record<string, never>);
    const inclusion = cases.filter((each) => String(each["case"]).startsWith("inclusion/"));
    expect(inclusion.length).toBe(74);
    const odd: string[] = [];
    for (const each of inclusion) {
      const { leafIdx, treeSize, leafHash: leaf, root, proof, wantErr } = each as unknown as {
        leafIdx: number; treeSize: number; leafHash: string; root: string; proof: string[] | null; wantErr: boolean;
      };
      const bytes = (text: string): Uint8Array => fromBase64(text) ?? new Uint8Array();
      const holds = await verifyInclusion(bytes(leaf), leafIdx, treeSize, (proof ?? []).map(bytes), bytes(root)).then(
        () => true,
        (fault: unknown) => !(fault instanceof Untrusted),
      );
      if (holds === wantErr) odd.push(String(each["case"]));
    }
    // Upstream has good cases whose roots are not hashes of 32 bytes; a verifier of logs refuses these by type.
    expect(odd.filter((name) => !/happy|good|single/.test(name))).toEqual([]);
    expect(odd.length).toBeLessThan(5);
  });

  test("the head of a log of 600 entries is signed by its log and by its mirror", async () => {
    const keys = JSON.parse(read("log_good/keys.json")) as { log: string; mirror: string };
    const known = await Promise.all([readKey(keys.log), readKey(keys.mirror)]);
    const opened = await openNote(read("log_good/checkpoint.600"), known);
    expect(opened.signers.map((each) => each.kind)).toEqual([1, 4]);
    expect(opened.signers[1]?.atMs).toBeGreaterThan(1.7e12);
    expect(readCheckpoint(opened.text)).toMatchObject({ origin: "mesa.example/dz/releases", size: 600 });
  });

  test("the one entry of the first checkpoint is the whole of its tree, and one changed byte is not", async () => {
    const keys = JSON.parse(read("log_good/keys.json")) as { log: string };
    const head = readCheckpoint((await openNote(read("log_good/checkpoint.1"), [await readKey(keys.log)])).text);
    const bundle = new Uint8Array(readFileSync(new URL("log_good/tile/entries/000", SHARED)));
    const entry = bundle.slice(2, 2 + (bundle[0]! << 8) + bundle[1]!);
    await verifyInclusion(await leafHash(entry), 0, 1, [], head.root);
    entry[7] = entry[7]! ^ 1;
    await expect(verifyInclusion(await leafHash(entry), 0, 1, [], head.root)).rejects.toThrow("inclusion");
  });
});

test("the root of one empty entry is that of RFC 6962", async () => {
  expect(toHex(await leafHash(new Uint8Array()))).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
});

test("a key whose name was changed is no key", async () => {
  await expect(readKey("example.org/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")).rejects.toThrow("key");
});

describe("a head while one key follows another", () => {
  test("it opens under the old key and under the new one, and a signature of a known key that is not its own condemns it", async () => {
    const [old, young] = [await drawn("dz.example/mou"), await drawn("dz.example/mou")];
    const text = `dz.example/mou\n7\n${"A".repeat(43)}=\n`;
    const both = `${text}\n${await old.line(text)}${await young.line(text)}`;
    for (const key of [old, young]) expect((await openNote(both, [await readKey(key.vkey)])).signers).toHaveLength(1);
    expect((await openNote(both, [await readKey(old.vkey), await readKey(young.vkey)])).signers).toHaveLength(2);
    const alone = `${text}\n${await old.line(text)}`;
    await expect(openNote(alone, [await readKey(young.vkey)])).rejects.toThrow("unsigned");
    const wrong = `${text}\n${await old.line(text)}${await young.line(`${text}more\n`)}`;
    await expect(openNote(wrong, [await readKey(old.vkey), await readKey(young.vkey)])).rejects.toThrow("signature");
    expect((await openNote(wrong, [await readKey(old.vkey)])).signers).toHaveLength(1);
  });
});
