/** Natural Earth (npm `world-atlas`) as land, borders and the points of names. Degrees, WGS 84. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import clipping from 'polygon-clipping'
import { feature, mesh } from 'topojson-client'

const find = createRequire(import.meta.url).resolve

/** Read one scale of the world, `50m` or `10m`. */
export function world(scale) {
  const topology = JSON.parse(readFileSync(find(`world-atlas/countries-${scale}.json`), 'utf8'))
  const land = polygonsOf(feature(topology, topology.objects.land).features)
  return { topology, countries: topology.objects.countries, land: land.map((rings) => shape('Polygon', rings.map(unwrapped))) }
}

/** Let a ring that crosses the antimeridian run on past 180°; the ring round the South Pole is closed over the pole. */
function unwrapped(ring) {
  let turn = 0
  const out = ring.map(([lon, lat], i) => {
    const step = i ? lon - ring[i - 1][0] : 0
    if (step > 180) turn -= 360
    if (step < -180) turn += 360
    return [lon + turn, lat]
  })
  return turn ? [...out, [out.at(-1)[0], -90], [out[0][0], -90], out[0]] : out
}

/** Cut a box out of the land. */
export function outside(land, [west, south, east, north]) {
  const box = [[[west, south], [east, south], [east, north], [west, north], [west, south]]]
  return polygonsOf(land).flatMap((rings) => {
    const [x, y] = [rings[0].map((p) => p[0]), rings[0].map((p) => p[1])]
    const apart = Math.max(...x) < west || Math.min(...x) > east || Math.max(...y) < south || Math.min(...y) > north
    return (apart ? [rings] : clipping.difference(rings, box)).map((coordinates) => shape('Polygon', coordinates))
  })
}

/** Lines between two countries: one feature for a pair, marked `disputed` where the list or a missing code says so. */
export function borders({ topology, countries }, disputed) {
  const sides = new Map()
  for (const country of countries.geometries) {
    const code = country.id ?? country.properties.name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
    for (const arc of (country.arcs ?? []).flat(Infinity)) {
      const index = arc < 0 ? ~arc : arc
      sides.set(index, (sides.get(index) ?? new Set()).add(code))
    }
  }
  const arcsOf = new Map()
  for (const [index, codes] of sides) {
    if (codes.size !== 2) continue
    const pair = [...codes].sort().join('-')
    arcsOf.set(pair, [...(arcsOf.get(pair) ?? []), [index]])
  }
  return [...arcsOf].map(([pair, arcs]) => {
    const unsettled = disputed.has(pair) || !/^\d{3}-\d{3}$/.test(pair)
    const line = mesh(topology, { type: 'MultiLineString', arcs })
    return shape('MultiLineString', line.coordinates, { pair, kind: unsettled ? 'disputed' : 'land' })
  })
}

/** The parts of lines outside a box, cut at their points. */
export function linesOutside(lines, [west, south, east, north]) {
  const inside = ([x, y]) => x > west && x < east && y > south && y < north
  return lines.map((line) => {
    const parts = line.geometry.coordinates.flatMap((points) => {
      const found = [[]]
      for (const [i, point] of points.entries()) {
        if (!inside(point) || (i > 0 && !inside(points[i - 1])) || (points[i + 1] && !inside(points[i + 1]))) found.at(-1).push(point)
        else found.push([])
      }
      return found.filter((part) => part.length > 1)
    })
    return shape('MultiLineString', parts, line.properties)
  })
}

/** Where a country's name stands: the point of its largest part farthest from the edge, and how large that part is (km²). */
export function namePoint({ topology, countries }, iso) {
  const geometry = countries.geometries.find((country) => country.id === iso)
  const polygons = polygonsOf([feature(topology, geometry)])
  const largest = polygons.reduce((a, b) => (areaKm2(a) >= areaKm2(b) ? a : b))
  return { ...farthestFromEdge(largest), areaKm2: polygons.reduce((sum, rings) => sum + areaKm2(rings), 0) }
}

export const shape = (type, coordinates, properties = {}) => ({ type: 'Feature', properties, geometry: { type, coordinates } })

function polygonsOf(features) {
  return features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
}

function areaKm2([ring]) {
  const midLat = ring.reduce((sum, p) => sum + p[1], 0) / ring.length
  const sum = ring.reduce((total, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]
    return total + x * nextY - nextX * y
  }, 0)
  return (Math.abs(sum) / 2) * 111.2 ** 2 * Math.cos((midLat * Math.PI) / 180)
}

function farthestFromEdge(rings) {
  const [x, y] = [rings[0].map((p) => p[0]), rings[0].map((p) => p[1])]
  const [west, east, south, north] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)]
  const edges = rings.flatMap((ring) => ring.filter((_, i) => i % Math.ceil(ring.length / 400) === 0))
  let best = { lon: (west + east) / 2, lat: (south + north) / 2, far: -1 }
  for (let i = 1; i < 32; i += 1) {
    for (let j = 1; j < 32; j += 1) {
      const [lon, lat] = [west + ((east - west) * i) / 32, south + ((north - south) * j) / 32]
      if (!covers(rings, lon, lat)) continue
      const far = edges.reduce((least, p) => Math.min(least, (p[0] - lon) ** 2 + (p[1] - lat) ** 2), Infinity)
      if (far > best.far) best = { lon, lat, far }
    }
  }
  return { lon: best.lon, lat: best.lat }
}

function covers(rings, lon, lat) {
  let within = false
  for (const ring of rings) {
    ring.forEach(([x, y], i) => {
      const [lastX, lastY] = ring[(i || ring.length) - 1]
      if (y > lat !== lastY > lat && lon < ((lastX - x) * (lat - y)) / (lastY - y) + x) within = !within
    })
  }
  return within
}
