/** What contradicts what this browser has verified before; it stays on the screen until the page is opened anew. */
import type { Schemas } from "../api/client.ts";
import { judge, type Judgement } from "../ledger/judge.ts";
import { accept, compared, pinned, type Contradiction, type Replaced } from "../ledger/pins.ts";

class Remembered {
  contradictions = $state.raw<Contradiction[]>([]);
  /** The changes of keys that this browser followed by itself, by agreement and log. */
  replaced = $state.raw<Record<string, Replaced[]>>({});

  /** Verify an entry's proof, and compare its head with what was verified before. */
  async judge(found: Schemas["ProofOut"], askedMs: number): Promise<Judgement> {
    const judged = await judge(found);
    const breach = compared(localStorage, found, judged, askedMs, Date.now());
    if (breach && !this.contradictions.some((each) => each.breach === breach.breach && each.log === breach.log)) this.contradictions = [...this.contradictions, breach];
    this.replaced = { ...this.replaced, [`${found.agreement}/${found.log}`]: pinned(localStorage, found.agreement, found.log)?.changes ?? [] };
    return judged;
  }

  accept(agreement: string, contradiction: Contradiction): void {
    accept(localStorage, agreement, contradiction);
    this.contradictions = this.contradictions.filter((each) => each !== contradiction);
  }
}

export const remembered = new Remembered();
