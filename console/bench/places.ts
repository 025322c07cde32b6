/** The same points for every way of drawing them, all in the picture of 1280 × 720 at zoom 6. */

const WEST = -2.5;
const EAST = 10.5;
const SOUTH = 34.6;
const NORTH = 40.3;

/** Numbers from 0 to 1 that only the seed decides (xorshift32, G. Marsaglia, 2003). */
export function chance(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** Return longitude and latitude in degrees, one pair a point. */
export function places(count: number, seed: number): Float32Array {
  const next = chance(seed);
  const lonLat = new Float32Array(2 * count);
  for (let at = 0; at < count; at += 1) {
    lonLat[2 * at] = WEST + next() * (EAST - WEST);
    lonLat[2 * at + 1] = SOUTH + next() * (NORTH - SOUTH);
  }
  return lonLat;
}

/** Return which points move: `moved` different ones, anywhere among `count`. */
export function movers(count: number, moved: number, seed: number): Uint32Array {
  const next = chance(seed + 1000);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(moved, count)) chosen.add(Math.floor(next() * count));
  return Uint32Array.from(chosen);
}
