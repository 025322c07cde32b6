/** What this screen shows and how: the map and the desk of the node's settings, and the officer's own choices. */
import type { BasemapOptions, Language, Mode } from "../../basemap/style.ts";
import { api, got, type Schemas } from "../api/client.ts";
import type { Form } from "../coordinates.ts";
import { writePositionsAs } from "../formats.ts";
import { Resource } from "./resource.svelte.ts";

export interface Place {
  lat: number;
  lon: number;
}

export const FORMS: readonly Form[] = ["dm", "dms", "decimal"];
const SHIPPED = "/basemap.pmtiles";

class Screen {
  settings = new Resource<Schemas["ScreenOut"]>(async () => {
    const settings = await got(api.GET("/api/v1/screen"));
    localStorage.setItem("comity-desk", JSON.stringify(settings.desk));
    return settings;
  });
  #chosen = $state<Form | null>(FORMS.find((each) => each === localStorage.getItem("comity-positions")) ?? null);

  #first: Promise<void> | null = null;

  /** Wait for the first answer, so that no map is drawn that the settings do not want; a lost node is not waited for. */
  known(): Promise<void> {
    return (this.#first ??= this.settings.load());
  }

  /** Ask again: the node may have been started anew. */
  async load(): Promise<void> {
    // A question that is under way is waited for: a second one would void the first, for which maps wait.
    await (this.#first && !this.settings.loading ? this.settings.load() : this.known());
  }

  /** How positions are written: as the officer chose on this browser, else as the node says. */
  get form(): Form {
    return this.#chosen ?? this.settings.data?.positions ?? "dm";
  }

  write(form: Form): void {
    this.#chosen = form;
    localStorage.setItem("comity-positions", form);
  }

  /** Where the desk is: by the node's settings, or, until they are known, as they were last; null where nobody says. */
  get desk(): Place | null {
    if (this.settings.data) return this.settings.data.desk;
    return readPlace(localStorage.getItem("comity-desk"));
  }

  /** Why the map of the node's settings is not the one that is drawn. */
  get mapProblem(): Schemas["ProblemOut"] | null {
    return this.settings.data?.map.problem ?? null;
  }

  /** What the style of every map is made from: one view of borders for the whole node. */
  basemap(mode: Mode, language: Language): BasemapOptions {
    const map = this.settings.data?.map;
    return {
      mode,
      language,
      url: new URL(map?.address ?? SHIPPED, location.href).href,
      ...(map?.max_zoom ? { maxZoom: map.max_zoom } : {}),
      ...(map ? { borders: { disputed: map.disputed, pairs: map.borders }, hiddenNames: map.hidden_names } : {}),
    };
  }
}

function readPlace(kept: string | null): Place | null {
  try {
    const place = JSON.parse(kept ?? "null") as Place | null;
    return Number.isFinite(place?.lat) && Number.isFinite(place?.lon) ? place : null;
  } catch {
    return null;
  }
}

export const screen = new Screen();
writePositionsAs(() => screen.form);
