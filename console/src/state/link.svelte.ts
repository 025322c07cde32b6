/**
 * The line to the node: what happened is told by server-sent events, resumed with `Last-Event-ID` and never skipped.
 *
 * A browser opens six connections to a host over HTTP/1.1, and this line keeps one for as long as a page stands: the
 * tabs of a browser share one. The tab that holds the lock reads it and passes on what it hears; when it closes, the next takes
 * the line up behind the last event that it was told. Read with `fetch` rather than `EventSource`, which gives up after
 * an HTTP error and waits a fixed time otherwise.
 */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** The node says something at least this often; longer silence is a line that is dead without having been closed. */
const SILENCE_MS = 45_000;
/** A tab that has not passed anything on for so long is asleep or stuck: another takes the line from it. */
const ASLEEP_MS = 60_000;
const SHARED = "comity-line";

/** What one tab tells the others: how the line stands, a block of events, or a wish to the tab that reads. */
type Word =
  | { kind: "stands"; state: "open" | "lost"; lostSinceMs: number; retryAtMs: number; heardMs: number }
  | { kind: "block"; block: string }
  | { kind: "opened" | "refused" | "ask" | "retry" | "doubt" };

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
  #others: BroadcastChannel | null = null;
  #leads = false;
  #asleep = 0;
  #due = 0;
  #steal: (() => void) | null = null;

  start(): void {
    if (this.#stop) return;
    this.#stop = new AbortController();
    // Locks are known to pages of this machine and of HTTPS only; elsewhere each tab has a line of its own.
    if (!("locks" in navigator)) return void this.#follow(this.#stop.signal);
    this.#others = new BroadcastChannel(SHARED);
    this.#others.onmessage = (event: MessageEvent<Word>) => this.#told(event.data);
    this.#say({ kind: "ask" });
    void this.#queue(this.#stop.signal);
  }

  end(): void {
    this.#stop?.abort();
    this.#others?.close();
    clearTimeout(this.#asleep);
    clearTimeout(this.#due);
    [this.#stop, this.#others, this.#leads] = [null, null, false];
    this.state = "starting";
  }

  /** Try again now, not at the next turn. */
  retry(): void {
    this.#wake?.();
    if (!this.#leads) this.#say({ kind: "retry" });
  }

  /** Something else got no answer: look whether the line still stands instead of waiting for its silence. */
  doubt(): void {
    if (this.state === "open") this.#line?.abort();
    if (!this.#leads) this.#say({ kind: "doubt" });
  }

  /** Wait for the lock and read the line while it is ours; take it from a tab that sleeps on it. */
  async #queue(ended: AbortSignal): Promise<void> {
    this.#listen();
    for (let steal = false; !ended.aborted; ) {
      const wait = new AbortController();
      const lead = new AbortController();
      this.#steal = () => wait.abort();
      const read = async (): Promise<void> => {
        this.#leads = true;
        clearTimeout(this.#asleep);
        await this.#follow(AbortSignal.any([ended, lead.signal]));
      };
      try {
        await (steal
          ? navigator.locks.request(SHARED, { steal }, read)
          : navigator.locks.request(SHARED, { signal: AbortSignal.any([ended, wait.signal]) }, read));
      } catch {
        lead.abort(); // the page has ended, we shall steal, or the line was taken from us
      }
      steal = wait.signal.aborted;
      this.#leads = false;
      if (!ended.aborted) this.#listen();
    }
  }

  /** Of the tab that reads the line something is heard: else it sleeps. */
  #listen(): void {
    clearTimeout(this.#asleep);
    if (!this.#leads) this.#asleep = window.setTimeout(() => this.#steal?.(), ASLEEP_MS);
  }

  #say(word: Word): void {
    this.#others?.postMessage(word);
  }

  #stands(): void {
    if (this.state === "starting") return;
    this.#say({ kind: "stands", state: this.state, lostSinceMs: this.lostSinceMs, retryAtMs: this.retryAtMs, heardMs: this.heardMs });
  }

  /** A word of another tab: a wish to the one that reads, else news of the line. */
  #told(word: Word): void {
    if (word.kind === "retry") this.#wake?.();
    else if (word.kind === "doubt") this.#leads && this.doubt();
    else if (word.kind === "ask") this.#leads && this.#stands();
    else if (!this.#leads) this.#learn(word);
  }

  #learn(word: Word): void {
    this.#listen();
    if (word.kind === "stands") {
      // Who comes to a line that stands has loaded nothing of what it told.
      if (this.state === "starting" && word.state === "open") this.version += 1;
      [this.state, this.lostSinceMs, this.retryAtMs, this.heardMs] = [word.state, word.lostSinceMs, word.retryAtMs, word.heardMs];
      this.#remind();
    } else if (word.kind === "opened") this.version += 1;
    else if (word.kind === "refused") this.refused += 1;
    else if (word.kind === "block") {
      this.heardMs = Date.now();
      this.#take(word.block);
    }
  }

  /** The tab that reads may be hidden, and a browser slows the clock of a hidden tab: one in sight says when it is time. */
  #remind(): void {
    clearTimeout(this.#due);
    if (this.state !== "lost") return;
    this.#due = window.setTimeout(() => document.hidden || this.retry(), Math.max(0, this.retryAtMs - Date.now()));
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
      this.#stands();
      await new Promise<void>((done) => {
        this.#wake = done;
        ended.addEventListener("abort", () => done());
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
      if (answer.status === 401) {
        this.refused += 1;
        this.#say({ kind: "refused" });
      }
      if (!answer.ok || !answer.body) throw new Error(String(answer.status));
      this.#waitMs = FIRST_WAIT_MS;
      [this.state, this.heardMs] = ["open", Date.now()];
      this.#stands();
      this.version += 1; // what happened while the line was down
      this.#say({ kind: "opened" });
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
        for (const block of blocks) {
          this.#say({ kind: "block", block });
          this.#take(block);
        }
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
