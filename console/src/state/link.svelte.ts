/**
 * The line to the node: what happened is told by server-sent events, resumed with `Last-Event-ID` and never skipped.
 *
 * Read with `fetch` rather than `EventSource`, which gives up after an HTTP error and waits a fixed time otherwise.
 */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** The node says something at least this often; longer silence is a line that is dead without having been closed. */
const SILENCE_MS = 45_000;

class Link {
  state = $state<"starting" | "open" | "lost">("starting");
  lostSinceMs = $state(0);
  retryAtMs = $state(0);
  heardMs = $state(0);
  /** Rises with everything that happened: whoever shows something loads it anew. */
  version = $state(0);
  /** How often the node said that nobody is signed in here any more. */
  refused = $state(0);
  /** How far each job is, per mille: told without a number, as the next figure makes it worthless. */
  progress = $state.raw<Record<number, number>>({});
  #lastId: string | null = null;
  #stop: AbortController | null = null;
  #waitMs = FIRST_WAIT_MS;
  #wake: (() => void) | null = null;
  #line: AbortController | null = null;

  start(): void {
    if (this.#stop) return;
    this.#stop = new AbortController();
    void this.#follow(this.#stop.signal);
  }

  end(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.state = "starting";
  }

  /** Try again now, not at the next turn. */
  retry(): void {
    this.#wake?.();
  }

  /** Something else got no answer: look whether the line still stands instead of waiting for its silence. */
  doubt(): void {
    if (this.state === "open") this.#line?.abort();
  }

  async #follow(ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      try {
        await this.#read(ended);
      } catch {
        // The reason does not matter: the line is down, and the banner says since when.
      }
      if (ended.aborted) return;
      if (this.state !== "lost") [this.state, this.lostSinceMs] = ["lost", Date.now()];
      this.retryAtMs = Date.now() + this.#waitMs;
      await new Promise<void>((done) => {
        this.#wake = done;
        setTimeout(done, this.#waitMs);
      });
      this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
    }
  }

  async #read(ended: AbortSignal): Promise<void> {
    const line = new AbortController();
    this.#line = line;
    const signal = AbortSignal.any([ended, line.signal]);
    let watch = setTimeout(() => line.abort(), SILENCE_MS);
    const headers: Record<string, string> = { accept: "text/event-stream" };
    if (this.#lastId !== null) headers["last-event-id"] = this.#lastId;
    try {
      const answer = await fetch("/events", { headers, signal, cache: "no-store" });
      if (answer.status === 401) this.refused += 1;
      if (!answer.ok || !answer.body) throw new Error(String(answer.status));
      this.state = "open";
      this.#waitMs = FIRST_WAIT_MS;
      this.heardMs = Date.now();
      this.version += 1; // what happened while the line was down
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(watch);
        watch = setTimeout(() => line.abort(), SILENCE_MS);
        this.heardMs = Date.now();
        const blocks = (rest + value.replaceAll("\r\n", "\n")).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) this.#take(block);
      }
    } finally {
      clearTimeout(watch);
    }
  }

  #take(block: string): void {
    const field = (name: string): string | null => {
      const line = block.split("\n").find((each) => each.startsWith(`${name}:`));
      return line === undefined ? null : line.slice(name.length + 1).trim();
    };
    const [id, kind, data] = [field("id"), field("event"), field("data")];
    if (id !== null) this.#lastId = id;
    if (kind === "progress" && data !== null) {
      const told = JSON.parse(data) as { job: number; done_permille: number };
      this.progress = { ...this.progress, [told.job]: told.done_permille };
    } else if (id !== null && kind !== "hello") this.version += 1;
  }
}

export const link = new Link();
