/**
 * Colours of what lies on the map, by display mode: contours from the middle outwards, the cloud, what moves, marks.
 *
 * Probability: cividis reversed by day (Nuñez, Anderton and Renslow 2018), inferno cut off in the dark; change: PuOr
 * (ColorBrewer), its middle left out and its ends the brightest in the dark.
 */
import type { Mode } from "../state/mode.svelte.ts";
import type { MovingInk, Rgba } from "./moving.ts";
import type { Ink } from "./points.ts";

export interface MapInks {
  contours: Record<"50" | "75" | "90" | "95", string>;
  halo: string;
  mark: string;
  graticule: string;
  name: string;
  points: Ink;
  moving: MovingInk;
  /** Outlines of cases by badge. */
  badges: Record<"ours" | "shared" | "partner", string>;
  accent: string;
  /** Probability by class, from the least to the likeliest; change by step, from much less likely to much likelier. */
  ramp: readonly string[];
  change: readonly string[];
  /** Ways of our units, none near the colour of what is the partner's; each has a dash of its own beside it. */
  units: readonly string[];
}

/** The colour of an area's edge: the same on the map and beside its row in a table. */
export function contourOf(inks: MapInks, level: number): string {
  const name = String(Math.round(level * 100));
  return name === "50" || name === "75" || name === "90" ? inks.contours[name] : inks.contours["95"];
}

/** Ships by group (`GROUPS` of fleet.ts): each stands out from the sea by 3 to 1; the symbol's shape never depends on it. */
export const SHIP_COLOURS: Record<Mode, readonly string[]> = {
  day: ["#00734d", "#b02a13", "#1b5fb8", "#8a4b00", "#9a2c86", "#4a4f9c", "#555b61"],
  dusk: ["#5fd3a2", "#ff8d73", "#7db8ff", "#e2b14a", "#f096d8", "#b6b0ff", "#b9c2c9"],
  night: ["#8fa06a", "#d9593a", "#8f9bc0", "#d08a2f", "#b87a98", "#a48fc0", "#a08a70"],
};
const SHIP_GROUPS = Object.fromEntries(Object.entries(SHIP_COLOURS).map(([mode, colours]) => [mode, colours.map(rgba)])) as unknown as Record<Mode, Rgba[]>;

function rgba(colour: string): Rgba {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).concat(1) as Rgba;
}

export const INKS: Record<Mode, MapInks> = {
  day: {
    contours: { "50": "#00224e", "75": "#1a386f", "90": "#434e6c", "95": "#61656f" },
    halo: "#ffffff", mark: "#b3001b", graticule: "#9fb7bd", name: "#33505c",
    points: { adrift: [0.1, 0.22, 0.44, 0.3], ashore: [0.7, 0, 0.1, 0.95] },
    moving: { cases: [0.1, 0.22, 0.44, 0.34], things: [0, 0.37, 0.64, 1], ships: { groups: SHIP_GROUPS.day, halo: [1, 1, 1, 0.9], alarm: [0.702, 0, 0.106, 1], chosen: [0.0745, 0.125, 0.169, 1] }, halo: [1, 1, 1, 0.85], fewest: [0.24, 0.36, 0.55, 0.28], most: [0, 0.13, 0.31, 0.85] },
    badges: { ours: "#005ea2", shared: "#005ea2", partner: "#6b2fa0" }, accent: "#005ea2",
    ramp: ["#fee838", "#dec958", "#bcae6c", "#7d7c78", "#61656f", "#434e6c", "#00224e"],
    change: ["#b35806", "#e08214", "#fdb863", "#b2abd2", "#8073ac", "#542788"],
    units: ["#00636b", "#a3330a", "#3d4e00", "#0b3c8c", "#8c0f4d", "#5b4a00"],
  },
  dusk: {
    contours: { "50": "#fee838", "75": "#e8b04a", "90": "#f98e09", "95": "#e45a31" },
    halo: "#10161c", mark: "#ff7a85", graticule: "#26333d", name: "#93a1ad",
    points: { adrift: [0.98, 0.62, 0.16, 0.3], ashore: [1, 0.48, 0.52, 0.95] },
    moving: { cases: [0.98, 0.62, 0.16, 0.34], things: [0.44, 0.7, 0.91, 1], ships: { groups: SHIP_GROUPS.dusk, halo: [0.06, 0.09, 0.11, 0.9], alarm: [1, 0.361, 0.416, 1], chosen: [1, 1, 1, 1] }, halo: [0.06, 0.09, 0.11, 0.85], fewest: [0.34, 0.06, 0.43, 0.45], most: [0.98, 0.56, 0.04, 0.85] },
    badges: { ours: "#6fb3e8", shared: "#6fb3e8", partner: "#c7a0ee" }, accent: "#6fb3e8",
    ramp: ["#210c4a", "#57106e", "#8a226a", "#bc3754", "#e45a31", "#f98e09", "#fbb61a"],
    change: ["#fdb863", "#e08214", "#8c4a08", "#5b4a8f", "#8073ac", "#b2abd2"],
    units: ["#7fe3ea", "#ffb08f", "#d5e68a", "#9cc4ff", "#ffa3cf", "#f2e08a"],
  },
  night: {
    contours: { "50": "#e8a040", "75": "#d98a2b", "90": "#c06a25", "95": "#a85a28" },
    halo: "#050505", mark: "#ff5a4a", graticule: "#1c140b", name: "#a8743a",
    points: { adrift: [0.72, 0.42, 0.14, 0.28], ashore: [1, 0.35, 0.29, 0.9] },
    moving: { cases: [0.72, 0.42, 0.14, 0.32], things: [0.79, 0.54, 0.27, 1], ships: { groups: SHIP_GROUPS.night, halo: [0.02, 0.02, 0.02, 0.9], alarm: [1, 0.353, 0.29, 1], chosen: [0.941, 0.69, 0.376, 1] }, halo: [0.02, 0.02, 0.02, 0.85], fewest: [0.2, 0.1, 0.05, 0.6], most: [0.8, 0.42, 0.1, 0.8] },
    badges: { ours: "#c98a45", shared: "#c98a45", partner: "#b57c99" }, accent: "#c98a45",
    ramp: ["#210c4a", "#3c0f5e", "#57106e", "#8a226a", "#a52c60", "#bc3754", "#d24644"],
    change: ["#d9822b", "#a85a1a", "#6b3a10", "#45386b", "#66598f", "#8578a8"],
    units: ["#6ea8a0", "#d08a60", "#a3a85a", "#8fa0c8", "#c88aa8", "#c0a050"],
  },
};
