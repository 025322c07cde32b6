/** What the pages of cooperation ask of the node and tell it. */
import { api, got } from "../api/client.ts";
import { whole } from "../api/parts.ts";
import { house } from "../state/house.svelte.ts";
import type { FullRecord, Kind, RecordLine } from "./records.ts";

export interface ActBody {
  move: string;
  fields: Record<string, unknown>;
  /** Sign at once with the session: for moves of both it is left to the sheet that asks for the passkey. */
  sign: boolean;
}

const PLACE = "/api/v1/agreements/{agreement_id}/cooperation";
const here = (): { agreement_id: string } => ({ agreement_id: house.agreement?.id ?? "" });

/** All records that we may read. */
export function listed(): Promise<RecordLine[]> {
  return whole((query) => got(api.GET("/api/v1/agreements/{agreement_id}/cooperation/records", { params: { path: here(), query } })) as Promise<RecordLine[]>);
}

/** One record in full, as it stands now or on a past day. */
export async function asked(kind: Kind, record: string, atMs: number | null = null): Promise<FullRecord> {
  const query = atMs === null ? {} : { at_ms: atMs };
  return (await got(api.GET("/api/v1/agreements/{agreement_id}/cooperation/records/{kind}/{record}", { params: { path: { ...here(), kind, record }, query } }))) as FullRecord;
}

/** Make a move; one of both is put on the table and waits until both have signed. */
export async function act(kind: Kind, record: string, body: ActBody): Promise<FullRecord> {
  return (await got(api.POST("/api/v1/agreements/{agreement_id}/cooperation/records/{kind}/{record}/acts", { params: { path: { ...here(), kind, record } }, body }))) as FullRecord;
}

/** Keep at home what only we read of a record; it enters no act. */
export async function keepNational(kind: Kind, record: string, fields: Record<string, unknown>): Promise<FullRecord> {
  return (await got(api.PUT("/api/v1/agreements/{agreement_id}/cooperation/records/{kind}/{record}/national", { params: { path: { ...here(), kind, record } }, body: { fields } }))) as FullRecord;
}

/** Where the paper of a record lies: agenda, minutes or decision, as PDF or as a document for word processors, as a party keeps it: as it stands, or as it stood on a past day. */
export function paperAddress(key: string, name: string, ending: "pdf" | "docx", holder: string, atMs: number | null): string {
  const place = PLACE.replace("{agreement_id}", encodeURIComponent(house.agreement?.id ?? ""));
  return `${place}/records/${key}/paper/${name}.${ending}?holder=${encodeURIComponent(holder)}${atMs === null ? "" : `&at_ms=${atMs}`}`;
}

/** Where the annual report of a year lies: announced, decided, done. */
export function reportAddress(year: number, language: string): string {
  return `${PLACE.replace("{agreement_id}", encodeURIComponent(house.agreement?.id ?? ""))}/report/${year}.pdf?language=${language}`;
}
