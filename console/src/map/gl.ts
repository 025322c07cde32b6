/** What our own WebGL layers share: a linked program, and the map's matrix about an anchor. */

export function program(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const made = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(made, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(made);
  return made;
}

/** The matrix for places relative to an anchor; the sum is made in 64 bits, the shader sees small numbers only. */
export function moved(matrix: ArrayLike<number>, [x, y]: readonly [number, number]): Float32Array {
  const result = Float32Array.from(matrix as number[]);
  for (let row = 0; row < 4; row += 1) result[12 + row] = matrix[row]! * x + matrix[4 + row]! * y + matrix[12 + row]!;
  return result;
}

/** Which copies of the world are in sight, 0 being that of Greenwich: two of them beside the antimeridian. */
export function worlds(west: number, east: number): number[] {
  const first = Math.floor((west + 180) / 360);
  const last = Math.floor((east + 180) / 360);
  return Array.from({ length: Math.min(last - first, 3) + 1 }, (_, at) => first + at);
}
