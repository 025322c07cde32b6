/** Writes a PMTiles archive, version 3; a directory too long for its place at the beginning gets leaves. Source: PMTiles specification 3.4 (public domain). */
import { gzipSync } from 'node:zlib'

const HEADER_BYTES = 127
const ROOT_LIMIT_BYTES = 16_384 - HEADER_BYTES
const LEAF_ENTRIES = 4096
const GZIP = 2
const MVT = 1

/** Turn tiles, a Map of tile id → gzipped vector tile, into the archive's bytes. Equal tiles are stored once. */
export function pmtilesArchive(tiles, { metadata, minZoom, maxZoom, bounds, centre }) {
  const entries = []
  const contents = []
  const seen = new Map()
  let length = 0
  for (const id of [...tiles.keys()].sort((a, b) => a - b)) {
    const bytes = tiles.get(id)
    const key = bytes.toString('base64')
    if (!seen.has(key)) {
      seen.set(key, length)
      contents.push(bytes)
      length += bytes.length
    }
    const offset = seen.get(key)
    const last = entries.at(-1)
    if (last && last.offset === offset && last.id + last.run === id) last.run += 1
    else entries.push({ id, run: 1, offset, length: bytes.length })
  }
  const { root, leaves } = directories(entries)
  const about = gzipSync(JSON.stringify(metadata), { level: 9 })
  const leavesAt = HEADER_BYTES + root.length + about.length
  const dataAt = leavesAt + leaves.length
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('PMTiles', 0, 'ascii')
  header.writeUInt8(3, 7)
  const sizes = [HEADER_BYTES, root.length, HEADER_BYTES + root.length, about.length, leavesAt, leaves.length, dataAt, length]
  const counts = [tiles.size, entries.length, contents.length]
  ;[...sizes, ...counts].forEach((value, i) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * i))
  ;[1, GZIP, GZIP, MVT, minZoom, maxZoom].forEach((value, i) => header.writeUInt8(value, 96 + i))
  bounds.forEach((deg, i) => header.writeInt32LE(Math.round(deg * 1e7), 102 + 4 * i))
  header.writeUInt8(centre.zoom, 118)
  ;[centre.lon, centre.lat].forEach((deg, i) => header.writeInt32LE(Math.round(deg * 1e7), 119 + 4 * i))
  return Buffer.concat([header, root, about, leaves, ...contents])
}

/** The root alone where it fits; else a root that points to leaves, each of LEAF_ENTRIES entries (a run of 0 says leaf). */
function directories(entries) {
  const whole = gzipSync(directory(entries), { level: 9 })
  if (whole.length <= ROOT_LIMIT_BYTES) return { root: whole, leaves: Buffer.alloc(0) }
  const pointers = []
  const leaves = []
  let offset = 0
  for (let at = 0; at < entries.length; at += LEAF_ENTRIES) {
    const leaf = gzipSync(directory(entries.slice(at, at + LEAF_ENTRIES)), { level: 9 })
    pointers.push({ id: entries[at].id, run: 0, offset, length: leaf.length })
    leaves.push(leaf)
    offset += leaf.length
  }
  const root = gzipSync(directory(pointers), { level: 9 })
  if (root.length > ROOT_LIMIT_BYTES) throw new Error(`The root directory has ${root.length} bytes: its leaves are too small.`)
  return { root, leaves: Buffer.concat(leaves) }
}

function directory(entries) {
  const out = []
  varint(out, entries.length)
  let last = 0
  for (const { id } of entries) {
    varint(out, id - last)
    last = id
  }
  for (const { run } of entries) varint(out, run)
  for (const entry of entries) varint(out, entry.length)
  entries.forEach((entry, i) => {
    const before = entries[i - 1]
    varint(out, before && before.offset + before.length === entry.offset ? 0 : entry.offset + 1)
  })
  return Buffer.from(out)
}

function varint(out, value) {
  let rest = value
  while (rest >= 128) {
    out.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  out.push(rest)
}
