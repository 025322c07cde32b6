/** Where the officer is: the address holds the whole view, `#/incidents/<id>?t=…&map=…`. */
export interface Place {
  page: string;
  subject: string | null;
  query: URLSearchParams;
}

/** Read an address; unknown pages are left to the shell. */
export function readAddress(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [page = "", ...rest] = path.split("/");
  const subject = rest.length > 0 && rest[0] !== "" ? rest.map(decoded).join("/") : null;
  return { page, subject, query: new URLSearchParams(query) };
}

/** A part of an address; one that was mistyped stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Write an address. */
export function address(page: string, subject: string | null = null, query: Record<string, string> = {}): string {
  const path = subject === null ? page : `${page}/${subject.split("/").map(encodeURIComponent).join("/")}`;
  const asked = new URLSearchParams(query).toString();
  return `#/${path}${asked ? `?${asked}` : ""}`;
}

class View {
  #place = $state.raw<Place>(readAddress(location.hash));

  constructor() {
    window.addEventListener("hashchange", () => (this.#place = readAddress(location.hash)));
  }

  get page(): string {
    return this.#place.page;
  }
  get subject(): string | null {
    return this.#place.subject;
  }
  get query(): URLSearchParams {
    return this.#place.query;
  }

  go(to: string): void {
    location.hash = to;
  }

  /**
   * Keep a part of the view in the address without a new step in the history; `null` takes it out. The browser tells of a new
   * address a moment after it stands: what a page keeps then was of the page that is being left, and must not bring it back.
   */
  keep(parts: Record<string, string | null>): void {
    const stands = readAddress(location.hash);
    if (stands.page !== this.#place.page || stands.subject !== this.#place.subject) return;
    const query = new URLSearchParams(this.#place.query);
    for (const [name, value] of Object.entries(parts)) value === null ? query.delete(name) : query.set(name, value);
    if (query.toString() === this.#place.query.toString()) return;
    const hash = address(this.#place.page, this.#place.subject, Object.fromEntries(query));
    history.replaceState(null, "", hash);
    this.#place = { ...this.#place, query };
  }
}

export const view = new View();
