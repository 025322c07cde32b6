/** What the pages of cooperation ask of the node and tell it. */
import { api, got } from "../api/client.ts";
import { house } from "../state/house.svelte.ts";
import type { FullRecord, RecordLine } from "./records.ts";

export interface ActBody {
  move: string;
  fields: Record<string, unknown>;
  /** Sign at once with the session: for moves of both it is left to the sheet that asks for the passkey. */
  sign: boolean;
}

// The paths below are typed by the node's own document once it holds them.
const node = api as unknown as Record<"GET" | "POST" | "PUT", (path: string, options: object) => Promise<{ data?: unknown; response: Response }>>;
const PLACE = "/api/v1/agreements/{agreement_id}/cooperation";
const path = (more: Record<string, string> = {}): object => ({ agreement_id: house.agreement?.id ?? "", ...more });

/** All records that we may read, or those of a question. */
export async function listed(query: Record<string, string | number | boolean> = {}): Promise<RecordLine[]> {
  return got(node.GET(`${PLACE}/records`, { params: { path: path(), query } })) as Promise<RecordLine[]>;
}

/** One record in full, as it stands now or on a past day. */
export async function asked(kind: string, record: string, atMs: number | null = null): Promise<FullRecord> {
  const query = atMs === null ? {} : { at_ms: atMs };
  return got(node.GET(`${PLACE}/records/{kind}/{record}`, { params: { path: path({ kind, record }), query } })) as Promise<FullRecord>;
}

/** Make a move; one of both is put on the table and waits until both have signed. */
export async function act(kind: string, record: string, body: ActBody): Promise<FullRecord> {
  return got(node.POST(`${PLACE}/records/{kind}/{record}/acts`, { params: { path: path({ kind, record }) }, body })) as Promise<FullRecord>;
}

/** Keep at home what only we read of a record; it enters no act. */
export async function keepNational(kind: string, record: string, fields: Record<string, unknown>): Promise<FullRecord> {
  return got(node.PUT(`${PLACE}/records/{kind}/{record}/national`, { params: { path: path({ kind, record }) }, body: { fields } })) as Promise<FullRecord>;
}

/** Where the paper of a record lies: agenda, minutes or decision, as PDF or as a document for word processors. */
export function paperAddress(key: string, name: string, ending: "pdf" | "docx", holder: string, languages: string): string {
  const place = PLACE.replace("{agreement_id}", encodeURIComponent(house.agreement?.id ?? ""));
  return `${place}/records/${key}/paper/${name}.${ending}?holder=${encodeURIComponent(holder)}&languages=${encodeURIComponent(languages)}`;
}
