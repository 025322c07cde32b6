/** The hypotheses of a case at one instant, as the node sends them. */
import type { FeatureCollection } from "geojson";

import { Failed } from "../api/client.ts";
import type { Cloud } from "./points.ts";

const MOST_POINTS = 20_000;

/**
 * Read the binary form: little-endian float32 pairs of longitude and latitude, then one status byte for each point.
 *
 * A point is 9 bytes; a length that is no multiple of 9 is a broken transfer.
 */
export function readCloud(data: ArrayBuffer): Cloud | null {
  if (data.byteLength % 9 !== 0) return null;
  const count = data.byteLength / 9;
  const lonLat = new Float32Array(2 * count);
  const view = new DataView(data);
  for (let at = 0; at < 2 * count; at += 1) lonLat[at] = view.getFloat32(4 * at, true);
  return { lonLat, status: new Uint8Array(data, 8 * count, count) };
}

const kept = new Map<string, Promise<Cloud>>();

/** Fetch an instant of a case's cloud; what was fetched stays for a while, so that stepping back costs nothing. */
export function cloudAt(caseId: string, hour: number, stamp: string): Promise<Cloud> {
  const path = `/api/v1/cases/${encodeURIComponent(caseId)}/cloud?hour=${hour}&limit=${MOST_POINTS}`;
  const key = `${path} ${stamp}`;
  const known = kept.get(key);
  if (known) return known;
  const asked = fetched(path);
  asked.catch(() => kept.delete(key)); // what failed is asked for again
  kept.set(key, asked);
  if (kept.size > 120) kept.delete(kept.keys().next().value!);
  return asked;
}

async function fetched(path: string): Promise<Cloud> {
  const answer = await fetch(path).catch(() => null);
  if (!answer?.ok) throw new Failed({ what: "", status: answer?.status ?? 0 });
  const cloud = readCloud(await answer.arrayBuffer());
  if (!cloud) throw new Failed({ what: "", status: 0 });
  return cloud;
}

/** Fetch what the searches taught about the hypotheses that `cloudAt` gives, in their order; `before`: before the newest. */
export async function weightsOf(caseId: string, before: boolean): Promise<Float32Array | null> {
  const answer = await fetch(`/api/v1/cases/${encodeURIComponent(caseId)}/learnt/weights?limit=${MOST_POINTS}${before ? "&before=last" : ""}`).catch(() => null);
  if (!answer?.ok) return null;
  const data = await answer.arrayBuffer();
  return data.byteLength % 4 === 0 ? new Float32Array(data) : null;
}

const areasKept = new Map<string, Promise<FeatureCollection>>();

/**
 * Fetch the areas that hold the object at an instant; without an hour, those that the partner released.
 *
 * `learnt` says that searches and clues count: the areas are then those after them.
 */
export function areasAt(caseId: string, hour: number | null, stamp: string, learnt = false): Promise<FeatureCollection> {
  const path = `/api/v1/cases/${encodeURIComponent(caseId)}/${learnt ? "learnt/" : ""}containment.geojson${hour === null ? "" : `?hour=${hour}`}`;
  const key = `${path} ${stamp}`;
  const known = areasKept.get(key);
  if (known) return known;
  const asked = fetch(path).then(async (answer) => {
    if (!answer.ok) throw new Failed({ what: "", status: answer.status });
    return (await answer.json()) as FeatureCollection;
  });
  asked.catch(() => areasKept.delete(key)); // what failed is asked for again
  areasKept.set(key, asked);
  if (areasKept.size > 400) areasKept.delete(areasKept.keys().next().value!);
  return asked;
}
