/** Sealed papers as the node takes and gives them: a PDF in base64, and the seals that hold in it. */
import { api, got, type Schemas } from "../api/client.ts";
import { house } from "../state/house.svelte.ts";
import type { Kind } from "./records.ts";

export type SealedName = "minutes" | "decision";
export interface Original {
  key: string;
  name: SealedName;
  holder: string;
}

const pathOf = ({ key, name }: Original) => {
  const [kind = "", record = ""] = key.split("/", 2);
  return { path: { agreement_id: house.agreement?.id ?? "", kind: kind as Kind, record, name } };
};

/** Seal an original with our node's key: as it is printed, or behind the partner's seal in the file that it gave. */
export async function seal(original: Original, office: string | null, file: Blob | null): Promise<Schemas["SealedOut"]> {
  const pdf = file === null ? null : await base64Of(file);
  return got(api.POST("/api/v1/agreements/{agreement_id}/cooperation/records/{kind}/{record}/paper/{name}/seal", { params: pathOf(original), body: { holder: original.holder, ...(pdf === null ? {} : { pdf }), ...(office === null ? {} : { office }) } }));
}

/** Whose seals hold in a file that should be this original. */
export async function sealsIn(original: Original, file: Blob): Promise<Schemas["SealsOut"]> {
  const pdf = await base64Of(file);
  return got(api.POST("/api/v1/agreements/{agreement_id}/cooperation/records/{kind}/{record}/paper/{name}/seals", { params: pathOf(original), body: { holder: original.holder, pdf } }));
}

const CHUNK = 0x8000;

/** The bytes of a file in base64. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/** The file that base64 holds. */
export function fileOf(base64: string, type: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], { type });
}
