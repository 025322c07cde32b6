/** The act that a passkey answers is hashed here as the node's own Python hashes it (`comity.ledger.document_hash`). */
import { expect, test } from "vitest";

import { canonical, documentHash, isAskedFor } from "../src/ledger/act.ts";

const ACT = { series: "decision/é", round: 0, choice: null, party: "DZ", at_ms: 1795300000000, a: ["\u2028", '"', true] };

test("the canonical form sorts the names and leaves no room", () => {
  expect(canonical({ b: [1, { d: null, c: "é" }], a: false })).toBe('{"a":false,"b":[1,{"c":"é","d":null}]}');
});

test("the hash is the one that the node computes", async () => {
  expect(await documentHash(ACT)).toBe("sha256:0e3d525a5b5a5c149e3391d85d3fddd94a2f5b444ebd77a7033fb35f89bf14ab");
});

test("a challenge is known to be for this act, and for no other", async () => {
  const challenge = "Dj1SWltaXBSeM5HYXT_d2UovW0ROvXenAz-zX4m_FKs";
  expect(await isAskedFor(challenge, ACT)).toBe(true);
  expect(await isAskedFor(challenge, { ...ACT, choice: "sha256:00" })).toBe(false);
});

test("a number that two machines may write differently has no canonical form", () => {
  for (const value of [0.5, 2 ** 53, Number.NaN]) expect(() => canonical(value)).toThrow(RangeError);
});
