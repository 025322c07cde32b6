/** A browser that remembers a log's key follows the next one where both signed a head, and never goes back. */
import { beforeAll, describe, expect, test } from "vitest";

import type { Schemas } from "../src/api/client.ts";
import { judge } from "../src/ledger/judge.ts";
import { accept, compared, pinned, type Contradiction, type Shelf } from "../src/ledger/pins.ts";
import { leafHash, MIRROR_KEY, sha256 } from "../src/ledger/verify.ts";
import { drawn, type Drawn } from "./signing.ts";

const ORIGIN = "us.example/mou";
const RECEIPTED_MS = 1_760_000_000_000;
const ENTRY = new TextEncoder().encode("an entry");
const base64 = (data: Uint8Array): string => Buffer.from(data).toString("base64");

let first: Drawn, second: Drawn, third: Drawn, mirror: Drawn, mirrorOfTheirs: Drawn;
beforeAll(async () => {
  [first, second, third] = await Promise.all([drawn(ORIGIN), drawn(ORIGIN), drawn(ORIGIN)]);
  [mirror, mirrorOfTheirs] = await Promise.all([drawn("dz.example/mirror", MIRROR_KEY), drawn(ORIGIN, MIRROR_KEY)]);
});

/** The way from the entry 0 to the root of a log of so many entries; another `fill` is another log. */
async function tree(size: number, fill = size): Promise<{ proof: Uint8Array[]; root: Uint8Array }> {
  const proof = Array.from({ length: Math.ceil(Math.log2(size)) }, () => new Uint8Array(32).fill(fill));
  let root = await leafHash(ENTRY);
  for (const step of proof) root = await sha256(Buffer.concat([Uint8Array.of(1), root, step]));
  return { proof, root };
}

async function head(size: number, signers: Drawn[], { fill = size, receiptBy = null as Drawn | null, origin = ORIGIN } = {}): Promise<string> {
  const text = `${origin}\n${size}\n${base64((await tree(size, fill)).root)}\n`;
  const lines = await Promise.all([...signers.map((each) => each.line(text)), ...(receiptBy ? [receiptBy.line(text, RECEIPTED_MS)] : [])]);
  return `${text}\n${lines.join("")}`;
}

/** A head by both keys, as the node serves it beside a proof. */
async function change(old: Drawn, young: Drawn, size: number, more: { signers?: Drawn[]; fill?: number; receiptBy?: Drawn; origin?: string } = {}): Promise<Schemas["KeyChangeOut"]> {
  return { old_key: old.vkey, new_key: young.vkey, mirror_key: more.receiptBy?.vkey ?? null, head: await head(size, more.signers ?? [old, young], more) };
}

/** What the node serves: a head of this size that these keys signed, said to be of the newest of them. */
async function served(size: number, signers: Drawn[], changes: Schemas["KeyChangeOut"][] = [], fill = size): Promise<Schemas["ProofOut"]> {
  const { proof } = await tree(size, fill);
  return {
    agreement: "a", log: "partner", position: 0, leaf: base64(ENTRY), size, proof: proof.map(base64), origin: ORIGIN,
    checkpoint: await head(size, signers, { fill }), log_key: signers.at(-1)!.vkey, mirror_key: null, receipt: null, key_changes: changes,
  } as unknown as Schemas["ProofOut"];
}

/** A browser that looks again each minute, and what it says. */
function browser(): { look: (found: Schemas["ProofOut"], askedMs?: number) => Promise<string | null>; keys: () => string[]; dates: () => number[]; shelf: Shelf; last: () => Contradiction } {
  const kept = new Map<string, string>();
  const shelf: Shelf = { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) };
  let nowMs = 0;
  let last: Contradiction | null = null;
  const look = async (found: Schemas["ProofOut"], askedMs = nowMs + 59_999): Promise<string | null> => {
    const judged = await judge(found);
    if (judged.verdict === null) return judged.reason;
    nowMs += 60_000;
    last = compared(shelf, found, judged, askedMs, nowMs);
    return last?.breach ?? null;
  };
  const pin = (): ReturnType<typeof pinned> => pinned(shelf, "a", "partner");
  return { look, shelf, keys: () => pin()?.keys ?? [], dates: () => (pin()?.changes ?? []).map((each) => each.atMs), last: () => last! };
}

describe("a new key is believed", () => {
  test("where the head that is served bears the remembered key too; it is dated by when this browser saw it", async () => {
    const here = browser();
    expect(await here.look(await served(5, [first]))).toBeNull();
    expect(await here.look(await served(7, [first, second], [await change(first, second, 7)]))).toBeNull();
    expect(here.keys()).toEqual([first.vkey, second.vkey]);
    expect(here.dates()).toEqual([120_000]);
    expect(await here.look(await served(9, [second], [await change(first, second, 7)]))).toBeNull();
    expect(here.dates()).toEqual([120_000]);
  });

  test("by the head that both signed before, dated by the receipt under it", async () => {
    const here = browser();
    await here.look(await served(5, [first]));
    expect(await here.look(await served(12, [second], [await change(first, second, 7, { receiptBy: mirror })]))).toBeNull();
    expect(here.keys()).toEqual([first.vkey, second.vkey]);
    expect(here.dates()).toEqual([RECEIPTED_MS]);
  });

  test("through several changes in a row, whatever their order in the answer", async () => {
    const here = browser();
    await here.look(await served(5, [first]));
    const steps = [await change(second, third, 9), await change(first, second, 7)];
    expect(await here.look(await served(12, [third], steps))).toBeNull();
    expect(here.keys()).toEqual([first.vkey, second.vkey, third.vkey]);
    const late = browser();
    await late.look(await served(8, [second]));
    expect(await late.look(await served(12, [third], steps))).toBeNull();
    expect(late.keys()).toEqual([second.vkey, third.vkey]);
  });

  test("where no entry came since, at the very size that is remembered", async () => {
    const here = browser();
    await here.look(await served(5, [first]));
    expect(await here.look(await served(5, [second], [await change(first, second, 5)]))).toBeNull();
    expect(here.keys()).toEqual([first.vkey, second.vkey]);
  });
});

describe("a new key is not believed", () => {
  test.each([
    ["no head by both is shown", async () => []],
    ["the old key has not signed it", async () => [await change(first, second, 7, { signers: [second] })]],
    ["the new key has not signed it", async () => [await change(first, second, 7, { signers: [first] })]],
    ["the old key signed another text", async () => [forged(await change(first, second, 7))]],
    ["it is of another log", async () => [await change(first, second, 7, { origin: "us.example/other" })]],
    ["it is another log of the remembered size", async () => [await change(first, second, 5, { fill: 99 })]],
    ["it is another log of the size that is served", async () => [await change(first, second, 12, { fill: 99 })]],
    ["it is greater than the log that is served", async () => [await change(first, second, 13)]],
    ["it vouches for a third key only", async () => [await change(first, third, 7)]],
    ["a step is missing on the way", async () => [await change(third, second, 7)]],
    ["the way leads back in the log", async () => [await change(first, third, 9), await change(third, second, 7)]],
    ["the way leads over a mirror's key", async () => [await change(first, mirrorOfTheirs, 7), await change(mirrorOfTheirs, second, 9)]],
    ["the old key signed twice", async () => [await change(first, second, 7, { signers: [first, first] })]],
    ["its text is no key", async () => [{ ...(await change(first, second, 7)), old_key: "" }]],
  ])("where %s", async (_why, changes) => {
    const here = browser();
    await here.look(await served(5, [first]));
    expect(await here.look(await served(12, [second], await changes()))).toBe("other_keys");
    expect(here.keys()).toEqual([first.vkey]);
  });

  const forged = (found: Schemas["KeyChangeOut"]): Schemas["KeyChangeOut"] => ({ ...found, head: found.head.replace("\n7\n", "\n8\n") });
});

test("the old key is not believed after the change, though it vouched for the new one, nor by a head of both turned round", async () => {
  const here = browser();
  await here.look(await served(5, [first]));
  await here.look(await served(7, [first, second], [await change(first, second, 7)]));
  expect(await here.look(await served(9, [first]))).toBe("other_keys");
  expect(await here.look(await served(9, [first], [await change(first, second, 7), await change(second, first, 9)]))).toBe("other_keys");
  expect(here.keys()).toEqual([first.vkey, second.vkey]);
});

test("an answer under the old key that was overtaken by the change on its way is no return", async () => {
  const here = browser();
  await here.look(await served(5, [first]));
  await here.look(await served(7, [first, second], [await change(first, second, 7)]));
  expect(await here.look(await served(6, [first]), 1)).toBeNull();
  expect(await here.look(await served(7, [first, second], [await change(first, second, 7)]), 1)).toBeNull();
});

test("a key that is vouched for excuses neither another log nor an older one", async () => {
  const here = browser();
  await here.look(await served(7, [first]));
  expect(await here.look(await served(7, [second], [await change(first, second, 6)], 99))).toBe("forked");
  expect(await here.look(await served(6, [second], [await change(first, second, 6)]))).toBe("rolled_back");
  expect(here.keys()).toEqual([first.vkey]);
});

test("a key that an officer took counts, and the one before it no more", async () => {
  const here = browser();
  await here.look(await served(5, [first]));
  expect(await here.look(await served(7, [second]))).toBe("other_keys");
  accept(here.shelf, "a", here.last());
  expect(await here.look(await served(8, [second]))).toBeNull();
  expect(await here.look(await served(9, [first]))).toBe("other_keys");
  expect(await here.look(await served(9, [third], [await change(second, third, 9)]))).toBeNull();
});

test("a key of a log that is passed for a mirror's does not sign in the log's place, and a mirror's key is no log's", async () => {
  const here = browser();
  await here.look(await served(5, [first]));
  const found = await served(7, [second]);
  expect(await here.look({ ...found, log_key: first.vkey, mirror_key: second.vkey })).toBe("key");
  expect(await here.look({ ...found, log_key: mirror.vkey, mirror_key: second.vkey })).toBe("key");
  expect(await here.look({ ...found, log_key: mirrorOfTheirs.vkey })).toBe("key");
  expect(here.keys()).toEqual([first.vkey]);
});

test("a new key of the mirror beside the same key of the log changes nothing for the log", async () => {
  const here = browser();
  const other = await drawn("dz.example/mirror", MIRROR_KEY);
  const receipted = async (size: number, by: Drawn): Promise<Schemas["ProofOut"]> =>
    ({ ...(await served(size, [first])), mirror_key: by.vkey, checkpoint: await head(size, [first], { receiptBy: by }) });
  expect(await here.look(await receipted(5, mirror))).toBeNull();
  expect(await here.look(await receipted(7, other))).toBeNull();
  expect(here.keys()).toEqual([first.vkey]);
});
