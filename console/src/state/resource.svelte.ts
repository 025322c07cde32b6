/** Something of the node that is shown: the last good answer stays on the screen, with its age, whatever happens. */
import { Failed, type Problem } from "../api/client.ts";
import { link } from "./link.svelte.ts";

export class Resource<T> {
  data = $state.raw<T | null>(null);
  problem = $state.raw<Problem | null>(null);
  gotMs = $state(0);
  loading = $state(false);
  #asked = 0;
  #coming: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(private readonly ask: () => Promise<T>) {}

  async load(): Promise<void> {
    await this.take(this.ask);
  }

  /**
   * Ask the same question anew. While an answer is on its way it is asked once more, when that is here: where events come
   * faster than a laden node answers, each answer is shown, and the node is not laden more.
   */
  renew(): Promise<void> {
    if (this.#coming === null) return (this.#coming = this.load().finally(() => (this.#coming = null)));
    const again = (): Promise<void> => {
      this.#next = null;
      return this.renew();
    };
    return (this.#next ??= this.#coming.then(again, again));
  }

  /** Take the answer of an act that returns the same thing; what was asked before it comes too late. */
  async take(ask: () => Promise<T>): Promise<void> {
    const mine = ++this.#asked;
    this.loading = true;
    try {
      const data = await ask();
      if (mine !== this.#asked) return;
      [this.data, this.problem, this.gotMs] = [data, null, Date.now()];
    } catch (fault) {
      if (!(fault instanceof Failed)) throw fault;
      // A line that is down is told by the banner; what was shown stays.
      if (fault.problem.status === 0) link.doubt();
      if (fault.problem.status === 401) link.refused += 1;
      if (mine === this.#asked && fault.problem.status !== 0) this.problem = fault.problem;
    } finally {
      if (mine === this.#asked) this.loading = false;
    }
  }
}
