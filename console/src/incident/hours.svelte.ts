/** The picture of a case at the conductor's instant: the cloud between two hours, and the areas of the hour that is nearest. */
import type { FeatureCollection } from "geojson";
import { onMount, untrack } from "svelte";

import { areasAt, cloudAt } from "../map/cloud.ts";
import type { Cloud } from "../map/points.ts";
import { conductor } from "../state/conductor.svelte.ts";
import { view } from "../state/view.svelte.ts";

/** What the first picture of a case has for itself before the other hours are fetched. */
const FIRST_PICTURE_MS = 2000;
/** A contour that is computed this fast replaces the one before without an empty map in between. */
const QUICK_MS = 150;

export interface Hour {
  at_ms: number;
  active: number | null;
  stranded: number | null;
  /** Longitude and latitude of the cloud's centre. */
  centre: number[] | null;
}

export interface Drifted {
  id: string;
  hours: readonly Hour[];
  /** What names the drift that is shown. */
  stamp: string;
  /** Whether the cloud is here, or only the areas that the partner released. */
  drifted: boolean;
  partners: boolean;
  /** What names the newest thing that was learnt; `null` while no search or clue counts. */
  learnt: string | null;
}

export class Hours {
  areas = $state.raw<{ hour: number; found: FeatureCollection } | null>(null);
  pair = $state.raw<{ hour: number; from: Cloud; to: Cloud } | null>(null);
  /** Whether the conductor has taken this case's hours; until then the address says what the hour shall be. */
  #placed = $state(false);
  #of: () => Drifted;

  readonly hours = $derived.by(() => this.#of().hours);
  // The conductor's instant falls between two hours of the cloud; before the first and after the last it stays there.
  readonly hour = $derived.by(() => Math.max(0, this.hours.findLastIndex((each) => each.at_ms <= conductor.atMs)));
  readonly here = $derived.by(() => this.hours[this.hour] ?? null);
  readonly after = $derived.by(() => this.hours[this.hour + 1] ?? null);
  readonly share = $derived.by(() => {
    const [here, after] = [this.here, this.after];
    return here && after ? Math.min(Math.max((conductor.atMs - here.at_ms) / (after.at_ms - here.at_ms), 0), 1) : 0;
  });
  readonly nearest = $derived.by(() => (this.share > 0.5 ? this.hour + 1 : this.hour));
  // A cloud that belongs to another hour than the clock stays at its end that lies next to it, until the right one is here.
  readonly drawnShare = $derived.by(() => (this.pair?.hour === this.hour ? this.share : this.pair && this.pair.hour < this.hour ? 1 : 0));
  readonly cloudMs = $derived.by(() => {
    const [first, last] = this.pair ? [this.hours[this.pair.hour], this.hours[Math.min(this.pair.hour + 1, this.hours.length - 1)]] : [];
    return first && last ? Math.round(first.at_ms + this.drawnShare * (last.at_ms - first.at_ms)) : null;
  });
  readonly areasMs = $derived.by(() => (this.areas ? (this.hours[this.areas.hour]?.at_ms ?? null) : null));

  /** Made while a component is: it follows the conductor until that is taken down. */
  constructor(of: () => Drifted) {
    this.#of = of;
    $effect(() => this.#takeConductor(this.hours.map((each) => each.at_ms)));
    $effect(() => {
      const t = conductor.live ? null : new Date(conductor.atMs).toISOString().slice(0, 16) + "Z";
      if (this.#placed && !conductor.speed) untrack(() => view.keep({ t }));
    });
    onMount(() => () => {
      conductor.span = null;
      conductor.goLive();
    });
    $effect(() => this.#showCloud());
    $effect(() => this.#showAreas());
    $effect(() => this.#fetchTheRest());
  }

  /** The conductor takes the case's hours; a case of the past opens at its last hour, and the frame says REPLAY. */
  #takeConductor(steps: number[]): void {
    untrack(() => {
      conductor.span = steps.length > 0 ? { steps } : null;
      // Once only: hours that are read anew with an event do not take the officer's own hour, or LIVE, away.
      if (steps.length === 0 || this.#placed) return;
      this.#placed = true;
      const kept = Date.parse(view.query.get("t") ?? "");
      if (!Number.isNaN(kept)) conductor.fix(kept);
      else if (conductor.live && steps.at(-1)! < conductor.nowMs) conductor.fix(steps.at(-1)!);
    });
  }

  #showCloud(): (() => void) | undefined {
    const { id, stamp, drifted } = this.#of();
    const [from, to, count] = [this.hour, Math.min(this.hour + 1, this.hours.length - 1), this.hours.length];
    if (count === 0 || !drifted) return undefined;
    let gone = false;
    void Promise.all([cloudAt(id, from, stamp), cloudAt(id, to, stamp)]).then(
      ([a, b]) => gone || (this.pair = { hour: from, from: a, to: b }),
      () => undefined, // the picture that is shown stays; the banner tells that the line is down
    );
    return () => (gone = true);
  }

  /** Contours are those of the hour that is shown, or none: an hour that is not computed yet never wears another's. */
  #showAreas(): (() => void) | undefined {
    const { id, stamp, drifted, partners, learnt } = this.#of();
    const [wanted, count] = [this.nearest, this.hours.length];
    if (count === 0 || (!partners && !drifted)) return undefined;
    let gone = false;
    const late = setTimeout(() => gone || (this.areas = null), QUICK_MS);
    void areasAt(id, wanted, stamp + (learnt ?? ""), learnt !== null).then(
      (found) => {
        clearTimeout(late);
        if (!gone) this.areas = { hour: wanted, found };
      },
      () => clearTimeout(late),
    );
    return () => {
      gone = true;
      clearTimeout(late);
    };
  }

  /** The other hours are fetched one by one behind the first picture, so that the conductor finds them ready. */
  #fetchTheRest(): (() => void) | undefined {
    const { id, stamp, drifted, partners, learnt } = this.#of();
    const [count, newest] = [this.hours.length, stamp + (learnt ?? "")];
    if ((!drifted && !partners) || count === 0) return undefined;
    let gone = false;
    void (async () => {
      await areasAt(id, untrack(() => this.nearest), newest, learnt !== null);
      await new Promise((resolve) => setTimeout(resolve, FIRST_PICTURE_MS));
      for (let at = 0; at < count && !gone; at += 1) await Promise.all([areasAt(id, at, newest, learnt !== null), ...(partners ? [] : [cloudAt(id, at, stamp)])]);
    })().catch(() => undefined);
    return () => (gone = true);
  }
}
