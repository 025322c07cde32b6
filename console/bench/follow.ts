/** A screen that follows `/live`: when each frame came, and when what it said had been drawn. */
import type { Map as MapView } from "maplibre-gl";

import * as ours from "./ours.ts";

const STAMPS = 8;

/** One frame: when it came and when it was drawn (Unix milliseconds), and its first updates as [id, lon, lat] × 10⁵. */
export interface Followed {
  came_ms: number;
  drawn_ms: number;
  updates: [number, number, number][];
}

const now = (): number => performance.timeOrigin + performance.now();

/** Follow a view for a while; the layer holds `count` points, which the frames move. */
export function follow(map: MapView, view: object, count: number, for_ms: number, finish: () => void, before: string): Promise<Followed[]> {
  ours.put(map, count, before);
  const frames: Followed[] = [];
  let waiting: Followed[] = [];
  const drawn = (): void => {
    if (waiting.length === 0) return;
    finish();
    for (const each of waiting) each.drawn_ms = now();
    waiting = [];
  };
  map.on("render", drawn);
  const socket = new WebSocket(`ws://${location.host}/live`);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => socket.send(JSON.stringify(view));
  socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    const each = { came_ms: now(), drawn_ms: NaN, updates: stampsOf(data) };
    ours.apply(data);
    frames.push(each);
    waiting.push(each);
  };
  return new Promise((resolve, reject) => {
    socket.onerror = () => reject(new Error("the live socket failed"));
    setTimeout(() => {
      map.off("render", drawn);
      socket.close();
      resolve(frames.filter((each) => !Number.isNaN(each.drawn_ms)));
    }, for_ms);
  });
}

function stampsOf(data: ArrayBuffer): [number, number, number][] {
  const view = new DataView(data);
  const count = Math.min(STAMPS, data.byteLength / 16);
  return Array.from({ length: count }, (_, at) => [view.getUint32(16 * at, true), view.getInt32(16 * at + 4, true), view.getInt32(16 * at + 8, true)]);
}
