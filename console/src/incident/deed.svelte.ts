/** One act of an office that the node keeps: whether it is under way, and what went wrong with it. */
import type { Problem } from "../api/client.ts";
import { problemOf } from "./search.svelte.ts";

export class Deed {
  busy = $state(false);
  fault = $state.raw<Problem | null>(null);

  /** Do it; return whether the node kept it. */
  async act(ask: () => Promise<unknown>): Promise<boolean> {
    [this.busy, this.fault] = [true, null];
    try {
      await ask();
      return true;
    } catch (fault) {
      this.fault = problemOf(fault);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
