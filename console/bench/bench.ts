/**
 * The page that `benchmarks/console.py` drives: the console's basemap, its point layer as it ships, and beside it MapLibre's
 * circles on the same points. Every figure is in milliseconds of `performance.now()`.
 */
import "maplibre-gl/dist/maplibre-gl.css";

import { addProtocol, Map as MapView, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { Protocol } from "pmtiles";

import { basemapStyle, FIRST_LABEL } from "../basemap/style.ts";
import { fontsReady } from "../fonts/index.ts";
import * as circles from "./circles.ts";
import { follow } from "./follow.ts";
import * as ours from "./ours.ts";

export type Way = "ours" | "circles";
export interface Frames {
  frames_ms: number[];
  /** What the first picture of the points took, from the call until the map is idle. */
  shown_ms: number;
}
export interface Delta {
  main_ms: number[];
  shown_ms: number[];
}

const CENTRE: [number, number] = [4, 37.5];
const ZOOM = 6; // from here on the layer draws points
const WARM_UP = 5;
const STEP_PX = 4;
const WATCH_EVERY_MS = 200;

let map: MapView;
let pixels: Uint8Array;

/** Make the map and wait until it is idle: the console's own style in day mode. */
async function begin(): Promise<string> {
  // The driver answers what a page asks, not the script that a worker starts with: the page asks and hands it on.
  setWorkerUrl(URL.createObjectURL(await (await fetch(workerUrl)).blob()));
  addProtocol("pmtiles", new Protocol().tile);
  await fontsReady("en");
  map = new MapView({
    container: "map", center: CENTRE, zoom: ZOOM, fadeDuration: 0, attributionControl: false,
    style: basemapStyle({ mode: "day", language: "en", url: new URL("/basemap.pmtiles", location.href).href }),
  });
  await idle();
  pixels = new Uint8Array(4);
  const gl = context();
  const names = gl.getExtension("WEBGL_debug_renderer_info");
  return String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

const idle = (): Promise<unknown> => map.once("idle");
const context = (): WebGL2RenderingContext => map.getCanvas().getContext("webgl2")!;

/** Wait until everything asked of the GPU has been drawn: a pixel read back cannot come earlier. */
function finish(): void {
  const gl = context();
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
}

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Put points on the map in one of the two ways. */
async function put(way: Way, count: number): Promise<number> {
  const begun = performance.now();
  if (way === "ours") ours.put(map, count, FIRST_LABEL);
  else circles.put(map, count, FIRST_LABEL);
  await idle();
  return performance.now() - begun;
}

/** Move the camera, draw and read back, `times` times. */
async function frames(way: Way, count: number, times: number): Promise<Frames> {
  const shown_ms = count > 0 ? await put(way, count) : 0;
  const frames_ms: number[] = [];
  for (let at = 0; at < times + WARM_UP; at += 1) {
    await breath(); // the worker's answers are taken in between two frames, not in one
    finish();
    const begun = performance.now();
    map.panBy([at % 2 ? STEP_PX : -STEP_PX, 0], { animate: false });
    map.redraw();
    finish();
    if (at >= WARM_UP) frames_ms.push(performance.now() - begun);
  }
  return { frames_ms, shown_ms };
}

/** Move `moved` of the points at once, `times` times: what the main thread pays, and until it is on screen. */
async function delta(way: Way, count: number, moved: number, times: number): Promise<Delta> {
  await put(way, count);
  const [main_ms, shown_ms]: [number[], number[]] = [[], []];
  for (let at = 0; at < times + 1; at += 1) {
    const change = way === "ours" ? ours.change(count, moved, at + 1) : circles.change(count, moved, at + 1);
    await breath();
    finish();
    const begun = performance.now();
    if (way === "ours") ours.apply(change as ArrayBuffer);
    else circles.apply(map, change as circles.Change);
    const called_ms = performance.now() - begun;
    if (way === "circles") await idle();
    else map.redraw();
    finish();
    const uploads_ms = way === "ours" ? ours.uploads_ms() : 0;
    if (at === 0) continue; // the first call compiles
    main_ms.push(called_ms + uploads_ms);
    shown_ms.push(performance.now() - begun);
  }
  return { main_ms, shown_ms };
}

/** Work as on a long watch: points move and the camera with them, for a while. */
async function watch(count: number, moved: number, for_ms: number): Promise<void> {
  if (!map.getLayer("ours")) await put("ours", count);
  const until = performance.now() + for_ms;
  for (let at = 1; performance.now() < until; at += 1) {
    ours.apply(ours.change(count, moved, at));
    map.panBy([at % 2 ? STEP_PX : -STEP_PX, 0], { animate: false });
    map.redraw();
    await new Promise((resolve) => setTimeout(resolve, WATCH_EVERY_MS));
  }
}

const bench = {
  begin, frames, delta, watch,
  follow: (view: object, for_ms: number) => follow(map, view, for_ms, finish, FIRST_LABEL),
};
declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
