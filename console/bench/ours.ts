/** Our layer of moving points as the watch map has it, fed with frames as `/live` sends them (http-api.md). */
import type { Map as MapView } from "maplibre-gl";

import { readFrame, ROW } from "../src/map/frames.ts";
import { MovingLayer } from "../src/map/moving.ts";
import { movers, places } from "./places.ts";

/** What the layer draws a ship with at zoom 6 (its own rule, moving.ts); the circles get the same. */
export const DIAMETER_PX = 4.5;

const KIND_POINTS = 1;
const PER_DEGREE = 100_000;
const SPEED_TENTHS_KN = 120;

let layer: MovingLayer;
let uploaded_ms = 0;

export function put(map: MapView, count: number, before: string): void {
  layer = new MovingLayer("ours");
  layer.ink.things = [0, 0.447, 0.698, 1];
  layer.ink.halo = [1, 1, 1, 0.8];
  map.addLayer(layer, before);
  open(count);
  layer.take(readFrame(frameOf(Uint32Array.from({ length: count }, (_, id) => id), places(count, 1)))!);
  timeUploads(map);
}

/** Ids mean `count` ships from now on, all of them still to be told. */
export function open(count: number): void {
  layer.open([{ source: "ships", subject: "", first: 0, count }]);
}

export const change = (count: number, moved: number, seed: number): ArrayBuffer => frameOf(movers(count, moved, seed), places(moved, seed + 1));

/** Take a frame; the layer's own upload follows in the next drawing (`uploads_ms`). */
export function apply(frame: ArrayBuffer): void {
  const read = readFrame(frame)!;
  layer.take(read);
  layer.at(read.atMs);
}

/** What the main thread has spent on handing points to the GPU since it was last asked. */
export function uploads_ms(): number {
  const spent = uploaded_ms;
  uploaded_ms = 0;
  return spent;
}

function timeUploads(map: MapView): void {
  const gl = map.getCanvas().getContext("webgl2")!;
  const own = gl.bufferSubData.bind(gl) as (...given: unknown[]) => void;
  gl.bufferSubData = (...given: unknown[]): void => {
    const begun = performance.now();
    own(...given);
    uploaded_ms += performance.now() - begun;
  };
}

function frameOf(ids: Uint32Array, lonLat: Float32Array): ArrayBuffer {
  const frame = new DataView(new ArrayBuffer(ROW * (1 + ids.length)));
  frame.setUint16(0, KIND_POINTS, true);
  frame.setUint32(4, ids.length, true);
  frame.setBigInt64(8, BigInt(Date.now()), true);
  ids.forEach((id, at) => {
    const row = ROW * (1 + at);
    frame.setUint32(row, id, true);
    frame.setInt32(row + 4, Math.round(lonLat[2 * at]! * PER_DEGREE), true);
    frame.setInt32(row + 8, Math.round(lonLat[2 * at + 1]! * PER_DEGREE), true);
    frame.setUint16(row + 12, SPEED_TENTHS_KN, true);
    frame.setUint16(row + 14, (id * 7) % 3600, true);
  });
  return frame.buffer as ArrayBuffer;
}
