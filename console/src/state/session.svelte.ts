/** Who is signed in: an office, never a person. */
import { api, carry, Failed, got, type Problem, type Schemas } from "../api/client.ts";

/** Kept while an office has signed out here and the node does not know it yet. */
const LEFT = "comity-left";
const AGAIN_MS = 5000;
/** What a browser with a full or a shut store does not keep is remembered until the page is left. */
let owed = false;

function owes(): boolean {
  try {
    return owed || localStorage.getItem(LEFT) !== null;
  } catch {
    return owed;
  }
}

function owe(owing: boolean): void {
  owed = owing;
  try {
    if (owing) localStorage.setItem(LEFT, "yes");
    else localStorage.removeItem(LEFT);
  } catch {
    // Signing out must not fail because a store is full: the page remembers it, a reload asks the node.
  }
}

class Session {
  who = $state.raw<Schemas["SessionOut"] | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  /** Signed out on this screen only: the node did not answer, and ends its session when it does. */
  left = $state(false);
  #turn = 0;

  get isIn(): boolean {
    return this.who !== null && this.who.office !== null;
  }

  may(role: Schemas["SessionOut"]["roles"][number]): boolean {
    return this.who?.roles.includes(role) ?? false;
  }

  async look(): Promise<void> {
    if (owes()) await this.#end();
    if (!owes()) await this.#take(() => got(api.GET("/api/v1/session")));
  }

  /** A one-time code that opens one session by itself. */
  async enter(code: string): Promise<boolean> {
    return this.#take(() => got(api.POST("/api/v1/session/enter", { body: { code } })));
  }

  /** Sign in with a passkey that this browser or key holds. */
  async signIn(): Promise<boolean> {
    return this.#take(async () => {
      const asked = await got(api.POST("/api/v1/session/challenge"));
      const options = PublicKeyCredential.parseRequestOptionsFromJSON(asked.options as never);
      const credential = await key(() => navigator.credentials.get({ publicKey: options }));
      return got(api.POST("/api/v1/session", { body: { ceremony: asked.ceremony, credential } }));
    });
  }

  /** Make a passkey: with a one-time code, or for the office that is signed in. */
  async enrol(code: string | null): Promise<boolean> {
    return this.#take(async () => {
      const asked = await got(api.POST("/api/v1/session/enrolment", { body: { code } }));
      const options = PublicKeyCredential.parseCreationOptionsFromJSON(asked.options as never);
      const credential = await key(() => navigator.credentials.create({ publicKey: options }));
      return got(api.POST("/api/v1/session/passkey", { body: { ceremony: asked.ceremony, credential } }));
    });
  }

  /** Sign out: this screen forgets at once, whether the node answers or not. */
  async leave(): Promise<void> {
    owe(true);
    const ended = this.#end();
    [this.who, this.problem, this.busy] = [null, null, true];
    await ended;
    if (owes()) this.busy = false;
    else location.assign("/");
  }

  /** End the node's session; where it does not answer, again every few seconds: no reload of the page brings the office back. */
  async #end(): Promise<void> {
    clearTimeout(this.#turn);
    try {
      const kept = await got(api.GET("/api/v1/session"));
      carry(kept.csrf);
      if (kept.office !== null) await got(api.DELETE("/api/v1/session"));
      owe(false);
      this.left = false;
    } catch (fault) {
      if (!(fault instanceof Failed)) throw fault;
      this.left = true;
      this.#turn = window.setTimeout(() => void this.look(), AGAIN_MS);
    } finally {
      carry(null);
    }
  }

  /** Who comes in anew has ended what was left before. */
  #came(): void {
    clearTimeout(this.#turn);
    owe(false);
    this.left = false;
  }

  async #take(ask: () => Promise<Schemas["SessionOut"]>): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      if (owes()) await this.#end();
      this.who = await ask();
      if (this.isIn) this.#came();
      carry(this.who.csrf);
      return this.isIn;
    } catch (fault) {
      if (!(fault instanceof Failed)) throw fault;
      this.problem = fault.problem;
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** Ask the browser for a passkey; closed, timed out or refused is one fault, `console.no_passkey`. */
export async function key(ask: () => Promise<Credential | null>): Promise<Record<string, unknown>> {
  let made: Credential | null = null;
  try {
    made = await ask();
  } catch {
    // The officer closed the window, or the time ran out: the browser says which only to the officer.
  }
  if (!(made instanceof PublicKeyCredential)) throw new Failed({ what: "", code: "console.no_passkey" });
  return made.toJSON() as unknown as Record<string, unknown>;
}

export const session = new Session();
