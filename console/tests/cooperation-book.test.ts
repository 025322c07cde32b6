/** What the head of the cooperation pages counts is what the rail counts: texts that wait for our signature, and no other. */
import { expect, test, vi } from "vitest";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
vi.stubGlobal("location", { hash: "", origin: "http://node.example" });
const { book } = await import("../src/cooperation/book.svelte.ts");

const open = (series: string, standing: string, texts = 1) => ({ series, standing, turn: "either", texts: Array.from({ length: texts }, () => ({})) });

test("a text that waits for the partner is none of ours, whoever may propose next", () => {
  book.awaiting.data = [
    open("cooperation/meeting/a", "awaiting_us"), open("cooperation/meeting/b", "awaiting_partner"), open("cooperation/action/c", "tabled"),
    open("cooperation/action/d", "awaiting_receipt"), open("cooperation/flow/e", "awaiting_us", 0), open("agreement", "awaiting_us"),
  ] as never;
  expect(book.waitingForUs).toBe(2);
});
