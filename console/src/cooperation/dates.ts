/** Days that fall due, as the node lists them: only those that a page shows are asked for. */
import { api, got, type Schemas } from "../api/client.ts";
import { house } from "../state/house.svelte.ts";

export type CriticalDate = Schemas["CriticalDateOut"];

/** Which days: from an instant on, before another, of a group, of an office; an empty name is any. */
export interface Wanted {
  fromMs?: number;
  toMs?: number;
  group: string;
  office: string;
}

/** How many the node gives in one answer where nobody says how many (`comity.api.bounded`). */
const AT_ONCE = 2_000;

/** The first so many of the days wanted, or all, the earliest first: asked for in parts of a bounded size. */
export async function datesOf(wanted: Wanted, most = Infinity): Promise<CriticalDate[]> {
  const { fromMs, toMs, group, office } = wanted;
  const which = { ...(fromMs === undefined ? {} : { from_ms: fromMs }), ...(toMs === undefined ? {} : { to_ms: toMs }), ...(group === "" ? {} : { group }), ...(office === "" ? {} : { office }) };
  const path = { agreement_id: house.agreement?.id ?? "" };
  const found: CriticalDate[] = [];
  for (;;) {
    const limit = Math.min(AT_ONCE, most - found.length);
    const last = found.at(-1);
    const query = { ...which, limit, ...(last === undefined ? {} : { after: `${last.due_ms} ${last.key} ${last.what}` }) };
    const part = await got(api.GET("/api/v1/agreements/{agreement_id}/cooperation/dates", { params: { path, query } }));
    found.push(...part);
    if (part.length < limit || found.length >= most) return found;
  }
}
