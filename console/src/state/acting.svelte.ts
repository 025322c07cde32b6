/** One act at a time against the node: busy while it runs, and why it failed in the node's own sentences. */
import { Failed, type Problem } from "../api/client.ts";
import { say } from "../words.svelte.ts";

export class Acting {
  busy = $state(false);
  fault = $state.raw<Problem | null>(null);

  /** Carry out an act; return whether it was done. A line that is down is said too, as the act may have been lost. */
  async does(act: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.fault = null;
    try {
      await act();
      return true;
    } catch (failed) {
      if (!(failed instanceof Failed)) throw failed;
      this.fault = failed.problem.what ? failed.problem : { what: say("lost-never") };
      return false;
    } finally {
      this.busy = false;
    }
  }
}
