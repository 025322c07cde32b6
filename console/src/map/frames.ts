/**
 * The binary frames of `/live`, as the node documents them (http-api.md), little-endian, 16 bytes a row.
 *
 * Header: u16 kind, u16 generation, u32 points in view, i64 instant in milliseconds. Update: u32 id, i32 longitude × 10⁵,
 * i32 latitude × 10⁵, u16 speed × 10 in knots (65535: gone), u16 course × 10. Cell: i32 west and i32 south in
 * micro-degrees, u32 points, u32 width in micro-degrees. Who: u32 id, u32 mmsi, u8 type of ship, u8 navigational status,
 * u8 kind, u8 flags (1: no course told, 2: old), u32 instant of the last fix in seconds since 1970.
 */
export const ROW = 16;
const KINDS = ["still", "points", "density", "who"] as const;
const NO_COURSE = 1;
const OLD = 2;
const GONE = 65_535;
const PER_DEGREE = 100_000;
const UDEG = 1_000_000;
const M_S_PER_KN = 1852 / 3600;

export interface Frame {
  kind: (typeof KINDS)[number];
  generation: number;
  /** How many points are in the view at this instant, told or not. */
  points: number;
  atMs: number;
  rows: DataView;
}

export interface Update {
  id: number;
  gone: boolean;
  lon: number;
  lat: number;
  sogMS: number;
  cogDeg: number;
}

export interface Cell {
  west: number;
  south: number;
  points: number;
  width: number;
}

/** What a ship's point is: told when it comes into view, and when it changes. */
export interface Who {
  id: number;
  mmsi: number;
  shipType: number;
  navStatus: number;
  /** 0 class A, 1 class B, 2 search and rescue aircraft, 3 base station, 4 aid to navigation, 5 distress device, 6 other. */
  kind: number;
  hasCourse: boolean;
  isOld: boolean;
  seenMs: number;
}

/** Points that belong together: those with ids from `first` on. */
export interface Part {
  source: string;
  subject: string;
  first: number;
  count: number;
}

/** Read a frame; a length that is no whole number of rows, or a kind that is not known, is a broken transfer. */
export function readFrame(data: ArrayBuffer): Frame | null {
  if (data.byteLength < ROW || data.byteLength % ROW !== 0) return null;
  const view = new DataView(data);
  const kind = KINDS[view.getUint16(0, true)];
  if (kind === undefined) return null;
  const atMs = Number(view.getBigInt64(8, true));
  return { kind, generation: view.getUint16(2, true), points: view.getUint32(4, true), atMs, rows: new DataView(data, ROW) };
}

/** Read the update that begins at a byte. */
export function readUpdate(rows: DataView, at: number): Update {
  const sog = rows.getUint16(at + 12, true);
  return {
    id: rows.getUint32(at, true),
    gone: sog === GONE,
    lon: rows.getInt32(at + 4, true) / PER_DEGREE,
    lat: rows.getInt32(at + 8, true) / PER_DEGREE,
    sogMS: (sog / 10) * M_S_PER_KN,
    cogDeg: rows.getUint16(at + 14, true) / 10,
  };
}

/** Read the cells of a frame, in degrees; a cell of no width says that there is none. */
export function readCells(rows: DataView): Cell[] {
  const cells: Cell[] = [];
  for (let at = 0; at + ROW <= rows.byteLength; at += ROW) {
    const width = rows.getUint32(at + 12, true) / UDEG;
    if (width > 0)
      cells.push({ west: rows.getInt32(at, true) / UDEG, south: rows.getInt32(at + 4, true) / UDEG, points: rows.getUint32(at + 8, true), width });
  }
  return cells;
}

/** Read who the points of a frame are. */
export function readWho(rows: DataView): Who[] {
  const found: Who[] = [];
  for (let at = 0; at + ROW <= rows.byteLength; at += ROW) {
    const flags = rows.getUint8(at + 11);
    found.push({
      id: rows.getUint32(at, true), mmsi: rows.getUint32(at + 4, true), shipType: rows.getUint8(at + 8), navStatus: rows.getUint8(at + 9),
      kind: rows.getUint8(at + 10), hasCourse: (flags & NO_COURSE) === 0, isOld: (flags & OLD) !== 0, seenMs: rows.getUint32(at + 12, true) * 1000,
    });
  }
  return found;
}

/** Read what the node says when ids mean other points; anything else is none. */
export function readParts(text: string): { generation: number; parts: Part[] } | null {
  try {
    const said = JSON.parse(text) as { schema?: unknown; generation: number; parts: Part[] };
    return said.schema === "comity/picture/1" ? said : null;
  } catch {
    return null;
  }
}
