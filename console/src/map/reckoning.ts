/**
 * Points that keep course and speed between two updates: one interleaved row each, ready for the shader.
 *
 * A row has five floats: place (Mercator of the map, world 0…1, relative to an anchor so that 32 bits suffice), speed in
 * the same numbers a second, and the instant of the update in seconds after a base. The shader draws place + speed ×
 * (now − instant), at most an hour ahead; the node does the same sum and tells a point again when it is 20 m off.
 * Straight in Mercator is a constant course. Ellipsoid: WGS 84.
 */
import { type Frame, type Part, readUpdate, ROW } from "./frames.ts";
import { mercator } from "./points.ts";

export const FLOATS = 5;
export const REACH_S = 3600;
/** An instant that no point has: its row is not drawn. */
export const NOWHERE = -1e30;
/** 32 bits hold seconds to 0.06 s within this of the base. */
const BASE_REACH_S = 1e6;

const A_M = 6_378_137;
const E2 = 0.006_694_379_990_141;

/** Speed of a course over ground in Mercator of the map a second, from the ellipsoid's radii at a latitude. */
export function mercatorSpeed(lat: number, sogMS: number, cogDeg: number): [number, number] {
  const [phi, cog] = [(lat * Math.PI) / 180, (cogDeg * Math.PI) / 180];
  const w2 = 1 - E2 * Math.sin(phi) ** 2;
  const parallelM = (A_M / Math.sqrt(w2)) * Math.cos(phi);
  const meridianM = (A_M * (1 - E2)) / w2 ** 1.5;
  return [(sogMS * Math.sin(cog)) / parallelM / (2 * Math.PI), -(sogMS * Math.cos(cog)) / meridianM / (2 * Math.PI) / Math.cos(phi)];
}

export class Reckoning {
  readonly count: number;
  readonly data: Float32Array<ArrayBuffer>;
  /** Rows that changed since they were last taken away, from … to (exclusive). */
  dirty: [number, number] = [0, 0];
  anchor: [number, number] = [0.5, 0.5];
  baseMs = 0;
  shown = 0;
  #begun = false;

  constructor(parts: readonly Part[]) {
    this.count = parts.reduce((most, each) => Math.max(most, each.first + each.count), 0);
    this.data = new Float32Array(new ArrayBuffer(this.count * FLOATS * 4));
    for (let id = 0; id < this.count; id += 1) this.data[id * FLOATS + 4] = NOWHERE;
    this.dirty = [0, this.count];
  }

  take(frame: Frame): void {
    for (let at = 0; at + ROW <= frame.rows.byteLength; at += ROW) this.#put(frame, at);
  }

  /** Seconds after the base; what the shader is told as now. */
  seconds(ms: number): number {
    return (ms - this.baseMs) / 1000;
  }

  /** Where a point is drawn at an instant: the shader's own sum on the shader's own numbers. */
  at(id: number, ms: number): [number, number] | null {
    const [x = 0, y = 0, vx = 0, vy = 0, t = NOWHERE] = this.data.subarray(id * FLOATS, id * FLOATS + FLOATS);
    if (t <= NOWHERE / 2) return null;
    const ahead = Math.min(Math.max(this.seconds(ms) - t, -REACH_S), REACH_S);
    const lon = (x + vx * ahead + this.anchor[0]) * 360 - 180;
    const north = (0.5 - (y + vy * ahead + this.anchor[1])) * 2 * Math.PI;
    return [lon, (Math.atan(Math.exp(north)) * 360) / Math.PI - 90];
  }

  #put(frame: Frame, at: number): void {
    const update = readUpdate(frame.rows, at);
    if (update.id >= this.count) return;
    const row = update.id * FLOATS;
    const wasHere = this.data[row + 4]! > NOWHERE / 2;
    this.shown += (update.gone ? 0 : 1) - (wasHere ? 1 : 0);
    this.dirty = this.dirty[0] === this.dirty[1] ? [update.id, update.id + 1] : [Math.min(this.dirty[0], update.id), Math.max(this.dirty[1], update.id + 1)];
    if (update.gone) {
      this.data[row + 4] = NOWHERE;
      return;
    }
    const [x, y] = mercator(update.lon, update.lat);
    if (!this.#begun) [this.#begun, this.anchor, this.baseMs] = [true, [x, y], frame.atMs];
    if (Math.abs(this.seconds(frame.atMs)) > BASE_REACH_S) this.#rebase(frame.atMs);
    const [vx, vy] = mercatorSpeed(update.lat, update.sogMS, update.cogDeg);
    this.data.set([x - this.anchor[0], y - this.anchor[1], vx, vy, this.seconds(frame.atMs)], row);
  }

  #rebase(ms: number): void {
    const by = (ms - this.baseMs) / 1000;
    for (let row = 4; row < this.data.length; row += FLOATS) if (this.data[row]! > NOWHERE / 2) this.data[row]! -= by;
    this.baseMs = ms;
    this.dirty = [0, this.count];
  }
}
