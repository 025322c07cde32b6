/** The sheets that a page works with, asked anew when the line to the node tells of something. */
import { untrack } from "svelte";

import { api, got } from "../api/client.ts";
import { whole } from "../api/parts.ts";
import { conductor } from "../state/conductor.svelte.ts";
import { house } from "../state/house.svelte.ts";
import { link } from "../state/link.svelte.ts";
import { Resource } from "../state/resource.svelte.ts";
import type { Sheet } from "./sheets.ts";

/** The instant at which records are shown: a past one while the time conductor stands there, else `null`. */
export const shownAt = (): number | null => (conductor.live ? null : Math.round(conductor.atMs));

/** Records in full, many in one answer: of some kinds, or of all; as they stood then where a past day is shown. */
export class Sheets extends Resource<Sheet[]> {
  constructor(kinds: readonly Sheet["kind"][] = []) {
    super(() => {
      const at = shownAt();
      const asked = { kind: [...kinds], ...(at === null ? {} : { at_ms: at }) };
      const path = { agreement_id: house.agreement?.id ?? "" };
      return whole((part) => got(api.GET("/api/v1/agreements/{agreement_id}/cooperation/sheets", { params: { path, query: { ...asked, ...part } } })) as Promise<Sheet[]>);
    });
  }

  /** Keep what is shown as new as the line: called once by the page that shows it. */
  follow(): void {
    $effect(() => {
      link.version;
      shownAt();
      if (house.agreement !== null) untrack(() => void this.load());
    });
  }
}
