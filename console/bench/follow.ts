/** A screen that follows `/live`: when the node reckoned each frame, when it came, and when it had been drawn. */
import type { Map as MapView } from "maplibre-gl";

import { readFrame, readParts } from "../src/map/frames.ts";
import * as ours from "./ours.ts";

/** One frame, in milliseconds since 1970; the node's instant is later than its clock by what the view took to reach it. */
export interface Followed {
  reckoned_ms: number;
  came_ms: number;
  drawn_ms: number;
  updates: number;
}

const now = (): number => performance.timeOrigin + performance.now();

/** Follow a view from now on, for a while. */
export function follow(map: MapView, view: object, for_ms: number, finish: () => void, before: string): Promise<Followed[]> {
  ours.put(map, 0, before);
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
  socket.onopen = () => socket.send(JSON.stringify({ ...view, at_ms: Math.round(now()) }));
  socket.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) => {
    if (typeof data === "string") return ours.open(readParts(data)!.parts.reduce((sum, each) => sum + each.count, 0));
    const read = readFrame(data)!;
    const each = { reckoned_ms: read.atMs, came_ms: now(), drawn_ms: NaN, updates: read.rows.byteLength / 16 };
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
