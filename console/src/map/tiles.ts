/** Tiles as parts of one file, each asked for once: tiles that are alike, such as open sea, share a part of the file. */
import { FetchSource, PMTiles, Protocol, type RangeResponse, type Source } from "pmtiles";

/** About what a long watch looks at; a part has some kilobytes. */
const MOST_PARTS = 512;

export class KeptSource implements Source {
  readonly #source: Source;
  readonly #parts = new Map<string, Promise<RangeResponse>>();

  constructor(source: Source) {
    this.#source = source;
  }

  getKey(): string {
    return this.#source.getKey();
  }

  /** The caller's signal is not passed on: another tile may wait for the same part. */
  getBytes(offset: number, length: number, _signal?: AbortSignal, etag?: string): Promise<RangeResponse> {
    const key = `${offset} ${length}`;
    const known = this.#parts.get(key);
    if (known) return known;
    const asked = this.#source.getBytes(offset, length, undefined, etag);
    asked.catch(() => this.#parts.clear()); // the file has changed, or the line is lost: nothing of it is kept
    this.#parts.set(key, asked);
    if (this.#parts.size > MOST_PARTS) this.#parts.delete(this.#parts.keys().next().value!);
    return asked;
  }
}

let shared: Protocol | null = null;

/** One reader of tiles for every map of the page: it keeps what it has read. */
export function reader(): Protocol {
  return (shared ??= new Protocol());
}

/** Make a file of tiles known to the reader before a style names it. */
export function open(url: string): void {
  if (!reader().get(url)) reader().add(new PMTiles(new KeptSource(new FetchSource(url))));
}
