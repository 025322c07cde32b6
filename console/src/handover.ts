/** A hand-over in an order that a successor can work through: what is open by its kind, late and soon first; what is in force by its kind. */
import type { Schemas } from "./api/client.ts";
import { gathered } from "./cooperation/gathered.ts";
import { keyOf } from "./cooperation/records.ts";

export type OpenItem = Schemas["OpenItemOut"];
export type InForce = Schemas["InForceOut"];
export interface Group<T> {
  kind: string;
  lines: T[];
}

/** What somebody waits for comes first, then what runs on by itself. */
const OPEN_KINDS = ["notice", "text", "partners_text", "approval", "request", "case", "meeting", "action", "check", "flow", "initiative", "decision", "document", "group", "domain"];
const IN_FORCE_KINDS = ["agreement", "keys", "articles", "group", "domain", "meeting", "decision", "action", "initiative", "flow", "check", "document"];

/** The kind of an open item: a record is what kind of record it is, and a text that we signed is the partner's to sign. */
export function openKind(item: OpenItem, us: string): string {
  if (item.kind === "record") return item.subject.split("/")[0] ?? item.kind;
  return item.kind === "text" && item.owed_by !== us ? "partners_text" : item.kind;
}

/** The kind of a text in force: the agreement, the annex of keys, a decision on its articles, or a kind of record. */
export function inForceKind(line: InForce): string {
  const key = keyOf(line.series);
  if (key !== null) return key.split("/")[0] ?? "";
  return line.series === "agreement" || line.series === "keys" ? line.series : "articles";
}

/** What is open, by kind: the late ones first, then by their day; what has no day comes last. */
export function openGroups(items: readonly OpenItem[], us: string): Group<OpenItem>[] {
  const due = (each: OpenItem): number => each.due_ms ?? Infinity;
  const groups = grouped(items, (each) => openKind(each, us), OPEN_KINDS);
  return groups.map((each) => ({ ...each, lines: each.lines.sort((a, b) => Number(b.late) - Number(a.late) || (due(a) === due(b) ? 0 : due(a) - due(b))) }));
}

/** What is in force, by kind. */
export const inForceGroups = (lines: readonly InForce[]): Group<InForce>[] => grouped(lines, inForceKind, IN_FORCE_KINDS);

function grouped<T>(lines: readonly T[], kindOf: (line: T) => string, order: readonly string[]): Group<T>[] {
  const place = (kind: string): number => (order.includes(kind) ? order.indexOf(kind) : order.length);
  const found = [...gathered(lines, kindOf)].map(([kind, own]) => ({ kind, lines: [...own] }));
  return found.sort((a, b) => place(a.kind) - place(b.kind));
}
