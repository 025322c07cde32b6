/** Records with what they hold and what follows from it, many in one answer: what a plan, a table or a comparison is made of. */
import type { Schemas } from "../api/client.ts";
import { wording } from "../words.svelte.ts";
import { namesIn, numberIn, rowsIn, stateOf, textIn, wordingIn, type Kind } from "./records.ts";
import type { Lane, Sitting, Step } from "./roadmap.ts";

/** A record with its fields, its sums, and what everybody reads of it. */
export type Sheet = Omit<Schemas["SheetOut"], "kind"> & { kind: Kind };

export const titled = (row: Record<string, unknown>): string => {
  const found = wordingIn(row["title"]);
  return (found && wording(found)) || String(row["id"] ?? "");
};

/** The milestones of an initiative as steps of the roadmap. */
export function stepsOf(document: Record<string, unknown>): Step[] {
  return rowsIn(document["milestones"]).map((row) => ({ id: String(row["id"]), title: titled(row), dueMs: numberIn(row["due_ms"]) ?? 0, doneMs: numberIn(row["done_ms"]), after: namesIn(row["depends_on"]) }));
}

/** Initiatives and actions as lanes: from when they were opened or begin, until their end, their last step or their day. */
export function lanesOf(found: readonly Sheet[]): Lane[] {
  return found.flatMap((each): Lane[] => {
    if (each.kind !== "initiative" && each.kind !== "action") return [];
    const steps = each.kind === "initiative" ? stepsOf(each.document) : [];
    const opened = Math.min(each.since_ms, ...Object.values(each.entered));
    const known = [...steps.flatMap((step) => [step.dueMs, step.doneMs ?? step.dueMs])];
    const due = numberIn(each.document["due_ms"]);
    const startMs = numberIn(each.document["starts_ms"]) ?? Math.min(opened, ...known, due ?? opened);
    const planned = numberIn(each.document["ends_ms"]) ?? due ?? (known.length > 0 ? Math.max(...known) : numberIn(each.document["next_review_ms"])) ?? startMs;
    const endMs = Math.max(startMs, each.is_final && known.length === 0 ? Math.min(planned, each.since_ms) : planned);
    const after = each.kind === "action" ? namesIn(each.document["depends_on"]).map((id) => `action/${id}`) : [];
    return [{ key: each.key, kind: each.kind, title: wording(each.title), group: each.group, state: stateOf(each), startMs, endMs, isOver: each.is_final, isLate: each.is_late, after, steps }];
  });
}

/** Meetings as marks on the lines of their groups; those that were called off are none. */
export function sittingsOf(found: readonly Sheet[]): Sitting[] {
  return found.flatMap((each) => {
    const atMs = numberIn(each.document["starts_ms"]);
    if (each.kind !== "meeting" || atMs === null || each.group === null || each.state === "cancelled") return [];
    return [{ key: each.key, title: wording(each.title), group: each.group, atMs, isHeld: !["proposed", "agreed"].includes(each.state) }];
  });
}

/** The item lines of an initiative, their titles in the officer's language. */
export function itemsOf(document: Record<string, unknown>): { id: string; title: string; category: string; unit: string; quantity: number }[] {
  return rowsIn(document["items"]).map((row) => ({ id: String(row["id"]), title: titled(row), category: String(row["category"]), unit: String(row["unit"]), quantity: numberIn(row["quantity"]) ?? 0 }));
}

/** How much of each item is claimed or disputed and not yet confirmed by both. */
export function claimedOf(flows: readonly Sheet[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const each of flows) {
    const [item, quantity] = [textIn(each.document["item"]), numberIn(each.document["quantity"])];
    if (item !== null && quantity !== null && (each.state === "claimed" || each.state === "disputed")) found[item] = (found[item] ?? 0) + quantity;
  }
  return found;
}
