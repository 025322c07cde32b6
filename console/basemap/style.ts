/** The basemap's MapLibre style: three display modes, three languages, borders as the node's settings say. */
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  LineLayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'

export type Mode = 'day' | 'dusk' | 'night'
export type Language = 'en' | 'fr' | 'ar'
export type Line = 'solid' | 'dashed' | 'none'

/** How borders are drawn: `disputed` for the lines so marked in the data, `pairs` for single ones. */
export interface Borders {
  disputed: Line
  pairs: Record<string, Line>
}

export interface BasemapOptions {
  mode: Mode
  language: Language
  url: string
  /** Deepest zoom of the region in the file. */
  maxZoom?: number
  borders?: Borders
  hiddenNames?: string[]
}

/** Own layers go before this one, so that no point hides a name. */
export const FIRST_LABEL = 'label-sea'

export const REGION_BOUNDS: [number, number, number, number] = [-22.5, 0, 33.75, 48.9225]
const REGION_FROM_ZOOM = 5
const SHIPPED_MAX_ZOOM = 8
const FONT = ['Noto Sans', 'Noto Sans Arabic']

/** Colours of sea, land, lines and names. In every mode names reach 4.5:1 on land and sea, coasts and borders 3:1. */
export const PALETTES: Record<Mode, Record<'sea' | 'land' | 'coast' | 'border' | 'name' | 'seaName' | 'halo', string>> = {
  day: {
    sea: '#D4EAEE', land: '#EFE8D2', coast: '#525A5C', border: '#7A6F57',
    name: '#2B2A22', seaName: '#245468', halo: '#F7F3E6',
  },
  dusk: {
    sea: '#0E151B', land: '#242C2C', coast: '#6A7880', border: '#76806F',
    name: '#C2C9BE', seaName: '#8CB2C4', halo: '#10161C',
  },
  night: {
    sea: '#050505', land: '#14110D', coast: '#7F5E36', border: '#86643A',
    name: '#B5834A', seaName: '#A8743A', halo: '#050505',
  },
}

const nameIn = (language: Language): ExpressionSpecification => [
  'coalesce', ['get', `name_${language}`], ['get', 'name_en'],
]

/** Build the style of the basemap. */
export function basemapStyle(options: BasemapOptions): StyleSpecification {
  const { mode, language, url, maxZoom = SHIPPED_MAX_ZOOM, borders = { disputed: 'dashed', pairs: {} }, hiddenNames = [] } = options
  const tiles = [`pmtiles://${url}/{z}/{x}/{y}`]
  return {
    version: 8,
    sources: {
      world: { type: 'vector', tiles, minzoom: 0, maxzoom: 4, attribution: 'Natural Earth' },
      region: { type: 'vector', tiles, minzoom: REGION_FROM_ZOOM, maxzoom: maxZoom, bounds: REGION_BOUNDS },
    },
    layers: [...grounds(mode), ...borderLayers(mode, borders), ...names(mode, language, hiddenNames)],
  }
}

function grounds(mode: Mode): LayerSpecification[] {
  const { sea, land, coast } = PALETTES[mode]
  const fill = { 'fill-color': land, 'fill-outline-color': coast }
  return [
    { id: 'background', type: 'background', paint: { 'background-color': sea } },
    { id: 'land', type: 'fill', source: 'world', 'source-layer': 'land', maxzoom: REGION_FROM_ZOOM, paint: fill },
    {
      id: 'land-far', type: 'fill', source: 'world', 'source-layer': 'land_far', minzoom: REGION_FROM_ZOOM,
      paint: { 'fill-color': land, 'fill-antialias': false },
    },
    { id: 'land-region', type: 'fill', source: 'region', 'source-layer': 'land', minzoom: REGION_FROM_ZOOM, paint: fill },
  ]
}

function borderLayers(mode: Mode, borders: Borders): LineLayerSpecification[] {
  const kindOf: ExpressionSpecification = ['get', 'kind']
  const named = Object.entries(borders.pairs)
  const shown: ExpressionSpecification = [
    'case',
    ...named.flatMap(([pair, line]) => [['==', ['get', 'pair'], pair], line]),
    ['==', kindOf, 'disputed'], borders.disputed,
    'solid',
  ] as unknown as ExpressionSpecification
  const places = [
    { id: '', source: 'world', layer: 'border', zooms: { maxzoom: REGION_FROM_ZOOM } },
    { id: '-far', source: 'world', layer: 'border_far', zooms: { minzoom: REGION_FROM_ZOOM } },
    { id: '-region', source: 'region', layer: 'border', zooms: { minzoom: REGION_FROM_ZOOM } },
  ]
  const line = (style: 'solid' | 'dashed') =>
    places.map(({ id, source, layer, zooms }): LineLayerSpecification => ({
      id: `border-${style}${id}`, type: 'line', source, 'source-layer': layer, ...zooms,
      filter: ['==', shown, style] as FilterSpecification,
      paint: {
        'line-color': PALETTES[mode].border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 8, 1.2],
        ...(style === 'dashed' ? { 'line-dasharray': [3, 3] } : {}),
      },
    }))
  return [...line('solid'), ...line('dashed')]
}

function names(mode: Mode, language: Language, hidden: string[]): LayerSpecification[] {
  const { name, seaName, halo, border } = PALETTES[mode]
  const spacing = { 'text-letter-spacing': 0, 'text-max-width': 8 }
  const text = { 'text-field': nameIn(language), 'text-font': FONT, ...spacing }
  const ink = (colour: string) => ({ 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 1.2 })
  const byZoom: FilterSpecification = ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 4, 2, 5.5, 3, 7, 4]]
  return [
    {
      id: 'place-dot', type: 'circle', source: 'world', 'source-layer': 'place', minzoom: 4, filter: byZoom,
      paint: {
        'circle-radius': ['case', ['==', ['get', 'capital'], 1], 3.5, 2.2],
        'circle-color': halo, 'circle-stroke-color': border, 'circle-stroke-width': 1.2,
      },
    },
    {
      id: 'label-sea', type: 'symbol', source: 'world', 'source-layer': 'sea', minzoom: 2,
      filter: ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 4, 2, 5.5, 3]],
      layout: { ...text, 'text-size': 13 }, paint: ink(seaName),
    },
    {
      id: 'label-country', type: 'symbol', source: 'world', 'source-layer': 'country', minzoom: 2, maxzoom: 7,
      filter: ['all', ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 3, 2, 4, 3, 5, 4]], ['!', ['in', ['get', 'iso'], ['literal', hidden]]]],
      layout: { ...text, 'text-size': ['interpolate', ['linear'], ['zoom'], 2, 12, 6, 16] }, paint: ink(name),
    },
    {
      id: 'label-place', type: 'symbol', source: 'world', 'source-layer': 'place', minzoom: 4, filter: byZoom,
      layout: {
        ...text, 'text-size': ['case', ['==', ['get', 'capital'], 1], 14, 12.5],
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.5,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: ink(name),
    },
  ]
}
