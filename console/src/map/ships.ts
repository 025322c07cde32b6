/** Ships on the map: a symbol that points along the course, in the colour of its group, and the way of the next minutes. */
import { type Fleet, GROUPS } from "./fleet.ts";
import { program } from "./gl.ts";
import type { Rgba } from "./moving.ts";
import { FLOATS, NOWHERE, type Reckoning } from "./reckoning.ts";

/** From this zoom on the way of the next minutes is drawn; farther out lines would only darken the lanes. */
const WAY_FROM_ZOOM = 8;
const WAY_S = 360;
/** A fix is carried on for so long, as the node does it; an older ship stands where it was last heard. */
const REACH_S = 360;
const SMALLEST_PX = 16;
const PX_PER_ZOOM = 1.4;
const LARGEST_PX = 26;
const FIRST_ZOOM = 6;

export interface ShipInk {
  /** One for each of `GROUPS`. */
  groups: readonly Rgba[];
  halo: Rgba;
  alarm: Rgba;
  chosen: Rgba;
}

const PLACE = `
  float ahead = clamp(u_now - a_time, 0.0, ${REACH_S.toFixed(1)});
  vec2 place = a_place + a_speed * (u_now < a_time ? 0.0 : ahead);
  bool away = a_time < ${(NOWHERE / 2).toExponential()} || a_look < 0.0;`;

const SYMBOL_VERTEX = `#version 300 es
in vec2 a_place; in vec2 a_speed; in float a_time; in float a_look;
uniform mat4 u_matrix; uniform float u_now; uniform float u_size; uniform int u_chosen;
uniform vec4 u_groups[${GROUPS.length}]; uniform vec4 u_alarm;
out vec2 v_course; out vec4 v_ink; flat out int v_shape; flat out int v_state;
void main() {${PLACE}
  int look = int(a_look);
  v_shape = (look / 8) % 4;
  bool chosen = gl_VertexID == u_chosen;
  v_state = (look / 32) % 2 + (chosen ? 2 : 0);
  v_ink = v_shape == 2 ? u_alarm : u_groups[look % 8];
  float fast = length(a_speed);
  v_course = fast > 0.0 ? a_speed / fast : vec2(0.0, -1.0);
  if (v_shape == 0 && fast == 0.0) v_shape = 1;
  gl_Position = away ? vec4(2.0, 2.0, 2.0, 1.0) : u_matrix * vec4(place, 0.0, 1.0);
  gl_PointSize = u_size * (v_shape == 2 || chosen ? 1.7 : v_shape == 1 ? 0.8 : v_shape == 3 ? 0.55 : 1.0);
}`;
const SYMBOL_FRAGMENT = `#version 300 es
precision mediump float;
in vec2 v_course; in vec4 v_ink; flat in int v_shape; flat in int v_state;
uniform vec4 u_halo; uniform vec4 u_chosen_ink; out vec4 colour;
float arrow(vec2 p) {
  float along = dot(p, v_course);
  float across = abs(dot(p, vec2(-v_course.y, v_course.x)));
  return max(across - (0.5 - along) * 0.36, -along - 0.46 + across * 0.5);
}
void main() {
  vec2 p = gl_PointCoord - 0.5;
  float from = length(p);
  bool chosen = v_state > 1;
  if (chosen && from > 0.42 && from < 0.5) { colour = vec4(u_chosen_ink.rgb, 1.0); return; }
  if (chosen || v_shape == 2) p *= 1.7;
  float edge = v_shape == 0 ? arrow(p) : length(p) - 0.46;
  if (v_shape == 2) {
    float ring = abs(from - 0.4);
    if (ring < 0.06 || (from < 0.4 && min(abs(p.x), abs(p.y)) < 0.07)) { colour = vec4(v_ink.rgb, 1.0); return; }
    discard;
  }
  if (edge > 0.0) discard;
  bool core = edge < -0.09;
  bool hollow = v_state % 2 == 1 && edge < -0.2;
  vec4 ink = core && !hollow ? v_ink : u_halo;
  colour = vec4(ink.rgb * ink.a, ink.a);
}`;
const WAY_VERTEX = `#version 300 es
in vec2 a_place; in vec2 a_speed; in float a_time; in float a_look;
uniform mat4 u_matrix; uniform float u_now; uniform vec4 u_groups[${GROUPS.length}];
out vec4 v_ink;
void main() {${PLACE}
  int look = int(a_look);
  v_ink = u_groups[look % 8];
  bool still = (look / 8) % 4 != 0 || (look / 32) % 2 == 1;
  vec2 end = place + (gl_VertexID == 1 ? a_speed * ${WAY_S.toFixed(1)} : vec2(0.0));
  gl_Position = away || still ? vec4(2.0, 2.0, 2.0, 1.0) : u_matrix * vec4(end, 0.0, 1.0);
}`;
const WAY_FRAGMENT = `#version 300 es
precision mediump float;
in vec4 v_ink; out vec4 colour;
void main() { colour = vec4(v_ink.rgb * 0.8, 0.8); }`;

/** A program over the rows of points and of looks; `divisor` 1: each row is drawn as a line of two ends. */
class Drawn {
  readonly #program: WebGLProgram;
  readonly #uniforms = new Map<string, WebGLUniformLocation | null>();
  readonly #array: WebGLVertexArrayObject;

  constructor(private readonly gl: WebGL2RenderingContext, vertex: string, fragment: string, private readonly divisor: number) {
    this.#program = program(gl, vertex, fragment);
    this.#array = gl.createVertexArray();
  }

  uniform(name: string): WebGLUniformLocation | null {
    if (!this.#uniforms.has(name)) this.#uniforms.set(name, this.gl.getUniformLocation(this.#program, name));
    return this.#uniforms.get(name)!;
  }

  use(points: WebGLBuffer, looks: WebGLBuffer, first: number): void {
    const { gl } = this;
    gl.useProgram(this.#program);
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, points);
    for (const [name, size, offset] of [["a_place", 2, 0], ["a_speed", 2, 2], ["a_time", 1, 4]] as const) this.#field(name, size, FLOATS * 4, (first * FLOATS + offset) * 4);
    gl.bindBuffer(gl.ARRAY_BUFFER, looks);
    this.#field("a_look", 1, 4, 0);
  }

  #field(name: string, size: number, stride: number, offset: number): void {
    const place = this.gl.getAttribLocation(this.#program, name);
    this.gl.enableVertexAttribArray(place);
    this.gl.vertexAttribPointer(place, size, this.gl.FLOAT, false, stride, offset);
    this.gl.vertexAttribDivisor(place, this.divisor);
  }

  remove(): void {
    this.gl.deleteVertexArray(this.#array);
    this.gl.deleteProgram(this.#program);
  }
}

export class ShipSymbols {
  readonly #symbol: Drawn;
  readonly #way: Drawn;
  readonly #looks: WebGLBuffer;
  #bytes = -1;

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.#symbol = new Drawn(gl, SYMBOL_VERTEX, SYMBOL_FRAGMENT, 0);
    this.#way = new Drawn(gl, WAY_VERTEX, WAY_FRAGMENT, 1);
    this.#looks = gl.createBuffer();
  }

  /** Draw the ships whose rows begin at `first` of the points; `matrix` is relative to their anchor. */
  draw(points: Reckoning, buffer: WebGLBuffer, first: number, fleet: Fleet, ink: ShipInk, matrix: Float32Array, nowMs: number, zoom: number, chosen: number): void {
    const { gl } = this;
    if (fleet.end === 0) return;
    this.#upload(fleet);
    const now = points.seconds(nowMs);
    const groups = new Float32Array(ink.groups.flat());
    if (zoom >= WAY_FROM_ZOOM) {
      this.#way.use(buffer, this.#looks, first);
      gl.uniformMatrix4fv(this.#way.uniform("u_matrix"), false, matrix);
      gl.uniform1f(this.#way.uniform("u_now"), now);
      gl.uniform4fv(this.#way.uniform("u_groups"), groups);
      gl.drawArraysInstanced(gl.LINES, 0, 2, fleet.end);
    }
    const drawn = this.#symbol;
    drawn.use(buffer, this.#looks, first);
    gl.uniformMatrix4fv(drawn.uniform("u_matrix"), false, matrix);
    gl.uniform1f(drawn.uniform("u_now"), now);
    gl.uniform1f(drawn.uniform("u_size"), Math.min(SMALLEST_PX + Math.max(0, zoom - FIRST_ZOOM) * PX_PER_ZOOM, LARGEST_PX) * devicePixelRatio);
    gl.uniform1i(drawn.uniform("u_chosen"), chosen);
    gl.uniform4fv(drawn.uniform("u_groups"), groups);
    gl.uniform4fv(drawn.uniform("u_alarm"), ink.alarm);
    gl.uniform4fv(drawn.uniform("u_halo"), ink.halo);
    gl.uniform4fv(drawn.uniform("u_chosen_ink"), ink.chosen);
    gl.drawArrays(gl.POINTS, 0, fleet.end);
  }

  remove(): void {
    this.#symbol.remove();
    this.#way.remove();
    this.gl.deleteBuffer(this.#looks);
  }

  #upload(fleet: Fleet): void {
    const { gl } = this;
    const [from, to] = fleet.dirty;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#looks);
    if (this.#bytes !== fleet.looks.byteLength) gl.bufferData(gl.ARRAY_BUFFER, fleet.looks, gl.DYNAMIC_DRAW);
    else if (to > from) gl.bufferSubData(gl.ARRAY_BUFFER, from * 4, fleet.looks, from, to - from);
    this.#bytes = fleet.looks.byteLength;
    fleet.dirty = [0, 0];
  }
}
