/** The live picture: one socket to the node; the last frame stays when the line is lost, with its age. */
import { type Frame, type Part, readFrame, readParts } from "../map/frames.ts";

/** What the page looks at; the node documents it (`/live`). */
export interface Look {
  at_ms: number;
  speed: number;
  bbox: [number, number, number, number] | null;
  grid_udeg: number | null;
  /** Whether the node tells who the ships are. */
  who: boolean;
}

export interface Screen {
  look: () => Look;
  open: (parts: readonly Part[]) => void;
  take: (frame: Frame) => void;
}

const WIDE = { hz: 4, bytes_per_s: 200_000 };
/** With a tick of 4,000 bytes no second, wherever it begins, carries more than 20,000. */
const THIN = { hz: 4, bytes_per_s: 16_000 };
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** The node speaks four times a second; a longer silence is a line that is dead without having been closed. */
const SILENCE_MS = 6_000;
const COUNTED_MS = 5_000;
const KEPT_AS = "comity-thin-line";

class Picture {
  state = $state<"off" | "opening" | "live" | "lost">("off");
  parts = $state.raw<readonly Part[]>([]);
  /** The instant of the picture, how many points it has in the view, and when the screen heard it. */
  atMs = $state(0);
  points = $state(0);
  heardMs = $state(0);
  bytesPerS = $state(0);
  thin = $state(localStorage.getItem(KEPT_AS) === "yes");
  #screen: Screen | null = null;
  #socket: WebSocket | null = null;
  #waitMs = FIRST_WAIT_MS;
  #timer = 0;
  #silence = 0;
  #counted: [number, number][] = [];

  start(screen: Screen): void {
    this.#screen = screen;
    this.state = "opening";
    this.#waitMs = FIRST_WAIT_MS;
    this.#open();
  }

  end(): void {
    this.#screen = null;
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#socket?.close();
    [this.#socket, this.state, this.parts, this.points, this.heardMs] = [null, "off", [], 0, 0];
  }

  choose(thin: boolean): void {
    this.thin = thin;
    localStorage.setItem(KEPT_AS, thin ? "yes" : "no");
    this.say();
  }

  /** Tell the node what the page looks at now. */
  say(): void {
    if (this.#socket?.readyState === WebSocket.OPEN && this.#screen)
      this.#socket.send(JSON.stringify({ ...this.#screen.look(), ...(this.thin ? THIN : WIDE) }));
  }

  /** Try again now, not at the next turn. */
  retry(): void {
    if (this.state !== "lost" || this.#socket) return;
    clearTimeout(this.#timer);
    this.#open();
  }

  #open(): void {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live`);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    socket.onopen = () => {
      this.say();
      this.#listen(socket);
    };
    socket.onmessage = (event) => socket === this.#socket && this.#hear(event.data as ArrayBuffer | string, socket);
    socket.onclose = () => socket === this.#socket && this.#lose();
  }

  #hear(data: ArrayBuffer | string, socket: WebSocket): void {
    this.#listen(socket);
    this.#count(typeof data === "string" ? data.length : data.byteLength);
    if (typeof data === "string") {
      const said = readParts(data);
      if (!said) return;
      this.parts = said.parts;
      this.#screen?.open(said.parts);
      return;
    }
    const frame = readFrame(data);
    if (!frame) return;
    [this.state, this.#waitMs, this.atMs, this.points, this.heardMs] = ["live", FIRST_WAIT_MS, frame.atMs, frame.points, Date.now()];
    this.#screen?.take(frame);
  }

  #listen(socket: WebSocket): void {
    clearTimeout(this.#silence);
    this.#silence = window.setTimeout(() => {
      if (socket !== this.#socket) return;
      socket.close();
      this.#lose();
    }, SILENCE_MS);
  }

  #lose(): void {
    clearTimeout(this.#silence);
    this.#socket = null;
    if (!this.#screen) return;
    [this.state, this.bytesPerS] = ["lost", 0];
    this.#timer = window.setTimeout(() => this.#open(), this.#waitMs);
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
  }

  #count(bytes: number): void {
    const now = performance.now();
    this.#counted.push([now, bytes]);
    while (this.#counted[0]![0] < now - COUNTED_MS) this.#counted.shift();
    this.bytesPerS = (1000 * this.#counted.reduce((sum, [, each]) => sum + each, 0)) / COUNTED_MS;
  }
}

export const picture = new Picture();
