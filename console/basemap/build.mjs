/** Writes public/basemap.pmtiles: `node basemap/build.mjs`, or a deeper map with `--max-zoom` and `--out`. What it holds: README.md beside it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { zxyToTileId } from 'pmtiles'
import { pmtilesArchive } from './pmtiles.mjs'
import { borders, linesOutside, namePoint, outside, shape, world } from './shapes.mjs'

const { values: asked } = parseArgs({ options: { 'max-zoom': { type: 'string', default: '8' }, out: { type: 'string' } } })
const OUT = asked.out ?? fileURLToPath(new URL('../public/basemap.pmtiles', import.meta.url))
const WORLD_MAX_ZOOM = 4
const REGION_MAX_ZOOM = Number(asked['max-zoom'])
if (!(REGION_MAX_ZOOM >= 5 && REGION_MAX_ZOOM <= 12)) throw new Error('--max-zoom takes 5 to 12')
const REGION_TILES = { zoom: 5, x: [14, 18], y: [11, 15] } // longitude −22.5…33.75, latitude 0…48.92
const REGION_BOX = [-22.5, 0, 33.75, 48.9225]
const OVERLAP_DEG = 0.03 // the far land reaches a little under the region's, so that no seam shows
const MIN_RANK_KM2 = [1_000_000, 300_000, 80_000, 0]
const BUFFER = 32

const rows = (name) => {
  const [head, ...lines] = readFileSync(new URL(name, import.meta.url), 'utf8').trim().split('\n').map((l) => l.split(','))
  return lines.map((cells) => Object.fromEntries(head.map((column, i) => [column, cells[i]])))
}

function names(coarse) {
  const said = ({ name_en, name_fr, name_ar }) => ({ name_en, name_fr, name_ar })
  const layers = { country: [], place: [], sea: [] }
  for (const row of rows('gazetteer.csv')) {
    if (row.kind === 'country') {
      const { lon, lat, areaKm2 } = namePoint(coarse, row.iso)
      const rank = MIN_RANK_KM2.findIndex((least) => areaKm2 >= least) + 1
      const point = row.lon_deg ? [Number(row.lon_deg), Number(row.lat_deg)] : [lon, lat]
      layers.country.push(shape('Point', point, { iso: row.iso, rank, ...said(row) }))
    } else {
      const capital = row.kind === 'place' ? { capital: Number(row.capital) } : {}
      const point = [Number(row.lon_deg), Number(row.lat_deg)]
      layers[row.kind].push(shape('Point', point, { rank: Number(row.rank), ...capital, ...said(row) }))
    }
  }
  return layers
}

function indexed(layers, maxZoom) {
  return Object.entries(layers).map(([name, features]) => {
    const options = { maxZoom, indexMaxZoom: maxZoom, indexMaxPoints: 0, tolerance: 4, extent: 4096, buffer: BUFFER }
    return [name, new GeoJSONVT({ type: 'FeatureCollection', features }, options)]
  })
}

function put(tiles, index, zoom, xs, ys) {
  for (let x = xs[0]; x <= xs[1]; x += 1) {
    for (let y = ys[0]; y <= ys[1]; y += 1) {
      const found = index.map(([name, tiler]) => [name, tiler.getTile(zoom, x, y)]).filter(([, tile]) => tile?.features.length)
      if (!found.length) continue
      const bytes = fromGeojsonVt(Object.fromEntries(found), { version: 2, extent: 4096 })
      tiles.set(zxyToTileId(zoom, x, y), gzipSync(bytes, { level: 9 }))
    }
  }
}

const started = Date.now()
const disputed = new Set(rows('disputed.csv').map(({ pair }) => pair))
const typed = rows('lines.csv').map(({ pair, points }) => {
  const line = points.split(' ').map((point) => point.split('/').map(Number))
  return shape('MultiLineString', [line], { pair, kind: 'disputed' })
})
const [coarse, fine] = [world('50m'), world('10m')]
const coarseBorders = [...borders(coarse, disputed), ...typed]
const everywhere = { land: coarse.land, border: coarseBorders, ...names(coarse) }
const hole = [REGION_BOX[0] + OVERLAP_DEG, REGION_BOX[1] + OVERLAP_DEG, REGION_BOX[2] - OVERLAP_DEG, REGION_BOX[3] - OVERLAP_DEG]
const far = { land_far: outside(coarse.land, hole), border_far: linesOutside(coarseBorders, REGION_BOX) }
const tiles = new Map()
const low = indexed(everywhere, WORLD_MAX_ZOOM)
const farthest = indexed(far, WORLD_MAX_ZOOM)
for (let zoom = 0; zoom <= WORLD_MAX_ZOOM; zoom += 1) {
  const all = [0, 2 ** zoom - 1]
  put(tiles, zoom === WORLD_MAX_ZOOM ? [...low, ...farthest] : low, zoom, all, all)
}
const near = indexed({ land: fine.land, border: [...borders(fine, disputed), ...typed] }, REGION_MAX_ZOOM)
for (let { zoom, x, y } = REGION_TILES; zoom <= REGION_MAX_ZOOM; zoom += 1) {
  put(tiles, near, zoom, x, y)
  x = [x[0] * 2, x[1] * 2 + 1]
  y = [y[0] * 2, y[1] * 2 + 1]
}
const metadata = {
  name: 'Comity basemap',
  description: 'Natural Earth (public domain) and the gazetteer of Comity (CC0). Not for navigation.',
  attribution: 'Natural Earth',
  vector_layers: ['land', 'land_far', 'border', 'border_far', 'country', 'place', 'sea'].map((id) => ({ id, fields: {} })),
}
const archive = pmtilesArchive(tiles, {
  metadata, minZoom: 0, maxZoom: REGION_MAX_ZOOM, bounds: [-180, -85, 180, 85], centre: { lon: 4, lat: 36, zoom: 5 },
})
mkdirSync(dirname(OUT), { recursive: true })
writeFileSync(OUT, archive)
console.log(`basemap: ${tiles.size} tiles, ${archive.length} bytes, ${((Date.now() - started) / 1000).toFixed(1)} s`)
