/** The pages behind the first one: each is a file of its own, taken when it is opened, or beforehand once the first page stands. */
import type { Component } from "svelte";

import { words } from "../words.svelte.ts";

type Taken = { default: Component };
/** A page of cooperation comes with the words of its field. */
const cooperative = async (page: Promise<Taken>): Promise<Taken> => (await Promise.all([page, words.learn("cooperation")]))[0];
/** So does the form of a case with those of rescue. */
const rescuing = async (page: Promise<Taken>): Promise<Taken> => (await Promise.all([page, words.learn("rescue")]))[0];

const FAR: Readonly<Record<string, () => Promise<Taken>>> = {
  agreement: () => import("../pages/Agreement.svelte"),
  cooperation: () => cooperative(import("../pages/Cooperation.svelte")),
  exchange: () => import("../pages/Exchange.svelte"),
  handover: () => cooperative(import("../pages/HandOver.svelte")),
  ledger: () => import("../pages/Ledger.svelte"),
  new: () => rescuing(import("../pages/NewIncident.svelte")),
  node: () => import("../pages/Node.svelte"),
  overview: () => import("../pages/Overview.svelte"),
  requests: () => import("../pages/Requests.svelte"),
  signatures: () => cooperative(import("../pages/Signatures.svelte")),
};
/** After so long the first page has its map, on a slow line too; what is taken then is not waited for, and stands when the node is lost later. */
const REST_AFTER_MS = 15_000;

class Shelf {
  #pages = $state.raw<Readonly<Record<string, Component>>>({});
  /** The page that could not be taken; its name goes when the page comes. */
  missing = $state<string | null>(null);

  has(name: string): boolean {
    return name in FAR;
  }

  page(name: string): Component | null {
    return this.#pages[name] ?? null;
  }

  async take(name: string): Promise<void> {
    const fetched = FAR[name];
    if (!fetched || this.#pages[name]) return;
    try {
      const page = (await fetched()).default;
      this.#pages = { ...this.#pages, [name]: page };
      if (this.missing === name) this.missing = null;
    } catch {
      this.missing = name; // the browser's reason does not help an officer: the line is down, or the node has other pages now
    }
  }

  /** Take all the rest in quiet; return what calls it off. A file that does not come now is asked for when its page is opened. */
  takeRest(): () => void {
    const timer = setTimeout(() => void Promise.allSettled(Object.values(FAR).map((fetched) => fetched())), REST_AFTER_MS);
    return () => clearTimeout(timer);
  }
}

export const shelf = new Shelf();
