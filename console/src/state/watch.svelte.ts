/** The drifts of all cases on one clock: which hours each has, and its areas at the hour that is shown. */
import type { Feature } from "geojson";

import { api, Failed, got, type Schemas } from "../api/client.ts";
import { areasAt } from "../map/cloud.ts";

type Case = Schemas["CaseOut"];
/** Of a case's timeline, what the watch needs. */
interface Timeline {
  hours: readonly { at_ms: number }[];
}

/** Shown on the watch map; the incident's own page shows all four. */
const LEVELS: readonly unknown[] = [0.5, 0.9];

class Watch {
  timelines = $state.raw<Record<string, Timeline>>({});
  /** Areas by case, and the hour that they are of. */
  areas = $state.raw<Record<string, Feature[]>>({});
  drawn = $state.raw<Record<string, number | null>>({});
  #stamps = new Map<string, string>();
  #shown = new Map<string, string>();

  readonly steps = $derived([...new Set(Object.values(this.timelines).flatMap((each) => each.hours.map((hour) => hour.at_ms)))].sort((a, b) => a - b));

  /** Read the hours of the cases that have drifted, once for each drift. */
  async load(cases: readonly Case[]): Promise<void> {
    const drifted = cases.filter((each) => each.badge === "partner" || each.drift?.state === "done");
    const fresh = drifted.filter((each) => this.#stamps.get(each.id) !== stampOf(each));
    const read = await Promise.all(fresh.map(async (each) => [each, await timelineOf(each.id)] as const));
    const found = { ...this.timelines };
    for (const [each, timeline] of read) {
      if (!timeline) continue; // the line is down: asked again with the next event
      found[each.id] = timeline;
      this.#stamps.set(each.id, stampOf(each));
    }
    if (read.length > 0) this.timelines = found;
  }

  /** The hour of a case that is nearest to an instant; none outside its drift. */
  hourAt(id: string, ms: number): number | null {
    const hours = this.timelines[id]?.hours ?? [];
    if (hours.length === 0 || ms < hours[0]!.at_ms - 1000 || ms > hours.at(-1)!.at_ms + 1000) return null;
    return hours.reduce((best, each, at) => (Math.abs(each.at_ms - ms) < Math.abs(hours[best]!.at_ms - ms) ? at : best), 0);
  }

  /** The instant of the areas that are drawn of a case. */
  drawnMs(id: string): number | null {
    const hour = this.drawn[id] ?? null;
    return hour === null ? null : (this.timelines[id]?.hours[hour]?.at_ms ?? null);
  }

  /** Show every case's areas at an instant; of the partner's, those of the hours that it released. */
  look(cases: readonly Case[], ms: number): void {
    for (const each of cases) {
      const hour = this.hourAt(each.id, ms);
      const wanted = hour === null ? "" : `${hour} ${stampOf(each)}`;
      if (this.#shown.get(each.id) === wanted) continue;
      this.#shown.set(each.id, wanted);
      if (wanted === "") this.#put(each.id, [], null);
      else void areasAt(each.id, hour, stampOf(each)).then(
        (found) => {
          if (this.#shown.get(each.id) !== wanted) return;
          const kept = found.features.filter((area) => LEVELS.includes(area.properties?.["level"]));
          this.#put(each.id, kept.map((area) => ({ ...area, properties: { ...area.properties, case: each.id } })), hour);
        },
        () => this.#shown.delete(each.id),
      );
    }
  }

  #put(id: string, areas: Feature[], hour: number | null): void {
    if ((this.areas[id] ?? []).length === 0 && areas.length === 0) return;
    this.areas = { ...this.areas, [id]: areas };
    this.drawn = { ...this.drawn, [id]: hour };
  }
}

const stampOf = (each: Case): string => (each.badge === "partner" ? String(each.opened_ms) : String(each.drift?.job ?? ""));

async function timelineOf(id: string): Promise<Timeline | null> {
  try {
    return await got(api.GET("/api/v1/cases/{case_id}/timeline", { params: { path: { case_id: id } } }));
  } catch (fault) {
    if (fault instanceof Failed) return null;
    throw fault;
  }
}

export const watch = new Watch();
