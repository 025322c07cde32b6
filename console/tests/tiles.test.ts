import type { RangeResponse, Source } from "pmtiles";
import { describe, expect, it } from "vitest";

import { KeptSource } from "../src/map/tiles.ts";

/** A file that counts how often it is asked, and can lose its line. */
class Counted implements Source {
  asked: string[] = [];
  lost = false;
  getKey = (): string => "counted";
  getBytes(offset: number, length: number): Promise<RangeResponse> {
    this.asked.push(`${offset} ${length}`);
    return this.lost ? Promise.reject(new Error("lost")) : Promise.resolve({ data: new ArrayBuffer(length) });
  }
}

describe("parts of the file of tiles", () => {
  it("are asked for once, by however many tiles at once", async () => {
    const file = new Counted();
    const kept = new KeptSource(file);
    await Promise.all([kept.getBytes(0, 10), kept.getBytes(0, 10), kept.getBytes(10, 5)]);
    await kept.getBytes(0, 10);
    expect(file.asked).toEqual(["0 10", "10 5"]);
  });

  it("are asked for again after the line was lost", async () => {
    const file = new Counted();
    const kept = new KeptSource(file);
    await kept.getBytes(0, 10);
    file.lost = true;
    await expect(kept.getBytes(10, 5)).rejects.toThrow("lost");
    file.lost = false;
    await Promise.all([kept.getBytes(0, 10), kept.getBytes(10, 5)]);
    expect(file.asked).toEqual(["0 10", "10 5", "0 10", "10 5"]);
  });

  it("do not grow without end", async () => {
    const file = new Counted();
    const kept = new KeptSource(file);
    for (let at = 0; at <= 512; at += 1) await kept.getBytes(at, 1);
    await kept.getBytes(0, 1);
    await kept.getBytes(512, 1);
    expect(file.asked).toHaveLength(514);
  });
});
