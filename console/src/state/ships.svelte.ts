/** The ships of the live picture: the one that is chosen with its track, what was searched for, and what the feeds do. */
import { api, Failed, got, type Problem, type Schemas } from "../api/client.ts";
import type { Group } from "../map/fleet.ts";

export type Vessel = Schemas["VesselOut"];
export type Track = Schemas["TrackOut"];
type Feeds = Schemas["ReceiversOut"];

const TRACK_MS = 24 * 3_600_000;
const FOUND_MOST = 20;
/** A card that is open follows its ship; a feed that stalls is seen within as long. */
const REFRESH_MS = 10_000;
/** While an officer still types, nothing is asked. */
const TYPING_MS = 250;

class Ships {
  mmsi = $state<number | null>(null);
  vessel = $state.raw<Vessel | null>(null);
  track = $state.raw<Track | null>(null);
  problem = $state.raw<Problem | null>(null);
  found = $state.raw<readonly Vessel[] | null>(null);
  feeds = $state.raw<Feeds | null>(null);
  /** Whether it is known, or cannot be known now, which receivers the node has. */
  asked = $state(false);
  hidden = $state.raw<ReadonlySet<Group>>(new Set());
  #timer = 0;
  #typing = 0;
  #asked = "";

  /** Ask what the feeds do, and follow the ship that is chosen, until the page is left. */
  start(): () => void {
    const turn = (): void => {
      void this.#feeds();
      if (this.mmsi !== null) void this.#read(this.mmsi);
    };
    turn();
    this.#timer = window.setInterval(turn, REFRESH_MS);
    return () => {
      clearInterval(this.#timer);
      clearTimeout(this.#typing);
      [this.found, this.vessel, this.track, this.mmsi] = [null, null, null, null];
    };
  }

  choose(mmsi: number | null): void {
    if (mmsi === this.mmsi) return;
    [this.mmsi, this.vessel, this.track, this.problem] = [mmsi, null, null, null];
    if (mmsi !== null) void this.#read(mmsi);
  }

  find(text: string): void {
    clearTimeout(this.#typing);
    this.#asked = text.trim();
    if (this.#asked === "") this.found = null;
    else this.#typing = window.setTimeout(() => void this.#search(this.#asked), TYPING_MS);
  }

  toggle(group: Group): void {
    const hidden = new Set(this.hidden);
    if (!hidden.delete(group)) hidden.add(group);
    this.hidden = hidden;
  }

  async #read(mmsi: number): Promise<void> {
    try {
      const path = { params: { path: { mmsi }, query: { from_ms: Date.now() - TRACK_MS } } };
      const [vessel, track] = await Promise.all([
        got(api.GET("/api/v1/maritime/vessels/{mmsi}", { params: { path: { mmsi } } })),
        got(api.GET("/api/v1/maritime/vessels/{mmsi}/track", path)),
      ]);
      if (mmsi === this.mmsi) [this.vessel, this.track, this.problem] = [vessel, track, null];
    } catch (failed) {
      if (!(failed instanceof Failed)) throw failed;
      if (mmsi === this.mmsi) this.problem = failed.problem;
    }
  }

  async #search(text: string): Promise<void> {
    try {
      const answer = await got(api.GET("/api/v1/maritime/vessels/search", { params: { query: { find: text, limit: FOUND_MOST } } }));
      if (text === this.#asked) this.found = answer.vessels;
    } catch (failed) {
      if (!(failed instanceof Failed)) throw failed;
      this.problem = failed.problem;
    }
  }

  async #feeds(): Promise<void> {
    try {
      this.feeds = await got(api.GET("/api/v1/maritime/feeds"));
    } catch (failed) {
      if (!(failed instanceof Failed)) throw failed; // the line is down: the banner says so
    }
    this.asked = true;
  }
}

export const ships = new Ships();
