/** The way of a ship as lines: whole where it was heard, apart where it was silent, never across the antimeridian. */
import type { Feature, Position } from "geojson";

/** Fixes farther apart in time than this are joined by a line that says so. */
const SILENCE_MS = 3_600_000;

export interface Fixes {
  t_ms: readonly number[];
  lat_deg: readonly number[];
  lon_deg: readonly number[];
}

export function trackOf({ t_ms, lat_deg, lon_deg }: Fixes): Feature[] {
  const lines: Feature[] = [];
  let heard: Position[] = [];
  const end = (): void => {
    if (heard.length > 1) lines.push(line(heard, false));
    heard = [];
  };
  let turns = 0;
  t_ms.forEach((ms, at) => {
    const lon = lon_deg[at]!;
    if (at > 0) {
      const east = lon - lon_deg[at - 1]!;
      if (east > 180) turns -= 360;
      if (east < -180) turns += 360;
    }
    const place: Position = [lon + turns, lat_deg[at]!];
    if (at > 0 && ms - t_ms[at - 1]! > SILENCE_MS) {
      const last = heard.at(-1)!;
      end();
      lines.push(line([last, place], true));
    }
    heard.push(place);
  });
  end();
  return lines;
}

function line(coordinates: Position[], silent: boolean): Feature {
  return { type: "Feature", properties: { silent }, geometry: { type: "LineString", coordinates } };
}
