/**
 * Our own point layer: one interleaved buffer, drawn as `gl.POINTS`; motion is computed in the shader.
 *
 * Each point has a place now and a place at the next instant (Mercator, relative to an anchor so that 32 bits suffice at
 * every zoom); the shader goes from one to the other by the share of time that has passed. Five floats a point.
 */
import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapView } from "maplibre-gl";

import { moved, program } from "./gl.ts";

/** Longitude and latitude in degrees, one pair a point, and its status: 0 adrift, 1 ashore. */
export interface Cloud {
  lonLat: Float32Array;
  status: Uint8Array;
}

export interface Ink {
  adrift: [number, number, number, number];
  ashore: [number, number, number, number];
}

const FLOATS = 5;

const VERTEX = `#version 300 es
in vec2 a_from; in vec2 a_to; in float a_status;
uniform mat4 u_matrix; uniform float u_share; uniform float u_size;
out float v_status;
void main() {
  gl_Position = u_matrix * vec4(mix(a_from, a_to, u_share), 0.0, 1.0);
  gl_PointSize = a_status > 0.5 ? u_size * 1.6 : u_size;
  v_status = a_status;
}`;
const FRAGMENT = `#version 300 es
precision mediump float;
in float v_status; uniform vec4 u_adrift; uniform vec4 u_ashore; out vec4 colour;
void main() {
  if (v_status < 0.5 && length(gl_PointCoord - 0.5) > 0.5) discard;
  vec4 ink = v_status > 0.5 ? u_ashore : u_adrift;
  colour = vec4(ink.rgb * ink.a, ink.a);
}`;

/** Mercator as MapLibre counts it: the world is 0…1 on both axes, y from the north. */
export function mercator(lon: number, lat: number): [number, number] {
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [(lon + 180) / 360, 0.5 - y / (2 * Math.PI)];
}

/** Interleave two instants of a cloud for the shader; the anchor is the first point. */
export function interleave(from: Cloud, to: Cloud): { data: Float32Array<ArrayBuffer>; anchor: [number, number] } {
  const count = Math.min(from.status.length, to.status.length);
  const data = new Float32Array(new ArrayBuffer(count * FLOATS * 4));
  const anchor = count > 0 ? mercator(from.lonLat[0]!, from.lonLat[1]!) : ([0.5, 0.5] as [number, number]);
  for (let at = 0; at < count; at += 1) {
    const [x, y] = mercator(from.lonLat[2 * at]!, from.lonLat[2 * at + 1]!);
    const [u, v] = mercator(to.lonLat[2 * at]!, to.lonLat[2 * at + 1]!);
    data.set([x - anchor[0], y - anchor[1], u - anchor[0], v - anchor[1], from.status[at]!], at * FLOATS);
  }
  return { data, anchor };
}

export class PointLayer implements CustomLayerInterface {
  readonly type = "custom" as const;
  readonly renderingMode = "2d" as const;
  #map: MapView | null = null;
  #gl: WebGL2RenderingContext | null = null;
  #program: WebGLProgram | null = null;
  #buffer: WebGLBuffer | null = null;
  #array: WebGLVertexArrayObject | null = null;
  #count = 0;
  #bytes = 0;
  #anchor: [number, number] = [0.5, 0.5];
  #data: Float32Array<ArrayBuffer> | null = null;
  #share = 0;
  ink: Ink = { adrift: [1, 1, 1, 0.3], ashore: [1, 0, 0, 0.9] };

  constructor(readonly id: string) {}

  /** Show a cloud between two instants. */
  show(from: Cloud, to: Cloud): void {
    const { data, anchor } = interleave(from, to);
    [this.#data, this.#anchor, this.#count] = [data, anchor, data.length / FLOATS];
    this.#upload();
  }

  /** How far time has gone from the first instant to the second, 0 to 1. */
  at(share: number): void {
    this.#share = share;
    this.#map?.triggerRepaint();
  }

  onAdd(map: MapView, gl: WebGL2RenderingContext): void {
    [this.#map, this.#gl] = [map, gl];
    this.#program = program(gl, VERTEX, FRAGMENT);
    this.#buffer = gl.createBuffer();
    this.#array = gl.createVertexArray();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    const parts: [string, number, number][] = [["a_from", 2, 0], ["a_to", 2, 8], ["a_status", 1, 16]];
    for (const [name, size, offset] of parts) {
      const place = gl.getAttribLocation(this.#program, name);
      gl.enableVertexAttribArray(place);
      gl.vertexAttribPointer(place, size, gl.FLOAT, false, FLOATS * 4, offset);
    }
    gl.bindVertexArray(null);
    this.#bytes = 0;
    this.#upload();
  }

  onRemove(): void {
    const gl = this.#gl;
    gl?.deleteBuffer(this.#buffer);
    gl?.deleteVertexArray(this.#array);
    gl?.deleteProgram(this.#program);
    [this.#map, this.#gl] = [null, null];
  }

  render(gl: WebGL2RenderingContext, options: CustomRenderMethodInput): void {
    if (this.#count === 0 || !this.#program || !this.#map) return;
    gl.useProgram(this.#program);
    const uniform = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(this.#program!, name);
    gl.uniformMatrix4fv(uniform("u_matrix"), false, moved(options.defaultProjectionData.mainMatrix, this.#anchor));
    gl.uniform1f(uniform("u_share"), this.#share);
    gl.uniform1f(uniform("u_size"), (1.6 + Math.max(0, this.#map.getZoom() - 6) * 0.35) * devicePixelRatio);
    gl.uniform4fv(uniform("u_adrift"), this.ink.adrift);
    gl.uniform4fv(uniform("u_ashore"), this.ink.ashore);
    gl.enable(gl.BLEND);
    gl.bindVertexArray(this.#array);
    gl.drawArrays(gl.POINTS, 0, this.#count);
    gl.bindVertexArray(null);
  }

  #upload(): void {
    const gl = this.#gl;
    if (!gl || !this.#data) return;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    if (this.#data.byteLength === this.#bytes) gl.bufferSubData(gl.ARRAY_BUFFER, 0, this.#data);
    else gl.bufferData(gl.ARRAY_BUFFER, this.#data, gl.DYNAMIC_DRAW);
    this.#bytes = this.#data.byteLength;
    this.#map?.triggerRepaint();
  }
}
