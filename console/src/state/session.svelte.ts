/** Who is signed in: an office, never a person. */
import { api, carry, Failed, got, type Problem, type Schemas } from "../api/client.ts";

class Session {
  who = $state.raw<Schemas["SessionOut"] | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);

  get isIn(): boolean {
    return this.who !== null && this.who.office !== null;
  }

  may(role: Schemas["SessionOut"]["roles"][number]): boolean {
    return this.who?.roles.includes(role) ?? false;
  }

  async look(): Promise<void> {
    await this.#take(() => got(api.GET("/api/v1/session")));
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

  async leave(): Promise<void> {
    try {
      await got(api.DELETE("/api/v1/session"));
    } finally {
      this.who = null;
      carry(null);
      location.assign("/");
    }
  }

  async #take(ask: () => Promise<Schemas["SessionOut"]>): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      this.who = await ask();
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
