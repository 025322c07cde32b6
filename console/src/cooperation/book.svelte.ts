/** All records of cooperation and every text that is open for signature, once for all pages of the field. */
import { untrack } from "svelte";

import { api, got, type Schemas } from "../api/client.ts";
import { house } from "../state/house.svelte.ts";
import { link } from "../state/link.svelte.ts";
import { Resource } from "../state/resource.svelte.ts";
import { words, wording } from "../words.svelte.ts";
import { listed } from "./ask.ts";
import { type Kind, keyOf, type RecordLine, seriesOf } from "./records.ts";

const onTheTable = (): Promise<Schemas["AwaitingOut"][]> =>
  got(api.GET("/api/v1/agreements/{agreement_id}/awaiting", { params: { path: { agreement_id: house.agreement?.id ?? "" } } }));

/** Whether a version waits for our signature, as the rail counts it: the partner signed, or nobody did. `turn` says another thing: who may propose. */
export const waitsForUs = (version: Pick<Schemas["AwaitingOut"], "standing">): boolean => version.standing === "awaiting_us" || version.standing === "tabled";

class Book {
  lines = new Resource<RecordLine[]>(() => listed());
  awaiting = new Resource<Schemas["AwaitingOut"][]>(onTheTable);

  /** The domains of the agreement, by their titles; they change with its versions alone. */
  domains = new Resource<Schemas["DomainRowOut"][]>(async () =>
    (await got(api.GET("/api/v1/agreements/{agreement_id}/cooperation/contributions", { params: { path: { agreement_id: house.agreement?.id ?? "" } } }))).domains,
  );

  async load(): Promise<void> {
    await Promise.all([this.lines.load(), this.awaiting.load()]);
  }

  /** Keep what is shown as new as the line to the node: called once by each page that shows records. */
  follow(): void {
    $effect(() => {
      link.version;
      words.language;
      if (house.agreement !== null) untrack(() => void this.load());
    });
    $effect(() => {
      if (house.agreement !== null) untrack(() => void this.domains.load());
    });
  }

  of(kind: Kind): RecordLine[] {
    return (this.lines.data ?? []).filter((each) => each.kind === kind);
  }

  line(key: string): RecordLine | null {
    return this.lines.data?.find((each) => each.key === key) ?? null;
  }

  /** A record's title in the officer's language; its name where it has none that we hold. */
  title(key: string): string {
    const found = this.line(key);
    return (found && wording(found.title)) || (key.split("/")[1] ?? key);
  }

  /** A domain's title in the officer's language; its name where the agreement has none such. */
  domain(name: string): string {
    const found = this.domains.data?.find((each) => each.domain === name);
    return (found && wording(found.title)) || name;
  }

  /** What is on the table about a record: texts that nobody, or one party, has signed. */
  open(record: Pick<RecordLine, "key">): Schemas["AwaitingOut"] | null {
    return this.awaiting.data?.find((each) => each.series === seriesOf(record) && each.texts.length > 0) ?? null;
  }

  /** The text of a move that waits for a party's signature, asked of the node anew: what is shown here may be a moment older. */
  async toSign(record: Pick<RecordLine, "key">, move: string, party: string): Promise<string | null> {
    const open = (await onTheTable()).find((each) => each.series === seriesOf(record));
    if (!open || open.signed.some((each) => each.party === party)) return null;
    return open.texts.findLast((each) => each.document["move"] === move)?.hash ?? null;
  }

  /** How many texts of cooperation wait for our signature. */
  get waitingForUs(): number {
    return (this.awaiting.data ?? []).filter((each) => keyOf(each.series) !== null && each.texts.length > 0 && waitsForUs(each)).length;
  }
}

export const book = new Book();
