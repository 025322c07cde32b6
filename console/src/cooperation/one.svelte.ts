/** The one record that a page shows: asked anew when the line tells of something, and when another is chosen. */
import { untrack } from "svelte";

import { conductor } from "../state/conductor.svelte.ts";
import { house } from "../state/house.svelte.ts";
import { link } from "../state/link.svelte.ts";
import { Resource } from "../state/resource.svelte.ts";
import { words } from "../words.svelte.ts";
import { asked } from "./ask.ts";
import type { FullRecord, Kind } from "./records.ts";

export class One {
  #resource = $state.raw<Resource<FullRecord> | null>(null);
  #of = "";

  /** Show the record that a function names; null shows none. On a past day it is shown as it stood then. */
  follow(kind: Kind, subject: () => string | null): void {
    $effect(() => {
      link.version;
      words.language;
      const id = subject();
      const atMs = conductor.live ? null : Math.round(conductor.atMs);
      if (house.agreement !== null) untrack(() => this.#take(kind, id, atMs));
    });
  }

  #take(kind: Kind, id: string | null, atMs: number | null): void {
    const of = `${kind}/${id} ${atMs ?? ""}`;
    if (id === null) [this.#resource, this.#of] = [null, ""];
    else if (of !== this.#of) [this.#resource, this.#of] = [new Resource(() => asked(kind, id, atMs)), of];
    void this.#resource?.load();
  }

  get data(): FullRecord | null {
    return this.#resource?.data ?? null;
  }
  get problem() {
    return this.#resource?.problem ?? null;
  }
  async load(): Promise<void> {
    await this.#resource?.load();
  }
}
