/** Our point layer as the console has it, fed with frames as `/live` sends them: 16 bytes an update, little-endian. */
import type { Map as MapView } from "maplibre-gl";

import { type Cloud, PointLayer } from "../src/map/points.ts";
import { movers, places } from "./places.ts";

/** What the layer draws a point with at zoom 5 (its own rule); the circles get the same. */
export const DIAMETER_PX = 1.6;

const UPDATE_BYTES = 16;
const PER_DEGREE = 100_000;
const GONE = 65_535;

let layer: PointLayer;
let cloud: Cloud;

export function put(map: MapView, count: number, before: string): void {
  layer = new PointLayer("ours");
  layer.ink = { adrift: [0, 0.447, 0.698, 1], ashore: [0.7, 0, 0.1, 1] };
  map.addLayer(layer, before);
  cloud = { lonLat: places(count, 1), status: new Uint8Array(count) };
  layer.show(cloud, cloud);
}

export function change(count: number, moved: number, seed: number): ArrayBuffer {
  const lonLat = places(moved, seed + 1);
  const frame = new DataView(new ArrayBuffer(moved * UPDATE_BYTES));
  movers(count, moved, seed).forEach((id, at) => {
    frame.setUint32(at * UPDATE_BYTES, id, true);
    frame.setInt32(at * UPDATE_BYTES + 4, Math.round(lonLat[2 * at]! * PER_DEGREE), true);
    frame.setInt32(at * UPDATE_BYTES + 8, Math.round(lonLat[2 * at + 1]! * PER_DEGREE), true);
  });
  return frame.buffer as ArrayBuffer;
}

export function apply(frame: ArrayBuffer): void {
  const view = new DataView(frame);
  for (let at = 0; at < frame.byteLength; at += UPDATE_BYTES) {
    if (view.getUint16(at + 12, true) === GONE) continue;
    const id = view.getUint32(at, true);
    cloud.lonLat[2 * id] = view.getInt32(at + 4, true) / PER_DEGREE;
    cloud.lonLat[2 * id + 1] = view.getInt32(at + 8, true) / PER_DEGREE;
  }
  layer.show(cloud, cloud);
}
