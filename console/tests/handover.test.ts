/** A hand-over is read by kind, the late first; nothing of it is lost in the grouping. */
import { expect, test } from "vitest";

import { inForceGroups, openGroups, type OpenItem } from "../src/handover.ts";

const item = (kind: string, subject: string, more: Partial<OpenItem> = {}): OpenItem =>
  ({ kind, subject, office: "EXAMPLE: office", owner: null, due_ms: null, owed_by: "DZ", late: false, ...more }) as OpenItem;

test("what is open stands under its kind, what somebody waits for first, the late and the soon first in each", () => {
  const found = openGroups([
    item("record", "action/c"), item("record", "action/b", { due_ms: 20 }), item("record", "meeting/m"), item("request", "US-2026-1"),
    item("record", "action/a", { due_ms: 30, late: true }), item("text", "agreement"), item("record", "novelty/x"),
    item("text", "cooperation/meeting/m", { owed_by: "US" }),
  ], "DZ");
  expect(found.map((each) => [each.kind, each.lines.map((line) => line.subject)])).toEqual([
    ["text", ["agreement"]], ["partners_text", ["cooperation/meeting/m"]], ["request", ["US-2026-1"]], ["meeting", ["meeting/m"]], ["action", ["action/a", "action/b", "action/c"]], ["novelty", ["novelty/x"]],
  ]);
});

test("each text in force stands under its kind, once", () => {
  const series = ["keys", "cooperation/flow/a", "decision/one", "agreement", "cooperation/flow/b", "cooperation/group/g"];
  const found = inForceGroups(series.map((each) => ({ series: each, hash: `sha256:${each}` })));
  expect(found.map((each) => [each.kind, each.lines.length])).toEqual([["agreement", 1], ["keys", 1], ["articles", 1], ["group", 1], ["flow", 2]]);
});
