/** What moves, drawn by WebGL: points that the shader reckons ahead, or, far out, the density that the node counted. */
import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapView } from "maplibre-gl";

import { Fleet, type Group } from "./fleet.ts";
import { type Cell, type Frame, type Part, readCells, readWho, type Who } from "./frames.ts";
import { moved, program, worlds } from "./gl.ts";
import { mercator } from "./points.ts";
import { FLOATS, NOWHERE, REACH_S, Reckoning } from "./reckoning.ts";
import { type ShipInk, ShipSymbols } from "./ships.ts";

export type Rgba = [number, number, number, number];

export interface MovingInk {
  /** Hypotheses of a drift: many, pale. */
  cases: Rgba;
  /** Anything else: one point is one thing. */
  things: Rgba;
  ships: ShipInk;
  halo: Rgba;
  fewest: Rgba;
  most: Rgba;
}

/** From this zoom on points are drawn; farther out they would merge into a carpet, so density is. */
export const POINTS_FROM_ZOOM = 6;

const POINT_VERTEX = `#version 300 es
in vec2 a_place; in vec2 a_speed; in float a_time;
uniform mat4 u_matrix; uniform float u_now; uniform float u_size;
void main() {
  float ahead = clamp(u_now - a_time, -${REACH_S.toFixed(1)}, ${REACH_S.toFixed(1)});
  gl_Position = a_time < ${(NOWHERE / 2).toExponential()} ? vec4(2.0, 2.0, 2.0, 1.0) : u_matrix * vec4(a_place + a_speed * ahead, 0.0, 1.0);
  gl_PointSize = u_size;
}`;
const DISC_FRAGMENT = `#version 300 es
precision mediump float;
uniform vec4 u_ink; uniform vec4 u_halo; uniform float u_core; out vec4 colour;
void main() {
  float from = length(gl_PointCoord - 0.5);
  if (from > 0.5) discard;
  vec4 ink = from > u_core ? u_halo : u_ink;
  colour = vec4(ink.rgb * ink.a, ink.a);
}`;
const DOT_FRAGMENT = `#version 300 es
precision mediump float;
uniform vec4 u_ink; out vec4 colour;
void main() { colour = vec4(u_ink.rgb * u_ink.a, u_ink.a); }`;
/** Device pixels under which a disc is drawn as a square of the same area: the eye sees no corner, and each point costs a quarter less. */
const DISC_FROM_PX = 6;
const SIDE_OF_DISC = Math.sqrt(Math.PI) / 2;
const CELL_VERTEX = `#version 300 es
in vec4 a_box; in float a_share;
uniform mat4 u_matrix; out float v_share;
void main() {
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
  gl_Position = u_matrix * vec4(mix(a_box.xy, a_box.zw, corner), 0.0, 1.0);
  v_share = a_share;
}`;
const CELL_FRAGMENT = `#version 300 es
precision mediump float;
in float v_share; uniform vec4 u_fewest; uniform vec4 u_most; out vec4 colour;
void main() {
  vec4 ink = mix(u_fewest, u_most, v_share);
  colour = vec4(ink.rgb * ink.a, ink.a);
}`;

const BLACK: Rgba = [0, 0, 0, 1];
const SHIPS = "ships";

export class MovingLayer implements CustomLayerInterface {
  readonly type = "custom" as const;
  readonly renderingMode = "2d" as const;
  ink: MovingInk = { cases: BLACK, things: BLACK, ships: { groups: [], halo: BLACK, alarm: BLACK, chosen: BLACK }, halo: BLACK, fewest: BLACK, most: BLACK };
  /** Who the ships among the points are; ids from 0 on. */
  readonly fleet = new Fleet();
  /** The ship that has a ring, or none. */
  chosenMmsi: number | null = null;
  /** The points, for whoever asks where one is. */
  points = new Reckoning([]);
  cells: Cell[] = [];
  #parts: readonly Part[] = [];
  #ships: Part | null = null;
  #nowMs = 0;
  #map: MapView | null = null;
  #gl: WebGL2RenderingContext | null = null;
  #disc: Drawn | null = null;
  #dot: Drawn | null = null;
  #cell: Drawn | null = null;
  #symbols: ShipSymbols | null = null;
  #cellsDirty = false;

  constructor(readonly id: string) {}

  /** Ids mean other points from now on. */
  open(parts: readonly Part[]): void {
    this.#parts = parts;
    this.points = new Reckoning(parts);
    this.#ships = parts.find((each) => each.source === SHIPS) ?? null;
    this.fleet.clear(this.#ships?.count ?? 0);
    this.cells = [];
    this.#cellsDirty = true;
    if (this.#disc) this.#disc.bytes = -1;
    this.#map?.triggerRepaint();
  }

  /** Take what the node tells; a frame that brings nothing moves the clock only. */
  take(frame: Frame): void {
    if (frame.kind === "points") this.points.take(frame);
    if (frame.kind === "who") this.fleet.take(readWho(frame.rows).map((who) => ({ ...who, id: who.id - (this.#ships?.first ?? 0) })));
    if (frame.kind === "density") [this.cells, this.#cellsDirty] = [readCells(frame.rows), true];
    this.#map?.triggerRepaint();
  }

  /** The conductor's instant: every point is drawn where it is then. */
  at(ms: number): void {
    this.#nowMs = ms;
    this.#map?.triggerRepaint();
  }

  /** Draw no ships of these groups; a device in distress is always drawn. */
  hide(groups: ReadonlySet<Group>): void {
    this.fleet.hide(groups);
    this.#map?.triggerRepaint();
  }

  choose(mmsi: number | null): void {
    this.chosenMmsi = mmsi;
    this.#map?.triggerRepaint();
  }

  /** Where a ship is drawn now, or nothing. */
  placeOf(who: Who): [number, number] | null {
    return this.#ships ? this.points.at(this.#ships.first + who.id, this.#nowMs) : null;
  }

  /** The ship that is drawn nearest to a place, no farther off than `withinDeg` of latitude; what is hidden is none. */
  shipAt(lon: number, lat: number, withinDeg: number): Who | null {
    let [nearest, least]: [Who | null, number] = [null, withinDeg];
    const east = Math.cos((lat * Math.PI) / 180);
    for (const who of this.fleet.known.values()) {
      const place = this.fleet.isHidden(who.id) ? null : this.placeOf(who);
      if (!place || Math.abs(place[1] - lat) > least) continue;
      const off = Math.hypot((((place[0] - lon + 540) % 360) - 180) * east, place[1] - lat);
      if (off < least) [nearest, least] = [who, off];
    }
    return nearest;
  }

  onAdd(map: MapView, gl: WebGL2RenderingContext): void {
    [this.#map, this.#gl] = [map, gl];
    const points = gl.createBuffer();
    const fields: Field[] = [["a_place", 2, 0], ["a_speed", 2, 2], ["a_time", 1, 4]];
    this.#disc = new Drawn(gl, POINT_VERTEX, DISC_FRAGMENT, points, fields);
    this.#dot = new Drawn(gl, POINT_VERTEX, DOT_FRAGMENT, points, fields);
    this.#cell = new Drawn(gl, CELL_VERTEX, CELL_FRAGMENT, gl.createBuffer(), [["a_box", 4, 0], ["a_share", 1, 4]], 1);
    this.#symbols = new ShipSymbols(gl);
    this.#cellsDirty = true;
  }

  onRemove(): void {
    for (const drawn of [this.#disc, this.#dot, this.#cell, this.#symbols]) drawn?.remove();
    [this.#map, this.#gl, this.#disc, this.#dot, this.#cell, this.#symbols] = [null, null, null, null, null, null];
  }

  render(gl: WebGL2RenderingContext, options: CustomRenderMethodInput): void {
    if (!this.#map || !this.#disc || !this.#dot || !this.#cell) return;
    gl.enable(gl.BLEND);
    const bounds = this.#map.getBounds();
    for (const world of worlds(bounds.getWest(), bounds.getEast()))
      if (this.#map.getZoom() < POINTS_FROM_ZOOM) this.#drawCells(gl, options, world);
      else this.#drawPoints(gl, options, world);
    gl.bindVertexArray(null);
  }

  #drawPoints(gl: WebGL2RenderingContext, options: CustomRenderMethodInput, world: number): void {
    const points = this.points;
    if (points.count === 0) return;
    this.#upload(gl);
    const [x, y] = points.anchor;
    const matrix = moved(options.defaultProjectionData.mainMatrix, [x + world, y]);
    const deeper = Math.max(0, this.#map!.getZoom() - POINTS_FROM_ZOOM);
    for (const part of this.#parts) {
      if (part.source === SHIPS && this.fleet.end > 0) {
        const chosen = this.chosenMmsi === null ? undefined : this.fleet.numberOf(this.chosenMmsi);
        this.#symbols!.draw(points, this.#disc!.buffer, part.first, this.fleet, this.ink.ships, matrix, this.#nowMs, this.#map!.getZoom(), chosen ?? -1);
        continue;
      }
      const isThing = part.source !== "cases";
      const across = (isThing ? 4.5 + deeper * 0.6 : 1.8 + deeper * 0.35) * devicePixelRatio;
      const drawn = across < DISC_FROM_PX ? this.#dot! : this.#disc!;
      drawn.use(matrix);
      gl.uniform1f(drawn.uniform("u_now"), points.seconds(this.#nowMs));
      gl.uniform1f(drawn.uniform("u_size"), drawn === this.#dot ? across * SIDE_OF_DISC : across);
      gl.uniform1f(drawn.uniform("u_core"), isThing ? 0.32 : 0.5);
      gl.uniform4fv(drawn.uniform("u_ink"), isThing ? this.ink.things : this.ink.cases);
      gl.uniform4fv(drawn.uniform("u_halo"), this.ink.halo);
      gl.drawArrays(gl.POINTS, part.first, part.count);
    }
  }

  #upload(gl: WebGL2RenderingContext): void {
    const [points, drawn] = [this.points, this.#disc!];
    const [from, to] = points.dirty;
    gl.bindBuffer(gl.ARRAY_BUFFER, drawn.buffer);
    if (drawn.bytes !== points.data.byteLength) gl.bufferData(gl.ARRAY_BUFFER, points.data, gl.DYNAMIC_DRAW);
    else if (to > from) gl.bufferSubData(gl.ARRAY_BUFFER, from * FLOATS * 4, points.data, from * FLOATS, (to - from) * FLOATS);
    drawn.bytes = points.data.byteLength;
    points.dirty = [0, 0];
  }

  #drawCells(gl: WebGL2RenderingContext, options: CustomRenderMethodInput, world: number): void {
    const drawn = this.#cell!;
    if (this.#cellsDirty) {
      gl.bindBuffer(gl.ARRAY_BUFFER, drawn.buffer);
      gl.bufferData(gl.ARRAY_BUFFER, boxes(this.cells), gl.DYNAMIC_DRAW);
      this.#cellsDirty = false;
    }
    if (this.cells.length === 0) return;
    drawn.use(moved(options.defaultProjectionData.mainMatrix, [world, 0]));
    gl.uniform4fv(drawn.uniform("u_fewest"), this.ink.fewest);
    gl.uniform4fv(drawn.uniform("u_most"), this.ink.most);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.cells.length);
  }
}

/** Boxes of cells in Mercator, and how full each is beside the fullest (by logarithm, so that few are seen as well). */
export function boxes(cells: readonly Cell[]): Float32Array<ArrayBuffer> {
  const data = new Float32Array(new ArrayBuffer(cells.length * FLOATS * 4));
  const full = Math.log1p(cells.reduce((most, each) => Math.max(most, each.points), 1));
  cells.forEach(({ west, south, points, width }, at) => {
    const [left, below] = mercator(west, Math.max(south, -85));
    const [right, above] = mercator(west + width, Math.min(south + width, 85));
    data.set([left, above, right, below, Math.log1p(points) / full], at * FLOATS);
  });
  return data;
}

type Field = [name: string, size: number, offset: number];

/** A program with the buffer that it reads rows of FLOATS from; `divisor` 1: a row is a whole shape. */
class Drawn {
  bytes = -1;
  readonly #program: WebGLProgram;
  readonly #array: WebGLVertexArrayObject;
  readonly #uniforms = new Map<string, WebGLUniformLocation | null>();

  constructor(private readonly gl: WebGL2RenderingContext, vertex: string, fragment: string, readonly buffer: WebGLBuffer, fields: Field[], divisor = 0) {
    this.#program = program(gl, vertex, fragment);
    this.#array = gl.createVertexArray();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    for (const [name, size, offset] of fields) {
      const place = gl.getAttribLocation(this.#program, name);
      gl.enableVertexAttribArray(place);
      gl.vertexAttribPointer(place, size, gl.FLOAT, false, FLOATS * 4, offset * 4);
      gl.vertexAttribDivisor(place, divisor);
    }
    gl.bindVertexArray(null);
  }

  uniform(name: string): WebGLUniformLocation | null {
    if (!this.#uniforms.has(name)) this.#uniforms.set(name, this.gl.getUniformLocation(this.#program, name));
    return this.#uniforms.get(name)!;
  }

  use(matrix: Float32Array): void {
    this.gl.useProgram(this.#program);
    this.gl.bindVertexArray(this.#array);
    this.gl.uniformMatrix4fv(this.uniform("u_matrix"), false, matrix);
  }

  remove(): void {
    this.gl.deleteBuffer(this.buffer);
    this.gl.deleteVertexArray(this.#array);
    this.gl.deleteProgram(this.#program);
  }
}
