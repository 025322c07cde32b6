/** One clock for every layer: LIVE, or fixed at an instant that the officer chose; steps and speeds. */
export const SPEEDS = [60, 600, 3600] as const;

export interface Span {
  /** Instants that have data, in order. */
  steps: number[];
}

class Conductor {
  nowMs = $state(Date.now());
  live = $state(true);
  speed = $state(0);
  span = $state.raw<Span | null>(null);
  #fixedMs = $state(Date.now());
  #serverAheadMs = 0;
  #frame = 0;

  readonly atMs = $derived(this.live ? this.nowMs : this.#fixedMs);

  constructor() {
    setInterval(() => (this.nowMs = Date.now() + this.#serverAheadMs), 1000);
  }

  /** The node's clock rules, not the screen's. */
  trust(serverNowMs: number): void {
    this.#serverAheadMs = serverNowMs - Date.now();
    this.nowMs = serverNowMs;
  }

  /** The instant that is shown, to the millisecond; `atMs` turns once a second. */
  instantMs(): number {
    return this.live ? Date.now() + this.#serverAheadMs : this.#fixedMs;
  }

  fix(ms: number): void {
    this.live = false;
    this.#fixedMs = this.#inSpan(ms);
  }

  goLive(): void {
    this.stop();
    this.live = true;
  }

  /** To the next or the previous instant that has data. */
  step(by: 1 | -1): void {
    this.stop();
    const steps = this.span?.steps ?? [];
    const at = this.atMs;
    const next = by > 0 ? steps.find((each) => each > at) : steps.findLast((each) => each < at);
    if (next !== undefined) this.fix(next); // a page without hours has nothing to replay
  }

  play(speed: number): void {
    this.stop();
    this.speed = speed;
    const steps = this.span?.steps;
    const last = steps?.at(-1) ?? this.nowMs;
    if (this.live || this.#fixedMs >= last) this.fix(steps?.[0] ?? this.nowMs);
    let before = performance.now();
    const turn = (at: number): void => {
      const next = this.#fixedMs + (at - before) * speed;
      before = at;
      this.#fixedMs = Math.min(next, last);
      if (next >= last) this.speed = 0;
      else this.#frame = requestAnimationFrame(turn);
    };
    this.#frame = requestAnimationFrame(turn);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.speed = 0;
  }

  #inSpan(ms: number): number {
    const steps = this.span?.steps;
    if (!steps || steps.length === 0) return ms;
    return Math.min(Math.max(ms, steps[0]!), steps.at(-1)!);
  }
}

export const conductor = new Conductor();
